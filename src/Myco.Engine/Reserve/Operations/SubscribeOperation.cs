using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Pays a month of a subscription.</summary>
/// <remarks>A month's payment into a vault; mints at the tier's rate or the surface's spot, whichever is more, times the loyalty multiplier. The invariant is derived anew with the payment in, and nothing further is minted for it. Source: spec 02-reserve-system, sections 6 and 7.</remarks>
public sealed record SubscribeOperation : SystemOperation
{
    /// <summary>Who pays.</summary>
    public required string Contributor { get; init; }

    /// <summary>The tier's name.</summary>
    public required string Tier { get; init; }

    /// <summary>The vault paid into.</summary>
    public int Vault { get; init; }

    /// <summary>Whether to take as much as the limits allow.</summary>
    public bool Clip { get; init; }

    /// <summary>The fewest tokens minted that are accepted.</summary>
    public double LeastMinted { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt, CommitmentLedger ledger, ref LedgerChange change)
    {
        SubscriptionParameters parameters = core.Rules.Parameters.Subscription;
        if (!ChannelMint.IsName(Contributor) || Find(parameters, Tier) is not SubscriptionTier tier)
        {
            return new(SystemCheck.UnknownTier, Detail: $"'{Contributor}' asks for tier '{Tier}'; {ChannelMint.NameRule}");
        }

        if ((uint)Vault >= (uint)core.Count || core.Point.IsEmpty || !(core.Numbers.Supply > 0))
        {
            return (uint)Vault >= (uint)core.Count ? new(SystemCheck.UnknownVault, Vault, core.Count - 1) : new(SystemCheck.NoReserve, core.Numbers.Supply);
        }

        ContributorAccount account = ledger.Find(CommitmentChannel.Subscription, Contributor);
        int months = parameters.MonthsInRow(account, core.Numbers.Time);
        double loyalty = SubscriptionParameters.Loyalty(months);
        double tokensPerValue = Math.Max(tier.TokensPerValue, SpotTokensPerValue(core, Vault)) * loyalty;
        Admission admission = Admission.Of(
            parameters.Channel, core.Numbers.Subscription, account, tier.PaymentPerMonth, tokensPerValue, core.Numbers.Supply, core.Numbers.Time, Clip);
        if (ChannelMint.Refusal(admission) is { IsRefused: true } refusal)
        {
            return refusal;
        }

        if (!ledger.HasRoom(CommitmentChannel.Subscription, Contributor, core.Rules.Parameters.ContributorLimit))
        {
            return new(SystemCheck.LedgerFull, core.Rules.Parameters.ContributorLimit);
        }

        receipt.Loyalty = loyalty;
        SystemRefusal moved = Pay(core, Vault, admission.Units, receipt);
        if (moved.IsRefused)
        {
            return moved;
        }

        double minted = admission.Units * tokensPerValue;
        core.Numbers.Subscription = core.Numbers.Subscription.Commit(parameters.Channel, admission.Units, core.Numbers.Time).Mint(parameters.Channel, minted, core.Numbers.Time);
        (change.Contributor, change.Channel) = (Contributor, CommitmentChannel.Subscription);
        change.Account = account.Commit(parameters.Channel, admission.Units, core.Numbers.Time) with { MonthsPaid = SubscriptionParameters.MonthsAfter(months, admission.Units >= tier.PaymentPerMonth) };
        return ChannelMint.Finish(core, receipt, minted, admission.Units, LeastMinted);
    }

    /// <summary>Moves a payment of that value into a vault; the receipt has what its tokens are worth.</summary>
    private static SystemRefusal Pay(SystemCore core, int vault, double value, SystemReceipt receipt)
    {
        receipt.Amounts[vault] = core.Rules.Amount(vault, value, core.Prices[vault]);
        receipt.Value = core.Rules.Value(vault, receipt.Amounts[vault], core.Prices[vault]);
        return TrancheMove.Apply(core, receipt.VaultAmounts, isMint: true);
    }

    /// <summary>The tokens that the surface mints at the margin for a unit of value paid into a vault.</summary>
    private static double SpotTokensPerValue(SystemCore core, int vault)
    {
        double units = core.Rules.Units(vault, core.Rules.Amount(vault, 1, core.Prices[vault]));
        return core.Numbers.Supply * core.Point.GrowthPerUnit(vault) * units;
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
