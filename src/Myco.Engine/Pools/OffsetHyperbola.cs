using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>A swap on a hyperbola of balances with offsets, I'·O' constant: what the 2-CLP and the 3-CLP have in common.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.4 to §1.6.</remarks>
internal static class OffsetHyperbola
{
    /// <summary>⌊⌊O'·d⌋/(I' + d)⌋ for an amount in, ⌈⌈I'·d⌉/(O' − d)⌉ for an amount out.</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where the amount out is above the balance; of an amount out that is given it comes first, before the
    /// refusal of the balances with offsets.</remarks>
    public static UInt256 Swap(
        SwapKind kind, in Kept<VirtualBalances> virtualBalances, in UInt256 balanceOut, in UInt256 amount, ref Fault fault)
    {
        if (kind == SwapKind.ExactOut)
        {
            RequireWithin(amount, balanceOut, ref fault);
            return InOf(virtualBalances.Take(ref fault), amount, ref fault);
        }

        UInt256 amountOut = OutOf(virtualBalances.Take(ref fault), amount, ref fault);
        RequireWithin(amountOut, balanceOut, ref fault);
        return amountOut;
    }

    private static UInt256 OutOf(in VirtualBalances at, in UInt256 amountIn, ref Fault fault)
    {
        UInt256 newIn = UInt256.Add(at.In, amountIn, ref fault);
        UInt256 product = Decimal18.MultiplyDown(at.Out, amountIn, ref fault);
        return Decimal18.DivideDown(product, newIn, ref fault);
    }

    private static UInt256 InOf(in VirtualBalances at, in UInt256 amountOut, ref Fault fault)
    {
        UInt256 product = Decimal18.MultiplyUp(at.In, amountOut, ref fault);
        return Decimal18.DivideUp(product, UInt256.Subtract(at.Out, amountOut, ref fault), ref fault);
    }

    private static void RequireWithin(in UInt256 amountOut, in UInt256 balanceOut, ref Fault fault)
    {
        if (amountOut > balanceOut)
        {
            fault.Raise(Revert.AssetBoundsExceeded);
        }
    }
}
