using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A weighted swap between two limits of its own: both amounts against a share of their balances.</summary>
/// <remarks>Without the added unit and the minimum balances of the current weighted pool. Source: spec/04-onchain-math.md §1.17.</remarks>
internal static class QuantAmmSwap
{
    /// <summary>The amount out, each amount at most ⌊balance·maximumRatio⌋: amount in, then <see cref="WeightedSwap.OutGivenExactIn"/>, then amount out.</summary>
    /// <remarks><see cref="Revert.MaxTradeSizeRatioExceeded"/>, and what the weighted swap refuses.</remarks>
    public static UInt256 OutGivenExactIn(
        in UInt256 balanceIn, in UInt256 weightIn, in UInt256 balanceOut, in UInt256 weightOut, in UInt256 maximumRatio, in UInt256 amountIn, ref Fault fault)
    {
        RequireWithin(amountIn, balanceIn, maximumRatio, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 amountOut = WeightedSwap.OutGivenExactIn(balanceIn, weightIn, balanceOut, weightOut, amountIn, ref fault);
        RequireWithin(amountOut, balanceOut, maximumRatio, ref fault);
        return amountOut;
    }

    /// <summary>The amount in, each amount at most ⌊balance·maximumRatio⌋: amount out, then <see cref="WeightedSwap.InGivenExactOut"/>, then amount in.</summary>
    /// <remarks><see cref="Revert.MaxTradeSizeRatioExceeded"/>, and what the weighted swap refuses.</remarks>
    public static UInt256 InGivenExactOut(
        in UInt256 balanceIn, in UInt256 weightIn, in UInt256 balanceOut, in UInt256 weightOut, in UInt256 maximumRatio, in UInt256 amountOut, ref Fault fault)
    {
        RequireWithin(amountOut, balanceOut, maximumRatio, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 amountIn = WeightedSwap.InGivenExactOut(balanceIn, weightIn, balanceOut, weightOut, amountOut, ref fault);
        RequireWithin(amountIn, balanceIn, maximumRatio, ref fault);
        return amountIn;
    }

    private static void RequireWithin(in UInt256 amount, in UInt256 balance, in UInt256 maximumRatio, ref Fault fault)
    {
        if (amount > Decimal18.MultiplyDown(balance, maximumRatio, ref fault))
        {
            fault.Raise(Revert.MaxTradeSizeRatioExceeded);
        }
    }
}
