using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>Swaps of a 2-CLP at given offsets: a constant product of balances with offsets. Formulas: spec/04-onchain-math.md §1.4 (V3), §1.5 (V2).</summary>
/// <remarks>The offset of token in should be rounded up and that of token out down. V2 does so by a margin, taken here.</remarks>
public static class Clp2Swap
{
    /// <summary>⌊⌊(O + o)·d⌋/(I + i + d)⌋ (calcOutGivenIn).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where that is more than O.</remarks>
    public static UInt256 OutGivenIn(
        Clp2Version version, in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountIn, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault)
    {
        UInt256 virtualIn = UInt256.Add(balanceIn, OffsetIn(version, offsetIn, ref fault), ref fault);
        UInt256 virtualOut = UInt256.Add(balanceOut, OffsetOut(version, offsetOut, ref fault), ref fault);
        return OutOf(virtualIn, virtualOut, balanceOut, amountIn, ref fault);
    }

    /// <summary>⌈⌈(I + i)·d⌉/(O + o − d)⌉ (calcInGivenOut).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> for d above O.</remarks>
    public static UInt256 InGivenOut(
        Clp2Version version, in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountOut, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault)
    {
        RequireWithin(amountOut, balanceOut, ref fault);
        UInt256 virtualIn = UInt256.Add(balanceIn, OffsetIn(version, offsetIn, ref fault), ref fault);
        UInt256 virtualOut = UInt256.Add(balanceOut, OffsetOut(version, offsetOut, ref fault), ref fault);
        return InOf(virtualIn, virtualOut, amountOut, ref fault);
    }

    /// <summary>The offset of token in as a swap uses it: V2 takes ⌈v·(1 + 2·10⁻¹⁸)⌉.</summary>
    internal static UInt256 OffsetIn(Clp2Version version, in UInt256 offset, ref Fault fault) => version == Clp2Version.BalancerV2
        ? Decimal18.MultiplyUp(offset, UInt256.WrappingAdd(Decimal18.One, 2UL), ref fault)
        : offset;

    /// <summary>The offset of token out as a swap uses it: V2 takes ⌊v·(1 − 10⁻¹⁸)⌋.</summary>
    internal static UInt256 OffsetOut(Clp2Version version, in UInt256 offset, ref Fault fault) => version == Clp2Version.BalancerV2
        ? Decimal18.MultiplyDown(offset, UInt256.WrappingSubtract(Decimal18.One, UInt256.One), ref fault)
        : offset;

    /// <summary>The amount out, from balances with offsets.</summary>
    internal static UInt256 OutOf(
        in UInt256 virtualIn, in UInt256 virtualOut, in UInt256 balanceOut, in UInt256 amountIn, ref Fault fault)
    {
        UInt256 newIn = UInt256.Add(virtualIn, amountIn, ref fault);
        UInt256 product = Decimal18.MultiplyDown(virtualOut, amountIn, ref fault);
        UInt256 amountOut = Decimal18.DivideDown(product, newIn, ref fault);
        RequireWithin(amountOut, balanceOut, ref fault);
        return amountOut;
    }

    /// <summary>The amount in, from balances with offsets.</summary>
    internal static UInt256 InOf(in UInt256 virtualIn, in UInt256 virtualOut, in UInt256 amountOut, ref Fault fault)
    {
        UInt256 product = Decimal18.MultiplyUp(virtualIn, amountOut, ref fault);
        return Decimal18.DivideUp(product, UInt256.Subtract(virtualOut, amountOut, ref fault), ref fault);
    }

    /// <summary>Refuses an amount out above the balance.</summary>
    internal static void RequireWithin(in UInt256 amountOut, in UInt256 balanceOut, ref Fault fault)
    {
        if (amountOut > balanceOut)
        {
            fault.Raise(Revert.AssetBoundsExceeded);
        }
    }
}
