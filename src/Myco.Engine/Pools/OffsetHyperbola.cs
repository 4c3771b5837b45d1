using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>Swaps and prices on a hyperbola of balances with offsets, I'·O' constant: what the 2-CLP and the 3-CLP have in common.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.4 to §1.6.</remarks>
internal static class OffsetHyperbola
{
    /// <summary>⌊⌊O'·d⌋/(I' + d)⌋ for an amount in, ⌈⌈I'·d⌉/(O' − d)⌉ for an amount out.</summary>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="virtualIn">I', the balance of token in with its offset.</param>
    /// <param name="virtualOut">O', the balance of token out with its offset.</param>
    /// <param name="refusal">What computing these two raised.</param>
    /// <param name="balanceOut">The balance of token out.</param>
    /// <param name="amount">d.</param>
    /// <param name="fault"><see cref="Revert.AssetBoundsExceeded"/> where the amount out is above the balance: first of all where it is given.</param>
    public static UInt256 Swap(
        SwapKind kind, in UInt256 virtualIn, in UInt256 virtualOut, Fault refusal, in UInt256 balanceOut, in UInt256 amount, ref Fault fault)
    {
        if (kind == SwapKind.ExactOut)
        {
            RequireWithin(amount, balanceOut, ref fault);
            fault.Raise(refusal);
            UInt256 ofIn = Decimal18.MultiplyUp(virtualIn, amount, ref fault);
            return Decimal18.DivideUp(ofIn, UInt256.Subtract(virtualOut, amount, ref fault), ref fault);
        }

        fault.Raise(refusal);
        UInt256 newIn = UInt256.Add(virtualIn, amount, ref fault);
        UInt256 ofOut = Decimal18.MultiplyDown(virtualOut, amount, ref fault);
        UInt256 amountOut = Decimal18.DivideDown(ofOut, newIn, ref fault);
        RequireWithin(amountOut, balanceOut, ref fault);
        return amountOut;
    }

    /// <summary>As above, of balances with offsets that are kept.</summary>
    public static UInt256 Swap(SwapKind kind, in Kept<VirtualBalances> kept, in UInt256 balanceOut, in UInt256 amount, ref Fault fault)
    {
        Fault refusal = default;
        ref readonly VirtualBalances at = ref kept.Take(ref refusal);
        return Swap(kind, at.In, at.Out, refusal, balanceOut, amount, ref fault);
    }

    /// <summary>⌈(B + b)/(A + a)⌉: token A in token B, for balances A, B and offsets a, b.</summary>
    public static UInt256 MarginalPayout(in UInt256 balanceA, in UInt256 offsetA, in UInt256 balanceB, in UInt256 offsetB, ref Fault fault)
    {
        UInt256 virtualB = UInt256.Add(balanceB, offsetB, ref fault), virtualA = UInt256.Add(balanceA, offsetA, ref fault);
        return Decimal18.DivideUp(virtualB, virtualA, ref fault);
    }

    private static void RequireWithin(in UInt256 amountOut, in UInt256 balanceOut, ref Fault fault)
    {
        if (amountOut > balanceOut)
        {
            fault.Raise(Revert.AssetBoundsExceeded);
        }
    }
}
