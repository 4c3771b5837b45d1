using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.System;

/// <summary>Who has committed what: contributors by channel, and stakes by number. Bounded.</summary>
internal sealed class CommitmentLedger
{
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
}
