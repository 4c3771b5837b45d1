using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Locks tokens for a bonus that vests.</summary>
/// <remarks>Locks tokens, and promises a bonus that vests over the lock. The cap is taken for the whole bonus when it is promised. Source: spec 02-reserve-system, section 7.</remarks>
public sealed record StakeOperation : SystemOperation
{
    /// <summary>Whose tokens.</summary>
    public required string Contributor { get; init; }

    /// <summary>The tokens, above 0.</summary>
    public double Tokens { get; init; }

    /// <summary>The lock's seconds.</summary>
    public double Duration { get; init; }

    /// <summary>Whether to lock as much as the limits allow.</summary>
    public bool Clip { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        StakingParameters parameters = core.Rules.Parameters.Staking;
        if (!ChannelMint.IsName(Contributor) || !(Tokens > 0 && double.IsFinite(Tokens)))
        {
            return new(SystemCheck.InvalidAmount, Tokens, Detail: $"'{Contributor}' locks {Tokens:R}; {ChannelMint.NameRule}");
        }

        if (!(Duration >= parameters.ShortestLock && Duration <= parameters.LongestLock))
        {
            return new(SystemCheck.LockDuration, Duration, Duration < parameters.ShortestLock ? parameters.ShortestLock : parameters.LongestLock);
        }

        if (Tokens > core.Numbers.Supply - core.Numbers.Locked)
        {
            return new(SystemCheck.NotEnoughSupply, Tokens, core.Numbers.Supply - core.Numbers.Locked);
        }

        ContributorAccount account = ledger.Find(CommitmentChannel.Staking, Contributor);
        double perToken = parameters.BonusPerToken(Duration);
        Admission admission = Admission.Of(parameters.Channel, core.Numbers.Staking, account, Tokens, perToken, core.Numbers.Supply, core.Numbers.Time, Clip);
        if (ChannelMint.Refusal(admission) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        SystemParameters limits = core.Rules.Parameters;
        if (ledger.Stakes.Count >= limits.StakeLimit || !ledger.HasRoom(CommitmentChannel.Staking, Contributor, limits.ContributorLimit))
        {
            return new(SystemCheck.LedgerFull, ledger.Stakes.Count, limits.StakeLimit);
        }

        double bonus = admission.Units * perToken;
        core.Numbers.Staking = core.Numbers.Staking.Commit(parameters.Channel, admission.Units, core.Numbers.Time).Reserve(bonus);
        core.Numbers.Locked += admission.Units;
        (receipt.Units, receipt.Stake) = (admission.Units, ledger.NextStake);
        change.Stake = new Stake(ledger.NextStake, Contributor, admission.Units, bonus, core.Numbers.Time, Duration, 0);
        (change.Contributor, change.Channel) = (Contributor, CommitmentChannel.Staking);
        change.Account = account.Commit(parameters.Channel, admission.Units, core.Numbers.Time);
        return SystemRefusal.None;
    }
}
