using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>A swap on a hyperbola of balances with offsets, I'·O' constant: what the 2-CLP and the 3-CLP have in common.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.4 to §1.6.</remarks>
internal static class OffsetHyperbola
{
    /// <summary>The amount out, from balances with offsets.</summary>
    public static UInt256 OutOf(
        in UInt256 virtualIn, in UInt256 virtualOut, in UInt256 balanceOut, in UInt256 amountIn, ref Fault fault)
    {
        UInt256 newIn = UInt256.Add(virtualIn, amountIn, ref fault);
        UInt256 product = Decimal18.MultiplyDown(virtualOut, amountIn, ref fault);
        UInt256 amountOut = Decimal18.DivideDown(product, newIn, ref fault);
        RequireWithin(amountOut, balanceOut, ref fault);
        return amountOut;
    }

    /// <summary>The amount in, from balances with offsets.</summary>
    public static UInt256 InOf(in UInt256 virtualIn, in UInt256 virtualOut, in UInt256 amountOut, ref Fault fault)
    {
        UInt256 product = Decimal18.MultiplyUp(virtualIn, amountOut, ref fault);
        return Decimal18.DivideUp(product, UInt256.Subtract(virtualOut, amountOut, ref fault), ref fault);
    }

    /// <summary>Refuses an amount out above the balance.</summary>
    public static void RequireWithin(in UInt256 amountOut, in UInt256 balanceOut, ref Fault fault)
    {
        if (amountOut > balanceOut)
        {
            fault.Raise(Revert.AssetBoundsExceeded);
        }
    }
}
