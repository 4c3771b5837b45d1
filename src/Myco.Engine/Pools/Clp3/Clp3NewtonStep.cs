using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Pools.Clp3.WrappingDecimal18;

namespace Myco.Engine.Pools.Clp3;

/// <summary>One Newton step on a 3-CLP's cubic, 18 decimals. Formulas: spec/04-onchain-math.md §1.6.</summary>
internal static class Clp3NewtonStep
{
    private static readonly UInt256 MinusScale = 1_000_000_000UL;
    private static readonly UInt256 PlusScale = 1_000_000_000_000UL;
    private static readonly UInt256 PlusReduction = 1_000_000UL;

    /// <summary>|δ| of the step from an estimate L, and whether L grows (calcNewtonDelta).</summary>
    /// <remarks><see cref="Revert.InvariantTooLarge"/> for L above 10³⁴, <see cref="Revert.InvariantUnderflow"/> for L below the least,
    /// <see cref="Revert.ZeroDivision"/> for a slope of zero; other overflows are modulo 2²⁵⁶, but for 3L·L.</remarks>
    public static UInt256 Delta(
        in Clp3CubicTerms terms, in UInt256 root3Alpha, in UInt256 least, in UInt256 estimate, out bool isPositive, ref Fault fault)
    {
        RequireLimits(estimate, least, ref fault);
        UInt256 square = MultiplyDown(estimate, estimate);
        UInt256 slope = Slope(terms, root3Alpha, estimate, ref fault);
        bool isLarge = estimate > Clp3Limits.LargeInvariant;
        UInt256 minus = isLarge
            ? MinusOfLarge(square, estimate, root3Alpha, slope, ref fault)
            : Minus(square, estimate, root3Alpha, slope, ref fault);
        UInt256 plus = isLarge
            ? DivideLarge(UInt256.WrappingAdd(MultiplyLarge(square, terms.Mb), MultiplyDown(terms.Mc, estimate)), slope, PlusScale, PlusReduction, ref fault)
            : DivideDown(UInt256.WrappingAdd(MultiplyDown(square, terms.Mb), MultiplyDown(estimate, terms.Mc)), slope, ref fault);
        plus = UInt256.WrappingAdd(plus, DivideDown(terms.Md, slope, ref fault));
        isPositive = plus >= minus;
        return isPositive ? UInt256.WrappingSubtract(plus, minus) : UInt256.WrappingSubtract(minus, plus);
    }

    /// <summary>f' = (3L·L)·(1 − ρ³) − 2·L·mb − mc.</summary>
    private static UInt256 Slope(in Clp3CubicTerms terms, in UInt256 root3Alpha, in UInt256 estimate, ref Fault fault)
    {
        UInt256 slope = Decimal18.MultiplyDown(UInt256.WrappingMultiply(estimate, 3UL), estimate, ref fault);
        slope = UInt256.WrappingSubtract(slope, MultiplyDown(MultiplyDown(MultiplyDown(slope, root3Alpha), root3Alpha), root3Alpha));
        UInt256 linear = MultiplyDown(estimate, terms.Mb) << 1;
        return UInt256.WrappingSubtract(UInt256.WrappingSubtract(slope, linear), terms.Mc);
    }

    /// <summary>L³·(1 − ρ³)/f'.</summary>
    private static UInt256 Minus(in UInt256 square, in UInt256 estimate, in UInt256 root3Alpha, in UInt256 slope, ref Fault fault)
    {
        UInt256 cube = MultiplyDown(square, estimate);
        UInt256 scaled = MultiplyDown(MultiplyDown(MultiplyDown(cube, root3Alpha), root3Alpha), root3Alpha);
        return DivideDown(UInt256.WrappingSubtract(cube, scaled), slope, ref fault);
    }

    private static UInt256 MinusOfLarge(in UInt256 square, in UInt256 estimate, in UInt256 root3Alpha, in UInt256 slope, ref Fault fault)
    {
        UInt256 cube = MultiplyLarge(square, estimate);
        UInt256 scaled = MultiplyLarge(MultiplyLarge(MultiplyLarge(cube, root3Alpha), root3Alpha), root3Alpha);
        return DivideLarge(UInt256.WrappingSubtract(cube, scaled), slope, MinusScale, MinusScale, ref fault);
    }

    private static void RequireLimits(in UInt256 estimate, in UInt256 least, ref Fault fault)
    {
        if (estimate > Clp3Limits.MaxInvariant)
        {
            fault.Raise(Revert.InvariantTooLarge);
        }
        else if (estimate < least)
        {
            fault.Raise(Revert.InvariantUnderflow);
        }
    }
}
