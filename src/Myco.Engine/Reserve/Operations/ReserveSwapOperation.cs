using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Swaps one collateral for another on the surface.</summary>
/// <remarks>One collateral for another on the surface, for the imbalance fee. The fee is judged by the trade without a fee, as Balancer's surge hook does. Source: spec 02-reserve-system, section 5.</remarks>
public sealed record ReserveSwapOperation : SystemOperation
{
    /// <summary>Which amount is given.</summary>
    public SwapKind Given { get; init; }

    /// <summary>The vault paid into.</summary>
    public int VaultIn { get; init; }

    /// <summary>The vault paid from.</summary>
    public int VaultOut { get; init; }

    /// <summary>The amount given, in tokens of its vault, above 0.</summary>
    public double Amount { get; init; }

    /// <summary>The least out, or the most in; null for none.</summary>
    public double? Limit { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt)
    {
        if ((uint)VaultIn >= (uint)core.Count || (uint)VaultOut >= (uint)core.Count || VaultIn == VaultOut)
        {
            return new(SystemCheck.UnknownVault, VaultIn, core.Count - 1, Detail: $"from vault {VaultIn} to vault {VaultOut} of {core.Count}");
        }

        if (!(Amount > 0 && double.IsFinite(Amount)) || Given > SwapKind.ExactOut)
        {
            return new(SystemCheck.InvalidAmount, Amount);
        }

        Span<double> balances = stackalloc double[SystemParameters.MostVaults];
        balances = balances[..core.Count];
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i] = core.Rules.Units(i, core.Amounts[i]);
        }

        if (!core.Surface.TryAt(balances, out EllipsoidState? state))
        {
            return new(SystemCheck.NoReserve, core.ReserveValue);
        }

        SystemRefusal refusal = Quote(core, receipt, state, 0);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        receipt.ImbalanceBefore = TrancheImbalance.Of(core, default);
        receipt.ImbalanceAfter = TrancheImbalance.Of(core, receipt.VaultAmounts);
        receipt.FeeRate = core.Rules.Parameters.Fee.Rate(receipt.ImbalanceBefore, receipt.ImbalanceAfter);
        refusal = Quote(core, receipt, state, receipt.FeeRate);
        return refusal.IsRefused ? refusal : TrancheMove.Apply(core, receipt.VaultAmounts, isMint: false);
    }

    /// <summary>The amounts of the trade with a fee, and the order's limit.</summary>
    private SystemRefusal Quote(SystemCore core, SystemReceipt receipt, EllipsoidState state, double fee)
    {
        bool exactIn = Given == SwapKind.ExactIn;
        int given = exactIn ? VaultIn : VaultOut;
        int other = exactIn ? VaultOut : VaultIn;
        double units = core.Rules.Units(given, Amount);
        Quote quote = exactIn
            ? state.SwapExactIn(VaultIn, VaultOut, units, fee)
            : state.SwapExactOut(VaultIn, VaultOut, units, fee);
        if (!quote.IsOk)
        {
            return new(SystemCheck.OffSurface, Amount, Detail: $"the surface answers {quote.Status}");
        }

        double result = quote.Amount / core.Rules.Units(other, 1);
        if (!(result > 0))
        {
            return new(SystemCheck.NothingToDo, result);
        }

        receipt.Amounts[VaultIn] = exactIn ? Amount : result;
        receipt.Amounts[VaultOut] = exactIn ? -Math.Min(result, core.Amounts[VaultOut]) : -Amount;
        receipt.Value = core.Rules.Value(VaultIn, receipt.Amounts[VaultIn], core.Prices[VaultIn]);
        double limit = Limit ?? (exactIn ? 0 : double.PositiveInfinity);
        return (exactIn ? result >= limit : result <= limit) ? SystemRefusal.None : new(SystemCheck.Limit, result, limit);
    }
}
