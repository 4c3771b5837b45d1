using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Redemption;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Gives tokens back for value from the vaults.</summary>
/// <remarks>Tokens in, collateral out: flow dampening, redemption curve, withdrawal split, safety. Source: spec 02-reserve-system, sections 2 to 4 and 6.</remarks>
public sealed record RedeemOperation : SystemOperation
{
    /// <summary>The part of the reserve that rounding may leave when everything is redeemed.</summary>
    private const double Dust = 1e-12;

    /// <summary>The tokens, above 0.</summary>
    public double Tokens { get; init; }

    /// <summary>The least value paid that is accepted.</summary>
    public double LeastPayout { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt)
    {
        if (!(Tokens > 0 && double.IsFinite(Tokens)))
        {
            return new(SystemCheck.InvalidAmount, Tokens);
        }

        if (Tokens > core.Numbers.Supply - core.Numbers.Locked)
        {
            return new(SystemCheck.NotEnoughSupply, Tokens, core.Numbers.Supply - core.Numbers.Locked);
        }

        double reserve = core.ReserveValue;
        if (!(reserve > 0))
        {
            return new(SystemCheck.NoReserve, reserve);
        }

        SystemRefusal refusal = Price(core, receipt, reserve, out double flow);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        Withdraw(core, receipt);
        refusal = receipt.Value > 0 ? TrancheMove.Apply(core, receipt.VaultAmounts, isMint: false) : new(SystemCheck.NothingToDo, receipt.Value);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        Burn(core, receipt, flow + Tokens);
        return core.Numbers.Supply > 0 && core.Point.IsEmpty
            ? new(SystemCheck.NoReserve, core.Numbers.Supply, Detail: $"{core.Numbers.Supply:R} tokens would be left without a reserve; redeem less")
            : ChannelMint.Least(receipt.Value, LeastPayout);
    }

    /// <summary>What reaches the curve, and what it pays.</summary>
    private SystemRefusal Price(SystemCore core, SystemReceipt receipt, double reserve, out double flow)
    {
        DampeningParameters dampening = core.Rules.Parameters.Dampening;
        flow = core.RedemptionFlow;
        double effective = Math.Min(Tokens, FlowDampening.Effective(dampening, flow, core.Numbers.Supply, Tokens));
        double level = core.RedemptionLevel;
        RedemptionQuote quote = Redemptions.Quote(core.Rules.Parameters.Redemption, new RedemptionState(level, reserve, core.Numbers.Supply), effective);
        receipt.EffectiveTokens = effective;
        receipt.FlowMultiplier = effective / Tokens;
        receipt.RedemptionLevel = level;
        receipt.Region = quote.Region;
        receipt.RedemptionRate = quote.Rate;
        receipt.Value = quote.Payout;
        receipt.Burned = dampening.Policy == DampeningPolicy.Burn ? Tokens : effective;
        if (receipt.Burned == core.Numbers.Supply && reserve - quote.Payout <= Dust * reserve)
        {
            // Dust has no certain proportions and lies on no surface; left behind, it would keep the last holder from leaving.
            receipt.Value = reserve;
        }

        return quote.IsOk && receipt.Value > 0 ? SystemRefusal.None : new(SystemCheck.NothingToDo, quote.Payout);
    }

    /// <summary>The tokens of each vault that make up the value; the value becomes what they are worth.</summary>
    private static void Withdraw(SystemCore core, SystemReceipt receipt)
    {
        Span<double> values = stackalloc double[SystemParameters.MostVaults];
        Span<double> targets = stackalloc double[SystemParameters.MostVaults];
        Span<double> amounts = receipt.Amounts;
        values = values[..amounts.Length];
        targets = targets[..amounts.Length];
        core.CopyValues(values);
        core.CopyTargets(targets);
        TrancheSplit.Withdraw(values, targets, receipt.Value, amounts);
        double paid = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            double tokens = amounts[i] >= values[i] ? core.Amounts[i] : Math.Min(core.Amounts[i], core.Rules.Amount(i, amounts[i], core.Prices[i]));
            paid += core.Rules.Value(i, tokens, core.Prices[i]);
            amounts[i] = -tokens;
        }

        receipt.Value = paid;
    }

    private static void Burn(SystemCore core, SystemReceipt receipt, double flow)
    {
        double supply = core.Numbers.Supply - receipt.Burned;
        double factor = supply / core.Numbers.Supply;
        core.Numbers.Supply = supply;
        (core.Numbers.Labor, core.Numbers.Subscription, core.Numbers.Staking) = (core.Numbers.Labor.Shrink(factor), core.Numbers.Subscription.Shrink(factor), core.Numbers.Staking.Shrink(factor));
        core.Numbers.RedemptionLevel = new(receipt.RedemptionLevel + receipt.EffectiveTokens, core.Numbers.Time);
        core.Numbers.RedemptionFlow = new(flow, core.Numbers.Time);
    }
}
