using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.System;

/// <summary>Who has committed what: contributors by channel, and stakes by number. Bounded.</summary>
internal sealed class CommitmentLedger
{
    /// <summary>The largest number of a stake: up to here a reader of JSON in binary64 keeps it.</summary>
    private const long LargestNumber = 1L << 53;

    private readonly Dictionary<string, ContributorAccount>[] _accounts = [[], [], []];
    private readonly SortedDictionary<long, Stake> _stakes = [];

    /// <summary>The number of the next stake.</summary>
    public long NextStake { get; set; }

    /// <summary>All stakes in the order of their numbers.</summary>
    public IReadOnlyCollection<Stake> Stakes => _stakes.Values;

    /// <summary>The accounts of a channel.</summary>
    public IReadOnlyDictionary<string, ContributorAccount> Accounts(CommitmentChannel channel) => _accounts[(int)channel];

    /// <summary>What a channel keeps of a contributor.</summary>
    public ContributorAccount Find(CommitmentChannel channel, string contributor) =>
        _accounts[(int)channel].TryGetValue(contributor, out ContributorAccount account) ? account : ContributorAccount.New;

    /// <summary>Whether a channel knows a contributor, or has room for one more.</summary>
    public bool HasRoom(CommitmentChannel channel, string contributor, int limit) =>
        _accounts[(int)channel].ContainsKey(contributor) || _accounts[(int)channel].Count < limit;

    /// <summary>Keeps what a channel knows of a contributor.</summary>
    public void Set(CommitmentChannel channel, string contributor, ContributorAccount account) => _accounts[(int)channel][contributor] = account;

    /// <summary>The stake of that number.</summary>
    public bool TryFind(long number, [NotNullWhen(true)] out Stake? stake)
    {
        bool found = _stakes.TryGetValue(number, out Stake value);
        stake = found ? value : null;
        return found;
    }

    /// <summary>Keeps a stake under its number.</summary>
    public void Set(Stake stake) => _stakes[stake.Id] = stake;

    /// <summary>Mints a part of what is due of every stake; forgets those that hold nothing and are due nothing more.</summary>
    public void Vest(double part, double time)
    {
        foreach (Stake stake in _stakes.Values.ToArray())
        {
            double due = stake.DueAt(time);
            if (due > 0)
            {
                _stakes[stake.Id] = stake with { Minted = part >= 1 ? stake.VestedAt(time) : stake.Minted + (part * due) };
            }

            if (stake.Amount == 0 && part >= 1 && stake.IsOver(time))
            {
                _stakes.Remove(stake.Id);
            }
        }
    }

    /// <summary>Forgets a stake.</summary>
    public void Remove(long number) => _stakes.Remove(number);

    /// <summary>Shows all books to a visitor, and takes its answer.</summary>
    /// <param name="fields">The visitor.</param>
    /// <param name="limits">Whose limits the books keep.</param>
    public void Accept(IFields fields, SystemParameters limits)
    {
        Accept(fields, CommitmentChannel.Labor, "contributors", limits.ContributorLimit);
        Accept(fields, CommitmentChannel.Subscription, "subscribers", limits.ContributorLimit);
        Accept(fields, CommitmentChannel.Staking, "stakers", limits.ContributorLimit);
        IReadOnlyList<Stake> present = [.. _stakes.Values], stakes = fields.Parts("stakes", present, 0, limits.StakeLimit);
        NextStake = fields.Whole("nextStake", NextStake, 0, LargestNumber);
        CheckOrder(fields, stakes);
        if (!ReferenceEquals(stakes, present))
        {
            foreach (Stake stake in stakes)
            {
                Set(stake);
            }
        }
    }

    private void Accept(IFields fields, CommitmentChannel channel, string key, int most)
    {
        Dictionary<string, ContributorAccount> present = new(_accounts[(int)channel].OrderBy(pair => pair.Key, StringComparer.Ordinal));
        IReadOnlyDictionary<string, ContributorAccount> accounts = fields.Table(key, present, TextRule.Name, most);
        if (!ReferenceEquals(accounts, present))
        {
            _accounts[(int)channel] = new(accounts);
        }
    }

    /// <summary>Numbers of stakes rise, and are below the next.</summary>
    private void CheckOrder(IFields fields, IReadOnlyList<Stake> stakes)
    {
        for (int i = 0; i < stakes.Count; i++)
        {
            if (stakes[i].Id >= NextStake || (i > 0 && stakes[i].Id <= stakes[i - 1].Id))
            {
                fields.Refuse($"is {stakes[i].Id}; the numbers of stakes rise from one to the next, and are below nextStake, {NextStake}", "stakes", $"{i}", "id");
            }
        }
    }
}
