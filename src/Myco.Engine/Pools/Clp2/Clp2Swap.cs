using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>Swaps of a 2-CLP at given offsets: a constant product of balances with offsets. Formulas: spec/04-onchain-math.md §1.4 (V3), §1.5 (V2).</summary>
/// <remarks>The offset of token in should be rounded up and that of token out down. V2 does so by a margin, taken here.</remarks>
internal static class Clp2Swap
{
    /// <summary>⌊⌊(O + o)·d⌋/(I + i + d)⌋ (calcOutGivenIn).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where that is more than O.</remarks>
    public static UInt256 OutGivenIn(
        Clp2Version version, in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountIn, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault) =>
        OffsetHyperbola.Swap(SwapKind.ExactIn, Keep(version, balanceIn, balanceOut, offsetIn, offsetOut, default), balanceOut, amountIn, ref fault);

    /// <summary>⌈⌈(I + i)·d⌉/(O + o − d)⌉ (calcInGivenOut).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> for d above O.</remarks>
    public static UInt256 InGivenOut(
        Clp2Version version, in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 amountOut, in UInt256 offsetIn, in UInt256 offsetOut, ref Fault fault) =>
        OffsetHyperbola.Swap(SwapKind.ExactOut, Keep(version, balanceIn, balanceOut, offsetIn, offsetOut, default), balanceOut, amountOut, ref fault);

    /// <summary>The balances with offsets for swaps of one token to the other at an invariant.</summary>
    internal static Kept<VirtualBalances> Keep(
        Clp2Parameters parameters, in UInt256 balanceIn, in UInt256 balanceOut, int tokenIn, in UInt256 invariant)
    {
        Fault fault = default;
        UInt256 offsetIn = Clp2Invariant.VirtualOffset(parameters, tokenIn, invariant, Clp2Rounding.OfOffsetIn(parameters.Version), ref fault);
        UInt256 offsetOut = Clp2Invariant.VirtualOffset(parameters, 1 - tokenIn, invariant, Rounding.Down, ref fault);
        return Keep(parameters.Version, balanceIn, balanceOut, offsetIn, offsetOut, fault);
    }

    private static Kept<VirtualBalances> Keep(
        Clp2Version version, in UInt256 balanceIn, in UInt256 balanceOut, in UInt256 offsetIn, in UInt256 offsetOut, Fault fault)
    {
        VirtualBalances at = version == Clp2Version.BalancerV2
            ? VirtualBalances.WithMargin(balanceIn, balanceOut, offsetIn, offsetOut, ref fault)
            : VirtualBalances.Of(balanceIn, balanceOut, offsetIn, offsetOut, ref fault);
        return new(at, fault);
    }
}
