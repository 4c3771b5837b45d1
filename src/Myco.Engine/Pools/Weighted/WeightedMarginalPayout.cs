using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>The price before a trade.</summary>
/// <remarks>The contracts have no such function; this one is rounded once.</remarks>
internal static class WeightedMarginalPayout
{
    /// <summary>⌊(balanceOut/weightOut)/(balanceIn/weightIn)⌋, 18 decimals: token in, in units of token out.</summary>
    /// <remarks><see cref="Revert.DivisionByZero"/> for an empty balance in or a weight out of zero, <see cref="Revert.MultiplicationOverflow"/> and
    /// <see cref="Revert.DivisionOverflow"/> where the result, or a balance times a weight, does not fit.</remarks>
    public static UInt256 Of(in UInt256 balanceIn, in UInt256 weightIn, in UInt256 balanceOut, in UInt256 weightOut, ref Fault fault)
    {
        UInt256 above = UInt256.Multiply(balanceOut, weightIn, ref fault);
        UInt256 below = UInt256.Multiply(balanceIn, weightOut, ref fault);
        if (below.IsZero)
        {
            fault.Raise(Revert.DivisionByZero);
            return default;
        }

        return MultiplyDivide.Down(above, Decimal18.One, below, ref fault);
    }
}
