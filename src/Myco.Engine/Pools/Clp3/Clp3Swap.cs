using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>Swaps of a 3-CLP at a given offset: a constant product of balances with offsets, I' = I + ⌈v·(1 + 2·10⁻¹⁸)⌉ and O' = O + ⌊v·(1 − 10⁻¹⁸)⌋.</summary>
/// <remarks>Formulas: spec/04-onchain-math.md §1.6.</remarks>
internal static class Clp3Swap
{
    /// <summary>⌊⌊O'·d⌋/(I' + d)⌋ (calcOutGivenIn).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where that is more than O; overflows.</remarks>
    public static UInt256 OutGivenIn(
        in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountIn, in UInt256 virtualOffset, ref Fault fault) =>
        OffsetHyperbola.Swap(SwapKind.ExactIn, Keep(balanceIn, balanceOut, virtualOffset), balanceOut, amountIn, ref fault);

    /// <summary>⌈⌈I'·d⌉/(O' − d)⌉ (calcInGivenOut).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> for d above O; overflows.</remarks>
    public static UInt256 InGivenOut(
        in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountOut, in UInt256 virtualOffset, ref Fault fault) =>
        OffsetHyperbola.Swap(SwapKind.ExactOut, Keep(balanceIn, balanceOut, virtualOffset), balanceOut, amountOut, ref fault);

    /// <summary>The balances with offsets.</summary>
    internal static Kept<VirtualBalances> Keep(in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 virtualOffset)
    {
        Fault fault = default;
        return new(VirtualBalances.WithMargin(balanceIn, balanceOut, virtualOffset, virtualOffset, ref fault), fault);
    }
}
