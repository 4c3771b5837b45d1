using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Division of two or three words by a normalised divisor through its reciprocal.</summary>
/// <remarks>Source: N. Möller and T. Granlund, "Improved division by invariant integers", IEEE Transactions on Computers 60 (2011), algorithms 3 to 6.</remarks>
internal static class Reciprocal
{
    /// <summary>⌊(2¹⁹ − 3·2⁸)/d⌋ for d from 256 to 511: eleven bits of a reciprocal.</summary>
    private static readonly ushort[] Start = MakeStart();

    /// <summary>⌊(2¹²⁸ − 1)/divisor⌋ − 2⁶⁴ for a divisor with its top bit set (algorithm 3).</summary>
    public static ulong OfWord(ulong divisor)
    {
        ulong d40 = (divisor >> 24) + 1;
        ulong v0 = Start[(int)(divisor >> 55) - 256];
        ulong v1 = (v0 << 11) - ((v0 * v0 * d40) >> 40) - 1;
        return Complete(divisor, (v1 << 13) + ((v1 * ((1UL << 60) - (v1 * d40))) >> 47));
    }

    /// <summary>The same from a binary64 estimate of 2⁹⁷/divisor, good to 2⁻⁵⁰ of itself: three steps of algorithm 3 less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfWord(ulong divisor, double estimate) =>
        Complete(divisor, double.ConvertToIntegerNative<ulong>(estimate - 0.25));

    /// <summary>The last two steps of algorithm 3, from 34 bits of the reciprocal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Complete(ulong divisor, ulong v2)
    {
        ulong d63 = (divisor >> 1) + (divisor & 1);
        ulong e = ((v2 >> 1) & (0UL - (divisor & 1))) - (v2 * d63);
        ulong v3 = (v2 << 31) + (WordProduct.High(v2, e) >> 1);
        ulong carry = (v3 * divisor) + divisor < divisor ? 1UL : 0;
        return v3 - (WordProduct.High(v3, divisor) + carry + divisor);
    }

    /// <summary>⌊(2¹⁹² − 1)/(2⁶⁴·divisor1 + divisor0)⌋ − 2⁶⁴ for a divisor with its top bit set (algorithm 6).</summary>
    public static ulong OfTwoWords(ulong divisor1, ulong divisor0) => Extend(divisor1, divisor0, OfWord(divisor1));

    /// <summary>The same, with an estimate of 2⁹⁷/divisor1 as in <see cref="OfWord(ulong, double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfTwoWords(ulong divisor1, ulong divisor0, double estimate) => Extend(divisor1, divisor0, OfWord(divisor1, estimate));

    /// <summary>The reciprocal of two words from that of the upper one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Extend(ulong divisor1, ulong divisor0, ulong reciprocal)
    {
        // Both corrections are as likely as not, so they are masks and not branches.
        ulong p = (divisor1 * reciprocal) + divisor0;
        bool wrapped = p < divisor0, twice = wrapped & (p >= divisor1);
        reciprocal -= (wrapped ? 1UL : 0) + (twice ? 1UL : 0);
        p -= divisor1 & (0 - (wrapped ? 1UL : 0));
        p -= divisor1 & (0 - (twice ? 1UL : 0));

        ulong t1 = WordProduct.High(reciprocal, divisor0), t0 = reciprocal * divisor0;
        p += t1;
        wrapped = p < t1;
        twice = wrapped & ((p > divisor1) | ((p == divisor1) & (t0 >= divisor0)));
        return reciprocal - (wrapped ? 1UL : 0) - (twice ? 1UL : 0);
    }

    /// <summary>⌊(2⁶⁴·high + low)/divisor⌋ and the remainder, high &lt; divisor (algorithm 4).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong DivideTwoByOne(ulong high, ulong low, ulong divisor, ulong reciprocal, out ulong remainder)
    {
        ulong quotient0 = (reciprocal * high) + low;
        ulong quotient1 = WordProduct.High(reciprocal, high) + high + (quotient0 < low ? 1UL : 0) + 1;
        ulong rest = low - (quotient1 * divisor);
        ulong tooLarge = rest > quotient0 ? 1UL : 0;
        quotient1 -= tooLarge;
        rest += divisor & (0 - tooLarge);
        if (rest >= divisor)
        {
            quotient1++;
            rest -= divisor;
        }

        remainder = rest;
        return quotient1;
    }

    /// <summary>⌊(2¹²⁸·u2 + 2⁶⁴·u1 + u0)/divisor⌋ and the remainder, (u2, u1) &lt; divisor (algorithm 5).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong DivideThreeByTwo(
        ulong u2, ulong u1, ulong u0, ulong divisor1, ulong divisor0, ulong reciprocal, out ulong remainder1, out ulong remainder0)
    {
        ulong quotient0 = (reciprocal * u2) + u1;
        ulong quotient1 = WordProduct.High(reciprocal, u2) + u2 + (quotient0 < u1 ? 1UL : 0);
        ulong t0 = quotient1 * divisor0;
        ulong rest1 = u1 - (quotient1 * divisor1) - WordProduct.High(divisor0, quotient1) - (u0 < t0 ? 1UL : 0);
        ulong rest0 = u0 - t0;
        rest1 -= divisor1 + (rest0 < divisor0 ? 1UL : 0);
        rest0 -= divisor0;
        quotient1++;
        ulong tooLarge = rest1 >= quotient0 ? 1UL : 0, mask = 0 - tooLarge;
        quotient1 -= tooLarge;
        rest0 += divisor0 & mask;
        rest1 += (divisor1 & mask) + (rest0 < (divisor0 & mask) ? 1UL : 0);
        if (rest1 > divisor1 || (rest1 == divisor1 && rest0 >= divisor0))
        {
            quotient1++;
            rest1 -= divisor1 + (rest0 < divisor0 ? 1UL : 0);
            rest0 -= divisor0;
        }

        remainder1 = rest1;
        remainder0 = rest0;
        return quotient1;
    }

    private static ushort[] MakeStart()
    {
        var start = new ushort[256];
        for (int i = 0; i < start.Length; i++)
        {
            start[i] = (ushort)(((1 << 19) - (3 << 8)) / (256 + i));
        }

        return start;
    }
}
