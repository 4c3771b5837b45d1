using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.Composition;

/// <summary>Locks tokens, and promises a bonus that vests over the lock.</summary>
/// <remarks>The cap is taken for the whole bonus when it is promised. Source: spec 02-reserve-system, section 7.</remarks>
internal static class StakeOperation
{
    public static SystemRefusal Run(SystemCore core, StakeOrder order, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        StakingParameters parameters = core.Rules.Parameters.Staking;
        if (!ChannelMint.IsName(order.Contributor) || !(order.Tokens > 0 && double.IsFinite(order.Tokens)))
        {
            return new(SystemCheck.InvalidAmount, order.Tokens, Detail: $"'{order.Contributor}' locks {order.Tokens:R}; {ChannelMint.NameRule}");
        }

        if (!(order.Duration >= parameters.ShortestLock && order.Duration <= parameters.LongestLock))
        {
            return new(SystemCheck.LockDuration, order.Duration, order.Duration < parameters.ShortestLock ? parameters.ShortestLock : parameters.LongestLock);
        }

        if (order.Tokens > core.Supply - core.Locked)
        {
            return new(SystemCheck.NotEnoughSupply, order.Tokens, core.Supply - core.Locked);
        }

        ContributorAccount account = ledger.Find(CommitmentChannel.Staking, order.Contributor);
        double perToken = parameters.BonusPerToken(order.Duration);
        Admission admission = Admission.Of(parameters.Channel, core.Staking, account, order.Tokens, perToken, core.Supply, core.Time, order.Clip);
        if (ChannelMint.Refusal(admission) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        SystemParameters limits = core.Rules.Parameters;
        if (ledger.Stakes.Count >= limits.StakeLimit || !ledger.HasRoom(CommitmentChannel.Staking, order.Contributor, limits.ContributorLimit))
        {
            return new(SystemCheck.LedgerFull, ledger.Stakes.Count, limits.StakeLimit);
        }

        double bonus = admission.Units * perToken;
        core.Staking = core.Staking.Commit(parameters.Channel, admission.Units, core.Time).Reserve(bonus);
        core.Locked += admission.Units;
        (receipt.Units, receipt.Stake) = (admission.Units, ledger.NextStake);
        change.Stake = new Stake(ledger.NextStake, order.Contributor, admission.Units, bonus, core.Time, order.Duration, 0);
        (change.Contributor, change.Channel) = (order.Contributor, CommitmentChannel.Staking);
        change.Account = account.Commit(parameters.Channel, admission.Units, core.Time);
        return SystemRefusal.None;
    }
}
