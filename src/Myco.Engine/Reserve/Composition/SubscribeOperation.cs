using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Reserve.Composition;

/// <summary>A month's payment into a vault; mints at the tier's rate or the surface's spot, whichever is more, times the loyalty multiplier.</summary>
/// <remarks>The invariant is derived anew with the payment in, and nothing further is minted for it. Source: spec 02-reserve-system, sections 6 and 7.</remarks>
internal static class SubscribeOperation
{
    public static SystemRefusal Run(SystemCore core, SubscribeOrder order, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        SubscriptionParameters parameters = core.Rules.Parameters.Subscription;
        if (!ChannelMint.IsName(order.Contributor) || Find(parameters, order.Tier) is not SubscriptionTier tier)
        {
            return new(SystemCheck.UnknownTier, Detail: $"'{order.Contributor}' asks for tier '{order.Tier}'; {ChannelMint.NameRule}");
        }

        if ((uint)order.Vault >= (uint)core.Count || core.Point.IsEmpty || !(core.Supply > 0))
        {
            return (uint)order.Vault >= (uint)core.Count ? new(SystemCheck.UnknownVault, order.Vault, core.Count - 1) : new(SystemCheck.NoReserve, core.Supply);
        }

        ContributorAccount account = ledger.Find(CommitmentChannel.Subscription, order.Contributor);
        int months = parameters.MonthsInRow(account, core.Time);
        double loyalty = SubscriptionParameters.Loyalty(months);
        double tokensPerValue = Math.Max(tier.TokensPerValue, SpotTokensPerValue(core, order.Vault)) * loyalty;
        Admission admission = Admission.Of(
            parameters.Channel, core.Subscription, account, tier.PaymentPerMonth, tokensPerValue, core.Supply, core.Time, order.Clip);
        if (ChannelMint.Refusal(admission) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!ledger.HasRoom(CommitmentChannel.Subscription, order.Contributor, core.Rules.Parameters.ContributorLimit))
        {
            return new(SystemCheck.LedgerFull, core.Rules.Parameters.ContributorLimit);
        }

        receipt.Loyalty = loyalty;
        SystemRefusal moved = Pay(core, order.Vault, admission.Units, receipt);
        if (moved.IsRefused)
        {
            return moved;
        }

        double minted = admission.Units * tokensPerValue;
        core.Subscription = core.Subscription.Commit(parameters.Channel, admission.Units, core.Time).Mint(parameters.Channel, minted, core.Time);
        (change.Contributor, change.Channel) = (order.Contributor, CommitmentChannel.Subscription);
        change.Account = account.Commit(parameters.Channel, admission.Units, core.Time) with { MonthsPaid = SubscriptionParameters.MonthsAfter(months, admission.Units >= tier.PaymentPerMonth) };
        return ChannelMint.Finish(core, receipt, minted, admission.Units, order.LeastMinted);
    }

    /// <summary>Moves a payment of that value into a vault; the receipt has what its tokens are worth.</summary>
    private static SystemRefusal Pay(SystemCore core, int vault, double value, SystemReceipt receipt)
    {
        receipt.Amounts[vault] = core.Rules.Amount(vault, value, core.Prices[vault]);
        receipt.Value = core.Rules.Value(vault, receipt.Amounts[vault], core.Prices[vault]);
        return VaultMove.Apply(core, receipt.VaultAmounts, isMint: true);
    }

    /// <summary>The tokens that the surface mints at the margin for a unit of value paid into a vault.</summary>
    private static double SpotTokensPerValue(SystemCore core, int vault)
    {
        double units = core.Rules.Units(vault, core.Rules.Amount(vault, 1, core.Prices[vault]));
        return core.Supply * core.Point.GrowthPerUnit(vault) * units;
    }

    private static SubscriptionTier? Find(SubscriptionParameters parameters, string name)
    {
        foreach (SubscriptionTier tier in parameters.Tiers)
        {
            if (tier.Name == name)
            {
                return tier;
            }
        }

        return null;
    }
}
