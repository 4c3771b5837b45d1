using System.Numerics;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Division of 256 and 512 bits by up to 256, for divisors met once.</summary>
/// <remarks>Source: D. E. Knuth, The Art of Computer Programming 2, 4.3.1 algorithm D, with the quotient digit from the divisor's two highest words
/// (Möller and Granlund 2011).</remarks>
internal static class WideDivision
{
    /// <summary>⌊value/divisor⌋ and the remainder; divisor ≥ 1.</summary>
    public static UInt256 Divide(in UInt256 value, in UInt256 divisor, out UInt256 remainder)
    {
        if (value < divisor)
        {
            remainder = value;
            return default;
        }

        if (divisor.FitsUInt128)
        {
            if (value.FitsUInt128 && (value.Limb1 | divisor.Limb1) == 0)
            {
                remainder = value.Limb0 % divisor.Limb0;
                return value.Limb0 / divisor.Limb0;
            }

            UInt256 quotient = new Divisor(divisor.Low).Divide(value, out UInt128 rest);
            remainder = rest;
            return quotient;
        }

        return DivideByKnuth(new UInt512(value, default), divisor, out remainder);
    }

    /// <summary>⌊value/divisor⌋ and the remainder; value.High &lt; divisor.</summary>
    public static UInt256 Divide(in UInt512 value, in UInt256 divisor, out UInt256 remainder) =>
        divisor.FitsUInt128 ? DivideByTwoWords(value, divisor.Low, out remainder) : DivideByKnuth(value, divisor, out remainder);

    /// <summary>As above, for a divisor below 2¹²⁸: its remainder of the upper half, below the divisor, goes before the lower half.</summary>
    private static UInt256 DivideByTwoWords(in UInt512 value, UInt128 divisor, out UInt256 remainder)
    {
        int shift = (int)UInt128.LeadingZeroCount(divisor);
        UInt128 normalised = divisor << shift;
        ulong high = (ulong)(normalised >> 64), low = (ulong)normalised;
        ulong reciprocal = Reciprocal.OfTwoWords(high, low);
        UInt256 above = (value.High << shift) | (shift == 0 ? default : value.Low >> (256 - shift));
        UInt256 below = value.Low << shift;
        ulong rest1 = above.Limb1, rest0 = above.Limb0;
        ulong quotient3 = Reciprocal.DivideThreeByTwo(rest1, rest0, below.Limb3, high, low, reciprocal, out rest1, out rest0);
        ulong quotient2 = Reciprocal.DivideThreeByTwo(rest1, rest0, below.Limb2, high, low, reciprocal, out rest1, out rest0);
        ulong quotient1 = Reciprocal.DivideThreeByTwo(rest1, rest0, below.Limb1, high, low, reciprocal, out rest1, out rest0);
        ulong quotient0 = Reciprocal.DivideThreeByTwo(rest1, rest0, below.Limb0, high, low, reciprocal, out rest1, out rest0);
        remainder = new UInt128(rest1, rest0) >> shift;
        return new(quotient0, quotient1, quotient2, quotient3);
    }

    [SkipLocalsInit]
    private static UInt256 DivideByKnuth(in UInt512 value, in UInt256 divisor, out UInt256 remainder)
    {
        int words = divisor.Limb3 != 0 ? 4 : 3;
        int shift = BitOperations.LeadingZeroCount(words == 4 ? divisor.Limb3 : divisor.Limb2);
        UInt256 normalised = divisor << shift;
        Span<ulong> d = stackalloc ulong[4];
        Span<ulong> u = stackalloc ulong[9];
        Span<ulong> quotient = stackalloc ulong[4];
        quotient.Clear();
        Store(normalised, d);
        UInt256 carried = shift == 0 ? default : value.Low >> (256 - shift);
        Store(value.Low << shift, u);
        Store((value.High << shift) | carried, u[4..]);
        u[8] = shift == 0 ? 0 : value.High.Limb3 >> (64 - shift);

        ulong reciprocal = Reciprocal.OfTwoWords(d[words - 1], d[words - 2]);
        for (int j = Math.Min(8 - words, 3); j >= 0; j--)
        {
            quotient[j] = Digit(u.Slice(j, words + 1), d[..words], reciprocal);
        }

        UInt256 rest = words == 4 ? new UInt256(u[0], u[1], u[2], u[3]) : new UInt256(u[0], u[1], u[2], 0);
        remainder = rest >> shift;
        return new(quotient[0], quotient[1], quotient[2], quotient[3]);
    }

    /// <summary>One digit of the quotient; u loses digit·d.</summary>
    private static ulong Digit(Span<ulong> u, ReadOnlySpan<ulong> d, ulong reciprocal)
    {
        int words = d.Length;
        ulong digit = ulong.MaxValue;
        if (u[words] < d[words - 1] || (u[words] == d[words - 1] && u[words - 1] < d[words - 2]))
        {
            digit = Reciprocal.DivideThreeByTwo(
                u[words], u[words - 1], u[words - 2], d[words - 1], d[words - 2], reciprocal, out _, out _);
        }

        ulong carry = 0, borrow = 0;
        for (int i = 0; i < words; i++)
        {
            ulong high = Math.BigMul(digit, d[i], out ulong low);
            low += carry;
            carry = high + (low < carry ? 1UL : 0);
            u[i] = UInt256.SubtractBorrow(u[i], low, borrow, out borrow);
        }

        u[words] = UInt256.SubtractBorrow(u[words], carry, borrow, out borrow);
        return borrow == 0 ? digit : digit - AddBack(u, d);
    }

    /// <summary>Undoes a digit that was one too large; returns that one.</summary>
    private static ulong AddBack(Span<ulong> u, ReadOnlySpan<ulong> d)
    {
        ulong carry = 0;
        for (int i = 0; i < d.Length; i++)
        {
            u[i] = UInt256.AddCarry(u[i], d[i], carry, out carry);
        }

        u[d.Length] += carry;
        return 1;
    }

    private static void Store(in UInt256 value, Span<ulong> words)
    {
        words[3] = value.Limb3;
        words[2] = value.Limb2;
        words[1] = value.Limb1;
        words[0] = value.Limb0;
    }
}
