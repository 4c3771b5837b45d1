using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Ellipsoid;

/// <summary>Swaps of one asset for another: amounts out never above, amounts in never below the exact result on the stored surface.</summary>
/// <remarks>Ordinarily the floor and the ceiling of the exact result. Nothing throws or allocates. Source: spec/06-exact-ellipsoid.md §2 to §4;
/// refusals in the order of fixtures/solidity/README.md.</remarks>
internal static class ExactEllipsoidSwap
{
    /// <summary>⌊amount out⌋ for an amount in: the larger root of H_oo·y² + 2B·y − C = 0, B = a_o − dx·H_io, C = dx·(2a_i − dx·H_ii).</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">N balances, each below 2¹¹³.</param>
    /// <param name="assetIn">Index of the asset paid in.</param>
    /// <param name="assetOut">Index of the asset paid out.</param>
    /// <param name="amountIn">1 to 2¹¹³ − 1.</param>
    /// <param name="fault">The refusal: InvalidArgument, BalanceTooLarge, OutsideSurface, AmountOverflow, TradeLimit, BalanceExhausted, PriceLimit.</param>
    public static UInt256 ExactIn(
        ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, in UInt256 amountIn, ref Fault fault)
    {
        if (!IsPair(parameters, balances, assetIn, assetOut) || amountIn.IsZero || !ExactEllipsoidPoint.IsBalance(amountIn))
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        return fault.IsRaised ? default : ExactIn(parameters, point, balances, assetIn, assetOut, amountIn.Low, ref fault);
    }

    /// <summary>⌈amount in⌉ for an amount out: the smaller root of H_ii·x² − 2B·x + C = 0, B = a_i + y·H_io, C = y·(2a_o + y·H_oo).</summary>
    /// <param name="parameters">The surface.</param>
    /// <param name="balances">N balances, each below 2¹¹³.</param>
    /// <param name="assetIn">Index of the asset paid in.</param>
    /// <param name="assetOut">Index of the asset paid out.</param>
    /// <param name="amountOut">1 to the balance.</param>
    /// <param name="fault">The refusal: InvalidArgument, BalanceTooLarge, OutsideSurface, AmountOverflow, TradeLimit, PriceLimit.</param>
    public static UInt256 ExactOut(
        ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, in UInt256 amountOut, ref Fault fault)
    {
        if (!IsPair(parameters, balances, assetIn, assetOut) || amountOut.IsZero || amountOut > balances[assetOut])
        {
            fault.Raise(Revert.InvalidArgument);
            return default;
        }

        ExactEllipsoidPoint.Locate(parameters, balances, out ExactEllipsoidPoint point, ref fault);
        return fault.IsRaised ? default : ExactOut(parameters, point, balances, assetIn, assetOut, amountOut.Low, ref fault);
    }

    /// <summary>Exact in from a point; amount 1 to 2¹¹³ − 1.</summary>
    internal static UInt256 ExactIn(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, UInt128 amount, ref Fault fault)
    {
        if (!ExactEllipsoidPoint.IsBalance(UInt256.WrappingAdd(balances[assetIn], amount)))
        {
            fault.Raise(Revert.BalanceTooLarge);
            return default;
        }

        int k = ExactEllipsoidPoint.Scale(parameters, Math.Max(point.Length, ExactEllipsoidPoint.LengthOf(amount)));
        ExactEllipsoidPrices.OfPair(parameters, point, k, assetIn, assetOut, out Int256 priceIn, out Int256 priceOut, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        int n = parameters.Count;
        Int256 b = Int256.WrappingSubtract(priceOut, ShiftedProduct.Down(parameters.Curvature[(assetIn * n) + assetOut], amount, k).ByLimbs());
        Int256 q = Int256.WrappingSubtract(Int256.WrappingAdd(priceIn, priceIn), ShiftedProduct.Up(parameters.Curvature[(assetIn * n) + assetIn], amount, k).ByLimbs());
        UInt256 amountOut = ExactEllipsoidQuadratic.LargerDown(
            b, amount, q, parameters.Curvature[(assetOut * n) + assetOut], RootScale.OfSwap(k), 0, k, ref fault).ByLimbs();
        if (!fault.IsRaised && amountOut > balances[assetOut])
        {
            fault.Raise(Revert.BalanceExhausted);
        }

        return fault.IsRaised ? default : After(parameters, point, k, new(assetIn, amount, assetOut, amountOut.Low), amountOut, ref fault);
    }

    /// <summary>Exact out from a point; amount 1 to the balance.</summary>
    internal static UInt256 ExactOut(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut, UInt128 amount, ref Fault fault)
    {
        int k = ExactEllipsoidPoint.Scale(parameters, point.Length);
        ExactEllipsoidPrices.OfPair(parameters, point, k, assetIn, assetOut, out Int256 priceIn, out Int256 priceOut, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        int n = parameters.Count;
        Int256 b = Int256.WrappingAdd(priceIn, ShiftedProduct.Down(parameters.Curvature[(assetIn * n) + assetOut], amount, k).ByLimbs());
        Int256 w = Int256.WrappingAdd(Int256.WrappingAdd(priceOut, priceOut), ShiftedProduct.Up(parameters.Curvature[(assetOut * n) + assetOut], amount, k).ByLimbs());
        if (!b.IsPositive)
        {
            fault.Raise(Revert.TradeLimit);
            return default;
        }

        UInt256 amountIn = ExactEllipsoidQuadratic.SmallerUp(
            b.Bits, amount, w.Bits, parameters.Curvature[(assetIn * n) + assetIn], RootScale.OfSwap(k), ref fault).ByLimbs();
        RequireDeposit(balances[assetIn], amountIn, ref fault);
        return fault.IsRaised ? default : After(parameters, point, k, new(assetIn, amountIn.Low, assetOut, amount), amountIn, ref fault);
    }

    /// <summary>Refuses with <see cref="Revert.BalanceTooLarge"/> a computed amount in that the balance cannot take.</summary>
    internal static void RequireDeposit(in UInt256 balance, in UInt256 amount, ref Fault fault)
    {
        if (!ExactEllipsoidPoint.IsBalance(amount) || !ExactEllipsoidPoint.IsBalance(UInt256.WrappingAdd(balance, amount)))
        {
            fault.Raise(Revert.BalanceTooLarge);
        }
    }

    /// <summary>Two different assets of the surface, and a balance for each asset.</summary>
    internal static bool IsPair(ExactEllipsoidParameters parameters, ReadOnlySpan<UInt256> balances, int assetIn, int assetOut) =>
        assetIn != assetOut & (uint)assetIn < (uint)parameters.Count & (uint)assetOut < (uint)parameters.Count & balances.Length == parameters.Count;

    /// <summary>The result, unless a price is not positive after the trade.</summary>
    private static UInt256 After(
        ExactEllipsoidParameters parameters, in ExactEllipsoidPoint point, int k, in TradeAmounts trade, in UInt256 result, ref Fault fault)
    {
        if (parameters.Signs.ArePositiveAfter(point, trade))
        {
            return result;
        }

        Int256 root = new(point.Root << parameters.Exponent);
        root = Int256.WrappingSubtract(root, ExactEllipsoidInvariant.Times(parameters.Linear[trade.AssetIn], trade.AmountIn));
        root = Int256.WrappingAdd(root, ExactEllipsoidInvariant.Times(parameters.Linear[trade.AssetOut], trade.AmountOut));
        ExactEllipsoidPrices.RequirePositive(parameters, point, root, k, trade, ref fault);
        return fault.IsRaised ? default : result;
    }
}
