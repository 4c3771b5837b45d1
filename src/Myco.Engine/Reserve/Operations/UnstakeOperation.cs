using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Ends a lock; before its time, what has not vested is forfeited.</summary>
/// <remarks>Ends a lock: the tokens are free again, what is vested is minted, what is not is forfeited. What the cap has no room for stays due, in a stake that locks nothing. Source: spec 02-reserve-system, section 7.</remarks>
public sealed record UnstakeOperation : SystemOperation
{
    /// <summary>Whose stake.</summary>
    public required string Contributor { get; init; }

    /// <summary>The stake's number.</summary>
    public long Stake { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        if (!ledger.TryFind(Stake, out Stake? found) || found.Value.Contributor != Contributor || found.Value.Amount == 0)
        {
            return new(SystemCheck.UnknownStake, Stake, Detail: $"'{Contributor}' has no stake {Stake}");
        }

        Stake stake = found.Value;
        ChannelParameters channel = core.Rules.Parameters.Staking.Channel;
        double vested = stake.VestedAt(core.Numbers.Time);
        double due = stake.DueAt(core.Numbers.Time);
        double minted = Math.Min(due, core.Numbers.Staking.RoomForReserved(channel, core.Numbers.Supply));
        receipt.Forfeited = stake.Bonus - vested;
        core.Numbers.Staking = core.Numbers.Staking.Reserve(-minted - receipt.Forfeited);
        if (minted > 0)
        {
            core.Numbers.Staking = core.Numbers.Staking.Mint(channel, minted, core.Numbers.Time);
            core.Numbers.Supply += minted;
        }

        core.Numbers.Locked = LockedWithout(stake.Id, ledger);
        (receipt.Minted, receipt.Units, receipt.Stake) = (minted, stake.Amount, stake.Id);
        if (minted < due)
        {
            change.Stake = stake with { Amount = 0, Bonus = vested, Minted = stake.Minted + minted, Start = core.Numbers.Time - stake.Duration };
        }
        else
        {
            change.Forgotten = stake.Id;
        }

        return SystemRefusal.None;
    }

    /// <summary>The sum over the other stakes, added anew: a difference would leave roundings locked for ever.</summary>
    private static double LockedWithout(long number, CommitmentLedger ledger)
    {
        double locked = 0;
        foreach (Stake stake in ledger.Stakes)
        {
            locked += stake.Id == number ? 0 : stake.Amount;
        }

        return locked;
    }
}
