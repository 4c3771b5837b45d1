using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Pools.Clp3.WrappingDecimal18;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The cubic of a 3-CLP's invariant and the start of its iteration, 18 decimals. Formulas: spec/04-onchain-math.md §1.6.</summary>
internal static class Clp3Cubic
{
    private static readonly UInt256 SteepStart = 1_500_000_000_000_000_000UL;
    private static readonly UInt256 FlatStart = 2_000_000_000_000_000_000UL;
    private static readonly UInt256 LeastFactor = 1_300_000_000_000_000_000UL;
    private static readonly UInt256 SteepFrom = 500_000_000_000_000_000UL;

    /// <summary>a, mb, mc, md (calculateCubicTerms); sums and products are modulo 2²⁵⁶.</summary>
    public static Clp3CubicTerms Terms(in UInt256 x, in UInt256 y, in UInt256 z, in UInt256 root3Alpha)
    {
        UInt256 alpha = MultiplyDown(MultiplyDown(root3Alpha, root3Alpha), root3Alpha);
        UInt256 sum = UInt256.WrappingAdd(UInt256.WrappingAdd(x, y), z);
        UInt256 xy = MultiplyDown(x, y);
        UInt256 pairs = UInt256.WrappingAdd(UInt256.WrappingAdd(xy, MultiplyDown(y, z)), MultiplyDown(z, x));
        return new(
            UInt256.WrappingSubtract(Decimal18.One, alpha),
            MultiplyDown(MultiplyDown(sum, root3Alpha), root3Alpha),
            MultiplyDown(pairs, root3Alpha),
            MultiplyDown(xy, z));
    }

    /// <summary>The start L0 and the least estimate (calculateCubicStartingPoint).</summary>
    /// <remarks>L⁺ = ⌈(mb + √(⌈mb·mb⌉ + ⌈a·3mc⌉))/(3a)⌉; L0 = ⌈L⁺·1.5⌉ for α ≥ ½, else ⌈L⁺·2⌉; least ⌈L⁺·1.3⌉.
    /// <see cref="Revert.ZeroDivision"/> for a = 0, <see cref="Revert.SquareRootFailed"/>.</remarks>
    public static UInt256 Start(in Clp3CubicTerms terms, out UInt256 least, ref Fault fault)
    {
        UInt256 radicand = UInt256.WrappingAdd(
            MultiplyUp(terms.Mb, terms.Mb), MultiplyUp(terms.A, UInt256.WrappingMultiply(terms.Mc, 3UL)));
        UInt256 numerator = UInt256.WrappingAdd(terms.Mb, NewtonSquareRoot.WrappingRoot(radicand, ref fault));
        UInt256 extremum = DivideUp(numerator, UInt256.WrappingMultiply(terms.A, 3UL), ref fault);
        UInt256 alpha = UInt256.WrappingSubtract(Decimal18.One, terms.A);
        least = MultiplyUp(extremum, LeastFactor);
        return MultiplyUp(extremum, alpha >= SteepFrom ? SteepStart : FlatStart);
    }
}
