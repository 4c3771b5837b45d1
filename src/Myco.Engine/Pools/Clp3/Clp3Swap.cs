using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>Swaps of a 3-CLP at a given offset: a constant product of balances with offsets. Formulas: spec/04-onchain-math.md §1.6.</summary>
/// <remarks>A margin on the offset keeps the result on the pool's side.</remarks>
public static class Clp3Swap
{
    private static readonly UInt256 AboveOne = UInt256.WrappingAdd(Decimal18.One, 2UL);
    private static readonly UInt256 BelowOne = UInt256.WrappingSubtract(Decimal18.One, UInt256.One);

    /// <summary>⌊⌊O'·d⌋/(I' + d)⌋ (calcOutGivenIn).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where that is more than O; overflows.</remarks>
    public static UInt256 OutGivenIn(
        in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountIn, in UInt256 virtualOffset, ref Fault fault) =>
        OffsetHyperbola.OutOf(VirtualIn(balanceIn, virtualOffset, ref fault), VirtualOut(balanceOut, virtualOffset, ref fault), balanceOut, amountIn, ref fault);

    /// <summary>⌈⌈I'·d⌉/(O' − d)⌉ (calcInGivenOut).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> for d above O; overflows.</remarks>
    public static UInt256 InGivenOut(
        in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountOut, in UInt256 virtualOffset, ref Fault fault)
    {
        OffsetHyperbola.RequireWithin(amountOut, balanceOut, ref fault);
        return OffsetHyperbola.InOf(VirtualIn(balanceIn, virtualOffset, ref fault), VirtualOut(balanceOut, virtualOffset, ref fault), amountOut, ref fault);
    }

    /// <summary>I' = I + ⌈v·(1 + 2·10⁻¹⁸)⌉.</summary>
    internal static UInt256 VirtualIn(in UInt256 balance, in UInt256 virtualOffset, ref Fault fault) =>
        UInt256.Add(balance, Decimal18.MultiplyUp(virtualOffset, AboveOne, ref fault), ref fault);

    /// <summary>O' = O + ⌊v·(1 − 10⁻¹⁸)⌋.</summary>
    internal static UInt256 VirtualOut(in UInt256 balance, in UInt256 virtualOffset, ref Fault fault) =>
        UInt256.Add(balance, Decimal18.MultiplyDown(virtualOffset, BelowOne, ref fault), ref fault);
}
