using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Integer square roots, rounded down: ⌊√n⌋.</summary>
/// <remarks>Halves by halves: the root of the upper half gives the upper half of the root, one division its lower half, one comparison the last unit.
/// Source: P. Zimmermann, "Karatsuba square root", INRIA RR-3805 (1999).</remarks>
public static class SquareRoot
{
    /// <summary>⌊√value⌋.</summary>
    public static UInt128 Floor(in UInt256 value)
    {
        int shift = value.LeadingZeroCount & ~1;
        if (shift >= 128)
        {
            return shift == 256 ? 0 : OfTwoWords(value.Low << (shift - 128), out _) >> ((shift - 128) >> 1);
        }

        return OfFourWords(value << shift, out _) >> (shift >> 1);
    }

    /// <summary>⌊√value⌋.</summary>
    public static UInt256 Floor(in UInt512 value)
    {
        if (value.High.IsZero)
        {
            return Floor(value.Low);
        }

        int shift = value.High.LeadingZeroCount & ~1;
        UInt256 high = (value.High << shift) | (shift == 0 ? default : value.Low >> (256 - shift));
        return OfEightWords(high, value.Low << shift) >> (shift >> 1);
    }

    /// <summary>⌊√value⌋ and value − root², for a value of at least 2¹²⁶.</summary>
    private static ulong OfTwoWords(UInt128 value, out UInt128 remainder)
    {
        // A binary64 root is good to 2¹¹ or so; one Newton step leaves an error of a unit or two.
        double guess = Math.Sqrt((double)value);
        ulong root = guess >= 18446744073709551615.0 ? ulong.MaxValue : (ulong)guess;
        UInt128 square = (UInt128)root * root;
        UInt128 corrected = value >= square
            ? (UInt128)root + (ulong)((double)(value - square) / (2 * guess))
            : (UInt128)root - (ulong)((double)(square - value) / (2 * guess)) - 1;
        root = corrected > ulong.MaxValue ? ulong.MaxValue : (ulong)corrected;
        square = (UInt128)root * root;
        while (square > value)
        {
            root--;
            square = (UInt128)root * root;
        }

        while (value - square > (UInt128)root + root)
        {
            root++;
            square = (UInt128)root * root;
        }

        remainder = value - square;
        return root;
    }

    /// <summary>⌊√value⌋ and value − root², for a value of at least 2²⁵⁴; the remainder's bit 128 is apart.</summary>
    private static UInt128 OfFourWords(in UInt256 value, out UInt256 remainder)
    {
        ulong upper = OfTwoWords(value.High, out UInt128 upperRest);

        // (upperRest·2⁶⁴ + limb1)/(2·upper): both halved, so that the divisor is one word.
        ulong halvedHigh = (ulong)(upperRest >> 1);
        ulong halvedLow = ((ulong)upperRest << 63) | (value.Limb1 >> 1);
        ulong quotient = ulong.MaxValue, rest;
        UInt128 twiceRest;
        if (halvedHigh < upper)
        {
            quotient = Reciprocal.DivideTwoByOne(halvedHigh, halvedLow, upper, Reciprocal.OfWord(upper), out rest);
            twiceRest = ((UInt128)rest << 1) + (value.Limb1 & 1);
        }
        else
        {
            // halvedHigh = upper: the quotient would be 2⁶⁴; with one less, the divisor remains.
            twiceRest = (((UInt128)upper + halvedLow) << 1) + (value.Limb1 & 1);
        }

        return Settle(new UInt128(upper, quotient), new UInt256(value.Limb0, (ulong)twiceRest, (ulong)(twiceRest >> 64), 0), Square(quotient), out remainder);
    }

    /// <summary>⌊√(2²⁵⁶·high + low)⌋ for high of at least 2²⁵⁴.</summary>
    private static UInt256 OfEightWords(in UInt256 high, in UInt256 low)
    {
        UInt128 upper = OfFourWords(high, out UInt256 upperRest);
        UInt256 halved = (upperRest >> 1);
        ulong top = (ulong)(upperRest.Limb0 & 1) << 63;
        ulong divisor1 = (ulong)(upper >> 64), divisor0 = (ulong)upper;
        ulong low1 = (low.Limb3 >> 1) | top, low0 = (low.Limb2 >> 1) | (low.Limb3 << 63);
        UInt128 quotient = UInt128.MaxValue;
        UInt256 twiceRest;
        if (halved.Low < upper)
        {
            ulong reciprocal = Reciprocal.OfTwoWords(divisor1, divisor0);
            ulong quotient1 = Reciprocal.DivideThreeByTwo(
                halved.Limb1, halved.Limb0, low1, divisor1, divisor0, reciprocal, out ulong rest1, out ulong rest0);
            ulong quotient0 = Reciprocal.DivideThreeByTwo(rest1, rest0, low0, divisor1, divisor0, reciprocal, out rest1, out rest0);
            quotient = new UInt128(quotient1, quotient0);
            twiceRest = (new UInt256(rest0, rest1, 0, 0) << 1) | (low.Limb2 & 1);
        }
        else
        {
            UInt256 sum = UInt256.WrappingAdd(upper, new UInt256(low0, low1, 0, 0));
            twiceRest = (sum << 1) | (low.Limb2 & 1);
        }

        // root² ≤ n means twiceRest·2¹²⁸ + low half ≥ quotient²; the root is one less where that fails.
        UInt256 square = UInt256.Product((ulong)quotient, (ulong)(quotient >> 64), (ulong)quotient, (ulong)(quotient >> 64));
        bool tooLarge = twiceRest.FitsUInt128 && new UInt256(low.Low, twiceRest.Low) < square;
        UInt256 root = new(quotient, upper);
        return tooLarge ? UInt256.WrappingSubtract(root, UInt256.One) : root;
    }

    /// <summary>root and rest − square; where that is negative, one unit less and the rest that belongs to it.</summary>
    private static UInt128 Settle(UInt128 root, in UInt256 rest, UInt128 square, out UInt256 remainder)
    {
        remainder = UInt256.WrappingSubtract(rest, square, out bool borrow);
        if (!borrow)
        {
            return root;
        }

        // (root − 1)² = root² − 2·root + 1
        UInt256 twice = UInt256.WrappingSubtract((UInt256)root << 1, UInt256.One);
        remainder = UInt256.WrappingAdd(remainder, twice);
        return root - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Square(ulong value) => (UInt128)value * value;
}
