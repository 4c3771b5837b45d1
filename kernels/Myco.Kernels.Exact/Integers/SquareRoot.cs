using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Integer square roots, rounded down: ⌊√n⌋.</summary>
/// <remarks>Halves by halves: the root of the upper half gives the upper half of the root, one division its lower half, one comparison the last unit.
/// Source: P. Zimmermann, "Karatsuba square root", INRIA RR-3805 (1999).</remarks>
public static class SquareRoot
{
    private const double TwoTo32 = 4294967296.0;
    private const double HalfOfTwoTo16 = 32768.0;
    private const double GuessError = 8192.0;

    /// <summary>⌊√value⌋.</summary>
    public static UInt128 Floor(in UInt256 value)
    {
        int shift = value.LeadingZeroCount & ~1;
        if (shift >= 128)
        {
            return shift == 256 ? 0 : OfTwoWords(value.Low << (shift - 128), out _) >> ((shift - 128) >> 1);
        }

        UInt256 normalised = value << shift;
        return OfFourWords(normalised.High, normalised.Limb1, normalised.Limb0, out _, out _) >> (shift >> 1);
    }

    /// <summary>⌊√value⌋.</summary>
    public static UInt256 Floor(in UInt512 value)
    {
        if (value.High.IsZero)
        {
            return Floor(value.Low);
        }

        int shift = value.High.LeadingZeroCount & ~1;
        UInt256 high = value.High << shift;
        return OfEightWords(shift == 0 ? high : high | (value.Low >> (256 - shift)), value.Low << shift) >> (shift >> 1);
    }

    /// <summary>⌊√value⌋ and value − root², for a value of at least 2¹²⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfTwoWords(UInt128 value, out UInt128 remainder)
    {
        // The binary64 root of the upper word is good to 2¹², so the guess lies below; a Newton step in binary64 leaves it right but for one unit.
        double estimate = Math.Sqrt((ulong)(value >> 64)) * TwoTo32;
        ulong guess = double.ConvertToIntegerNative<ulong>(estimate - GuessError);
        UInt128 rest = value - Square(guess);
        ulong root = guess + (ulong)double.ConvertToIntegerNative<long>((long)(rest >> 16) * (HalfOfTwoTo16 / estimate));
        if (root < guess)
        {
            root = ulong.MaxValue;
        }

        remainder = value - Square(root);
        if ((Int128)remainder < 0)
        {
            root--;
            remainder += ((UInt128)root << 1) + 1;
        }
        else if (remainder > (UInt128)root << 1)
        {
            remainder -= ((UInt128)root << 1) + 1;
            root++;
        }

        return root;
    }

    /// <summary>⌊√value⌋ and value − root², for a value of at least 2²⁵⁴; the remainder's bit 128 is apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 OfFourWords(UInt128 high, ulong limb1, ulong limb0, out UInt128 remainder, out ulong remainderTop)
    {
        ulong upper = OfTwoWords(high, out UInt128 upperRest);

        // (upperRest·2⁶⁴ + limb1)/(2·upper): both halved, so that the divisor is one word.
        ulong halvedHigh = (ulong)(upperRest >> 1);
        ulong halvedLow = ((ulong)upperRest << 63) | (limb1 >> 1);
        ulong quotient = ulong.MaxValue, rest, restTop = 0;
        if (halvedHigh < upper)
        {
            quotient = Reciprocal.DivideTwoByOne(halvedHigh, halvedLow, upper, Reciprocal.OfWord(upper), out rest);
        }
        else
        {
            // halvedHigh = upper: the quotient would be 2⁶⁴; with one less, the divisor remains.
            rest = upper + halvedLow;
            restTop = rest < upper ? 1UL : 0;
        }

        // 2⁶⁴·(2·rest + the bit lost by halving) + limb0 − quotient²: where that is negative, the root is one less.
        UInt128 square = Square(quotient);
        UInt128 twice = new((rest << 1) | (limb1 & 1), limb0);
        ulong borrow = twice < square ? 1UL : 0;
        ulong top = (restTop << 1) | (rest >> 63);
        ulong negative = top < borrow ? 1UL : 0, mask = 0 - negative;
        UInt128 root = new UInt128(upper, quotient);
        UInt128 difference = twice - square;
        UInt128 less = root - negative;

        // (root − 1)² = root² − 2·(root − 1) − 1
        UInt128 added = new UInt128((ulong)(less >> 64) & mask, (ulong)less & mask);
        remainder = difference + (added << 1) + negative;
        ulong carry = remainder < difference ? 1UL : 0;
        remainderTop = top - borrow + ((ulong)(added >> 127)) + carry;
        return less;
    }

    /// <summary>⌊√(2²⁵⁶·high + low)⌋ for high of at least 2²⁵⁴.</summary>
    private static UInt256 OfEightWords(in UInt256 high, in UInt256 low)
    {
        UInt128 upper = OfFourWords(high.High, high.Limb1, high.Limb0, out UInt128 upperRest, out ulong upperRestTop);
        UInt128 halved = (upperRest >> 1) | ((UInt128)upperRestTop << 127);
        ulong top = (ulong)upperRest << 63;
        ulong divisor1 = (ulong)(upper >> 64), divisor0 = (ulong)upper;
        ulong low1 = (low.Limb3 >> 1) | top, low0 = (low.Limb2 >> 1) | (low.Limb3 << 63);
        UInt128 quotient = UInt128.MaxValue;
        UInt256 twiceRest;
        if (halved < upper)
        {
            ulong reciprocal = Reciprocal.OfTwoWords(divisor1, divisor0);
            ulong quotient1 = Reciprocal.DivideThreeByTwo(
                (ulong)(halved >> 64), (ulong)halved, low1, divisor1, divisor0, reciprocal, out ulong rest1, out ulong rest0);
            ulong quotient0 = Reciprocal.DivideThreeByTwo(rest1, rest0, low0, divisor1, divisor0, reciprocal, out rest1, out rest0);
            quotient = new UInt128(quotient1, quotient0);
            twiceRest = new((rest0 << 1) | (low.Limb2 & 1), (rest1 << 1) | (rest0 >> 63), rest1 >> 63, 0);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Square(ulong value) => new(WordProduct.High(value, value), value * value);
}
