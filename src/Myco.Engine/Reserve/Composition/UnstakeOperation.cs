using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.Composition;

/// <summary>Ends a lock: the tokens are free again, what is vested is minted, what is not is forfeited.</summary>
/// <remarks>What the cap has no room for stays due, in a stake that locks nothing. Source: spec 02-reserve-system, section 7.</remarks>
internal static class UnstakeOperation
{
    public static SystemRefusal Run(SystemCore core, UnstakeOrder order, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        if (!ledger.TryFind(order.Stake, out Stake? found) || found.Value.Contributor != order.Contributor || found.Value.Amount == 0)
        {
            return new(SystemCheck.UnknownStake, order.Stake, Detail: $"'{order.Contributor}' has no stake {order.Stake}");
        }

        Stake stake = found.Value;
        ChannelParameters channel = core.Rules.Parameters.Staking.Channel;
        double vested = stake.VestedAt(core.Time);
        double due = stake.DueAt(core.Time);
        double minted = Math.Min(due, core.Staking.RoomForReserved(channel, core.Supply));
        receipt.Forfeited = stake.Bonus - vested;
        core.Staking = core.Staking.Reserve(-minted - receipt.Forfeited);
        if (minted > 0)
        {
            core.Staking = core.Staking.Mint(channel, minted, core.Time);
            core.Supply += minted;
        }

        core.Locked = LockedWithout(stake.Id, ledger);
        (receipt.Minted, receipt.Units, receipt.Stake) = (minted, stake.Amount, stake.Id);
        if (minted < due)
        {
            change.Stake = stake with { Amount = 0, Bonus = vested, Minted = stake.Minted + minted, Start = core.Time - stake.Duration };
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
