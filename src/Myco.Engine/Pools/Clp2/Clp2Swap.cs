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
        return OffsetHyperbola.OutOf(virtualIn, virtualOut, balanceOut, amountIn, ref fault);
    }

    /// <summary>⌈⌈(I + i)·d⌉/(O + o − d)⌉ (calcInGivenOut).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> for d above O.</remarks>
    public static UInt256 InGivenOut(
        Clp2Version version, in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountOut, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault)
    {
        OffsetHyperbola.RequireWithin(amountOut, balanceOut, ref fault);
        UInt256 virtualIn = UInt256.Add(balanceIn, OffsetIn(version, offsetIn, ref fault), ref fault);
        UInt256 virtualOut = UInt256.Add(balanceOut, OffsetOut(version, offsetOut, ref fault), ref fault);
        return OffsetHyperbola.InOf(virtualIn, virtualOut, amountOut, ref fault);
    }

    /// <summary>The offset of token in as a swap uses it: V2 takes ⌈v·(1 + 2·10⁻¹⁸)⌉.</summary>
    internal static UInt256 OffsetIn(Clp2Version version, in UInt256 offset, ref Fault fault) => version == Clp2Version.BalancerV2
        ? Decimal18.MultiplyUp(offset, UInt256.WrappingAdd(Decimal18.One, 2UL), ref fault)
        : offset;

    /// <summary>The offset of token out as a swap uses it: V2 takes ⌊v·(1 − 10⁻¹⁸)⌋.</summary>
    internal static UInt256 OffsetOut(Clp2Version version, in UInt256 offset, ref Fault fault) => version == Clp2Version.BalancerV2
        ? Decimal18.MultiplyDown(offset, UInt256.WrappingSubtract(Decimal18.One, UInt256.One), ref fault)
        : offset;
}
