using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>The ratio of two amounts of like size, 18 decimals: <see cref="Decimal18.DivideUp"/> with one step where the quotient fits a word.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.7; the step is that of Möller and Granlund 2011, see <see cref="Reciprocal"/>.</remarks>
internal static class Decimal18Ratio
{
    private const ulong One = 1_000_000_000_000_000_000;

    /// <summary>⌈part·10¹⁸/whole⌉; any numbers are taken, refusals as <see cref="Decimal18.DivideUp"/>.</summary>
    public static UInt256 Up(in UInt256 part, in UInt256 whole, ref Fault fault)
    {
        // Below 16 times the whole, the dividend stays within 256 bits when both are shifted.
        if (!part.FitsUInt128 || !whole.FitsUInt128 || part.Low >> 4 >= whole.Low)
        {
            return Decimal18.DivideUp(part, whole, ref fault);
        }

        int shift = (int)UInt128.LeadingZeroCount(whole.Low);
        UInt128 divisor = whole.Low << shift;
        UInt256 dividend = UInt256.Product(part.Limb0, part.Limb1, One, 0) << shift;
        if (dividend.Limb3 != 0 || new UInt128(dividend.Limb2, dividend.Limb1) >= divisor)
        {
            return Decimal18.DivideUp(part, whole, ref fault);
        }

        ulong high = (ulong)(divisor >> 64), low = (ulong)divisor;
        ulong quotient = Reciprocal.DivideThreeByTwo(
            dividend.Limb2, dividend.Limb1, dividend.Limb0, high, low, Reciprocal.OfTwoWords(high, low), out ulong rest1, out ulong rest0);
        return (UInt128)quotient + ((rest1 | rest0) == 0 ? UInt128.Zero : UInt128.One);
    }
}
