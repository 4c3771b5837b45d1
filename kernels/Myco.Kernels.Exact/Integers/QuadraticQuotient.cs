using System.Numerics;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>c·q/(b + s), s the integer root of b² ± p·q: a quadratic's root from 128 leading bits, wherever they decide the integer.</summary>
/// <remarks>All numbers lose the same count of lower bits, so that products have two words a factor. What was cut moves the denominator by some units of its
/// last place, between <c>below</c> and <c>above</c>, and the numerator by less than c: the quotient's remainder tells whether an integer lies in between. It does
/// not tell for about one in 2⁴⁰ amounts of 2⁸⁰ units; the caller then computes in full. Source: spec/06-exact-ellipsoid.md §2.</remarks>
internal static class QuadraticQuotient
{
    private const int LeadingBits = 126;
    private const double TwoTo97 = 158456325028528675187087900672.0;

    /// <summary>Amounts below 2¹¹³ and slacks below 2¹³: their products stay below 2¹²⁷.</summary>
    private const int AmountBits = 113;
    private const ulong LargestSlack = 1UL << 13;

    /// <summary>⌊c·q/(b + ⌊√(b² + p·q)⌋ + 1)⌋, when decided.</summary>
    /// <returns>False, and no quotient, where the leading bits leave two integers.</returns>
    public static bool TryOfSum(in UInt256 b, in UInt256 p, in UInt256 q, UInt128 c, out UInt128 quotient)
    {
        int shift = Shift(b, p, q);
        UInt128 b0 = Leading(b, shift), p0 = Leading(p, shift), q0 = Leading(q, shift);
        UInt256 square = UInt256.WrappingAdd(Product(b0, b0), Product(p0, q0));
        UInt128 root = SquareRoot.Below(square);

        // The root may be short of its number by five, and √(b² + p·q) rises by less than (2b + p + q + 2)/(2·root) for what was cut.
        ulong above = Slack(b0 + b0 + p0 + q0, root + root);
        return TryDivide(q0, c, b0 + root, 0, above + 7, out quotient);
    }

    /// <summary>⌈c·q/(b + ⌊√(b² − p·q)⌋)⌉ − 1, when decided.</summary>
    /// <returns>False, and no quotient, where the leading bits leave two integers, or b² &lt; p·q.</returns>
    public static bool TryOfDifference(in UInt256 b, in UInt256 p, in UInt256 q, UInt128 c, out UInt128 quotient)
    {
        int shift = Shift(b, p, q);
        UInt128 b0 = Leading(b, shift), p0 = Leading(p, shift), q0 = Leading(q, shift);
        UInt256 difference = UInt256.WrappingSubtract(Product(b0, b0), Product(p0, q0), out bool negative);
        UInt128 root = SquareRoot.Below(difference);
        if (negative | b0 < root)
        {
            quotient = default;
            return false;
        }

        // The root may be short of its number by five, and √(b² − p·q) rises by less than (2b + 1)/(2·root), and falls by less than (p + q + 1)/root, for what was cut.
        ulong above = Slack(b0, root), below = Slack(p0 + q0, root);
        return TryDivide(q0, c, b0 + root, below + 1, above + 6, out quotient);
    }

    /// <summary>The bits that the largest number has above <see cref="LeadingBits"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Shift(in UInt256 b, in UInt256 p, in UInt256 q)
    {
        ulong top = b.Limb3 | p.Limb3 | q.Limb3, next = b.Limb2 | p.Limb2 | q.Limb2, low = b.Limb1 | p.Limb1 | q.Limb1;
        return top != 0 ? 256 - LeadingBits - BitOperations.LeadingZeroCount(top)
            : next != 0 ? 192 - LeadingBits - BitOperations.LeadingZeroCount(next)
            : low >> (LeadingBits - 64) != 0 ? 2
            : 0;
    }

    /// <summary>⌊value/2^shift⌋, below 2¹²⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Leading(in UInt256 value, int shift)
    {
        int bits = shift & 63, back = 63 - bits;
        ulong low = value.Limb0, middle = value.Limb1, high = value.Limb2;
        if (shift >= 64)
        {
            (low, middle, high) = shift >= 128 ? (value.Limb2, value.Limb3, 0) : (value.Limb1, value.Limb2, value.Limb3);
        }

        return new((middle >> bits) | (high << 1 << back), (low >> bits) | (middle << 1 << back));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 Product(UInt128 left, UInt128 right) =>
        UInt256.Product((ulong)left, (ulong)(left >> 64), (ulong)right, (ulong)(right >> 64));

    /// <summary>More than (sum + 2)/root; <see cref="LargestSlack"/> or more where that is large or the root short.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Slack(UInt128 sum, UInt128 root)
    {
        // In binary64 from the upper words, the one rounded up and the other down; 2 more cover the roundings of so small a quotient.
        double quotient = ((double)(ulong)(sum >> 64) + 2) / (ulong)(root >> 64);
        return quotient < LargestSlack ? (ulong)(long)quotient + 2 : LargestSlack;
    }

    /// <summary>⌊c·q/d⌋, when every number from c·q/(d + above) to c·(q + 1)/(d − below) lies strictly between it and the next integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDivide(UInt128 q, UInt128 c, UInt128 d, ulong below, ulong above, out UInt128 quotient)
    {
        quotient = default;
        int shift = BitOperations.LeadingZeroCount((ulong)(d >> 64));
        UInt256 dividend = Product(q, c);
        if (shift == 64 | (above | below) >= LargestSlack | c >> AmountBits != 0 | dividend.High >= d)
        {
            return false;
        }

        UInt128 divisor = d << shift;
        ulong divisor1 = (ulong)(divisor >> 64), divisor0 = (ulong)divisor;
        ulong reciprocal = Reciprocal.OfTwoWords(divisor1, divisor0, TwoTo97 / divisor1);
        UInt256 shifted = dividend.ShiftUp(shift, 0);
        ulong quotient1 = Reciprocal.DivideThreeByTwo(
            shifted.Limb3, shifted.Limb2, shifted.Limb1, divisor1, divisor0, reciprocal, out ulong rest1, out ulong rest0);
        ulong quotient0 = Reciprocal.DivideThreeByTwo(rest1, rest0, shifted.Limb0, divisor1, divisor0, reciprocal, out rest1, out rest0);
        UInt128 remainder = new UInt128(rest1, rest0) >> shift;
        quotient = new(quotient1, quotient0);

        // q·c = quotient·d + remainder. From below: quotient·above < remainder; from above: remainder + c + (quotient + 1)·below < d.
        return quotient >> AmountBits == 0
            && Times(quotient, above) < remainder
            && Times(quotient + 1, below) + c < d - remainder;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Times(UInt128 amount, ulong slack) =>
        new(WordProduct.High((ulong)amount, slack) + ((ulong)(amount >> 64) * slack), (ulong)amount * slack);
}
