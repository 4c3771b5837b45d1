using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.Composition;

/// <summary>One collateral for another on the surface, for the imbalance fee.</summary>
/// <remarks>The fee is judged by the trade without a fee, as Balancer's surge hook does. Source: spec 02-reserve-system, section 5.</remarks>
internal static class ReserveSwapOperation
{
    public static SystemRefusal Run(SystemCore core, ReserveSwapOrder order, SystemReceipt receipt)
    {
        if ((uint)order.VaultIn >= (uint)core.Count || (uint)order.VaultOut >= (uint)core.Count || order.VaultIn == order.VaultOut)
        {
            return new(SystemCheck.UnknownVault, order.VaultIn, core.Count - 1, Detail: $"from vault {order.VaultIn} to vault {order.VaultOut} of {core.Count}");
        }

        if (!(order.Amount > 0 && double.IsFinite(order.Amount)) || order.Given > SwapKind.ExactOut)
        {
            return new(SystemCheck.InvalidAmount, order.Amount);
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

        SystemRefusal refusal = Quote(core, order, receipt, state, 0);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        receipt.ImbalanceBefore = VaultImbalance.Of(core, default);
        receipt.ImbalanceAfter = VaultImbalance.Of(core, receipt.VaultAmounts);
        receipt.FeeRate = core.Rules.Parameters.Fee.Rate(receipt.ImbalanceBefore, receipt.ImbalanceAfter);
        refusal = Quote(core, order, receipt, state, receipt.FeeRate);
        return refusal.IsRefused ? refusal : VaultMove.Apply(core, receipt.VaultAmounts, isMint: false);
    }

    /// <summary>The amounts of the trade with a fee, and the order's limit.</summary>
    private static SystemRefusal Quote(SystemCore core, ReserveSwapOrder order, SystemReceipt receipt, EllipsoidState state, double fee)
    {
        bool exactIn = order.Given == SwapKind.ExactIn;
        int given = exactIn ? order.VaultIn : order.VaultOut;
        int other = exactIn ? order.VaultOut : order.VaultIn;
        double units = core.Rules.Units(given, order.Amount);
        Quote quote = exactIn
            ? state.SwapExactIn(order.VaultIn, order.VaultOut, units, fee)
            : state.SwapExactOut(order.VaultIn, order.VaultOut, units, fee);
        if (!quote.IsOk)
        {
            return new(SystemCheck.OffSurface, order.Amount, Detail: $"the surface answers {quote.Status}");
        }

        double result = quote.Amount / core.Rules.Units(other, 1);
        if (!(result > 0))
        {
            return new(SystemCheck.NothingToDo, result);
        }

        receipt.Amounts[order.VaultIn] = exactIn ? order.Amount : result;
        receipt.Amounts[order.VaultOut] = exactIn ? -Math.Min(result, core.Amounts[order.VaultOut]) : -order.Amount;
        receipt.Value = core.Rules.Value(order.VaultIn, receipt.Amounts[order.VaultIn], core.Prices[order.VaultIn]);
        double limit = order.Limit ?? (exactIn ? 0 : double.PositiveInfinity);
        return (exactIn ? result >= limit : result <= limit) ? SystemRefusal.None : new(SystemCheck.Limit, result, limit);
    }
}
