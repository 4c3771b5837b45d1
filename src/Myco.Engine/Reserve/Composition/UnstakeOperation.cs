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

        // The lock's tokens leave the sum that they entered; the sum of none is none.
        core.Locked = ledger.Stakes.Count == 1 ? 0 : Math.Max(0, core.Locked - stake.Amount);
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
}
