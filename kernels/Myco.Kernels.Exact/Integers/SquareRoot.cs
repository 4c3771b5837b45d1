using System.Numerics;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Integer square roots, rounded down: ⌊√n⌋.</summary>
/// <remarks>Halves by halves: the root of the upper half gives the upper half of the root, one division its lower half, one comparison the last unit.
/// Source: P. Zimmermann, "Karatsuba square root", INRIA RR-3805 (1999).</remarks>
public static class SquareRoot
{
    private const double TwoTo32 = 4294967296.0;
    private const double TwoTo97 = 158456325028528675187087900672.0;
    private const double TwoTo63 = 9223372036854775808.0;
    private const double HalfOfTwoTo16 = 32768.0;
    private const double HalfOfTwoTo32 = 2147483648.0;
    private const double GuessError = 8192.0;

    /// <summary>⌊√value⌋.</summary>
    public static UInt128 Floor(in UInt256 value)
    {
        if (value.FitsUInt128)
        {
            int leading = (int)UInt128.LeadingZeroCount(value.Low) & ~1;
            return value.IsZero ? 0 : OfTwoWords(value.Low << leading, out _, out _) >> (leading >> 1);
        }

        bool threeWords = value.Limb3 == 0;
        UInt256 top = threeWords ? value.WordUp(0) : value;
        int shift = BitOperations.LeadingZeroCount(top.Limb3) & ~1;
        top = top.ShiftUp(shift, 0);
        return OfFourWords(top.High, top.Limb1, top.Limb0, out _, out _, out _) >> ((threeWords ? shift + 64 : shift) >> 1);
    }

    /// <summary>⌊√value⌋.</summary>
    internal static UInt256 Floor(in UInt512 value)
    {
        if (value.High.IsZero)
        {
            return Floor(value.Low);
        }

        UInt256 high = value.High, low = value.Low;
        if (high.FitsUInt128)
        {
            return OfFiveOrSixWords(high, low);
        }

        bool sevenWords = high.Limb3 == 0;
        if (sevenWords)
        {
            (high, low) = (high.WordUp(low.Limb3), low.WordUp(0));
        }

        int shift = BitOperations.LeadingZeroCount(high.Limb3) & ~1;
        return OfEightWords(high.ShiftUp(shift, low.Limb3), low.ShiftUp(shift, 0)) >> ((sevenWords ? 32 : 0) + (shift >> 1));
    }

    /// <summary>A number between ⌊√value⌋ − 4 and ⌊√value⌋: three Newton steps without a division or a branch, for whom the last units do not matter.</summary>
    internal static UInt128 Below(in UInt256 value)
    {
        if (value.Limb3 == 0)
        {
            return Floor(value);
        }

        int shift = BitOperations.LeadingZeroCount(value.Limb3) & ~1;
        UInt256 top = value.ShiftUp(shift, 0);

        // From below, good to 2¹⁴ in the upper word of the root.
        double estimate = Math.Sqrt(top.Limb3) * TwoTo32, inverse = 1 / estimate;
        ulong guess = double.ConvertToIntegerNative<ulong>(estimate - GuessError);
        UInt128 upperRest = top.High - Square(guess);
        long step = double.ConvertToIntegerNative<long>((long)(upperRest >> 16) * (TwoTo63 * inverse));
        UInt128 root = ((UInt128)guess << 64) + ((UInt128)(ulong)step << 16);

        // Good to 2²⁹; what it misses, of either sign, tells the rest of it to two units.
        UInt256 rest = UInt256.WrappingSubtract(top, UInt256.Product((ulong)root, (ulong)(root >> 64), (ulong)root, (ulong)(root >> 64)));
        long missing = (long)((rest.Limb2 << 32) | (rest.Limb1 >> 32));
        root += (UInt128)(Int128)(double.ConvertToIntegerNative<long>(missing * (HalfOfTwoTo32 * inverse)) - 2);
        return root >> (shift >> 1);
    }

    /// <summary>⌊√value⌋, value − root² and 1/√value, good to binary64, for a value of at least 2¹²⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfTwoWords(UInt128 value, out UInt128 remainder, out double inverse)
    {
        // The binary64 root of the upper word is good to 2¹², so the guess lies below; a Newton step in binary64 leaves it right but for one unit.
        double estimate = Math.Sqrt((ulong)(value >> 64)) * TwoTo32;
        inverse = 1 / estimate;
        ulong guess = double.ConvertToIntegerNative<ulong>(estimate - GuessError);
        UInt128 rest = value - Square(guess);
        ulong root = guess + (ulong)double.ConvertToIntegerNative<long>((long)(rest >> 16) * (HalfOfTwoTo16 * inverse));
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

    /// <summary>⌊√value⌋ and value − root², whose bit 128 is apart, for a value of at least 2²⁵⁴; and 1 over the root's upper word, good to binary64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 OfFourWords(
        UInt128 high, ulong limb1, ulong limb0, out UInt128 remainder, out ulong remainderTop, out double inverse)
    {
        ulong upper = OfTwoWords(high, out UInt128 upperRest, out inverse);

        // (upperRest·2⁶⁴ + limb1)/(2·upper): both halved, so that the divisor is one word.
        ulong halvedHigh = (ulong)(upperRest >> 1);
        ulong halvedLow = ((ulong)upperRest << 63) | (limb1 >> 1);
        ulong quotient = ulong.MaxValue, rest, restTop = 0;
        if (halvedHigh < upper)
        {
            quotient = Reciprocal.DivideTwoByOne(halvedHigh, halvedLow, upper, Reciprocal.OfWord(upper, TwoTo97 * inverse), out rest);
        }
        else
        {
            // halvedHigh = upper: the quotient would be 2⁶⁴; with one less, the divisor remains.
            rest = upper + halvedLow;
            restTop = rest < upper ? 1UL : 0;
        }

        // 2⁶⁴·(2·rest + the bit lost by halving) + limb0 − quotient²: where that is negative, the root is one less.
        ulong twice = (rest << 1) | (limb1 & 1), top = (restTop << 1) | (rest >> 63);
        ulong rest0 = UInt256.SubtractBorrow(limb0, quotient * quotient, 0, out ulong borrow);
        ulong rest1 = UInt256.SubtractBorrow(twice, WordProduct.High(quotient, quotient), borrow, out borrow);
        ulong negative = top < borrow ? 1UL : 0, mask = 0 - negative;
        ulong root0 = UInt256.SubtractBorrow(quotient, negative, 0, out ulong carry);
        ulong root1 = upper - carry;

        // (root − 1)² = root² − 2·(root − 1) − 1
        rest0 = UInt256.AddCarry(rest0, (root0 << 1) & mask, negative, out carry);
        rest1 = UInt256.AddCarry(rest1, ((root1 << 1) | (root0 >> 63)) & mask, carry, out carry);
        remainderTop = top - borrow + ((root1 >> 63) & mask) + carry;
        remainder = new(rest1, rest0);
        return new(root1, root0);
    }

    /// <summary>⌊√(2²⁵⁶·high + low)⌋ for high from 1 to 2¹²⁸ − 1.</summary>
    private static UInt256 OfFiveOrSixWords(in UInt256 high, in UInt256 low)
    {
        bool fiveWords = high.Limb1 == 0;
        UInt256 top = fiveWords ? new(low.Limb1, low.Limb2, low.Limb3, high.Limb0) : new(low.Limb2, low.Limb3, high.Limb0, high.Limb1);
        ulong next1 = fiveWords ? low.Limb0 : low.Limb1, next0 = fiveWords ? 0 : low.Limb0;
        int shift = BitOperations.LeadingZeroCount(top.Limb3) & ~1, back = 63 - shift;
        UInt256 root = OfSixWords(top.ShiftUp(shift, next1), (next1 << shift) | (next0 >> 1 >> back), next0 << shift);
        return root >> ((fiveWords ? 32 : 0) + (shift >> 1));
    }

    /// <summary>⌊√(2¹²⁸·top + 2⁶⁴·next1 + next0)⌋ for top of at least 2²⁵⁴: two words of root by halves, the third by one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt256 OfSixWords(in UInt256 top, ulong next1, ulong next0)
    {
        UInt128 upper = OfFourWords(top.High, top.Limb1, top.Limb0, out UInt128 upperRest, out ulong upperRestTop, out double inverse);

        // As in OfFourWords, with a divisor of two words and one word of quotient.
        UInt128 halved = (upperRest >> 1) | ((UInt128)upperRestTop << 127);
        ulong divisor1 = (ulong)(upper >> 64), divisor0 = (ulong)upper, low0 = (next1 >> 1) | ((ulong)upperRest << 63);
        ulong quotient = ulong.MaxValue, rest1, rest0, restTop = 0;
        if (halved < upper)
        {
            ulong reciprocal = Reciprocal.OfTwoWords(divisor1, divisor0, TwoTo97 * inverse);
            quotient = Reciprocal.DivideThreeByTwo(
                (ulong)(halved >> 64), (ulong)halved, low0, divisor1, divisor0, reciprocal, out rest1, out rest0);
        }
        else
        {
            rest0 = UInt256.AddCarry(divisor0, low0, 0, out ulong carry);
            rest1 = UInt256.AddCarry(divisor1, 0, carry, out restTop);
        }

        UInt256 twice = new(next0, (rest0 << 1) | (next1 & 1), (rest1 << 1) | (rest0 >> 63), (restTop << 1) | (rest1 >> 63));
        UInt256.WrappingSubtract(twice, UInt256.Product(quotient, 0, quotient, 0), out bool negative);
        return UInt256.WrappingSubtract(new(quotient, divisor0, divisor1, 0), negative ? 1UL : 0);
    }

    /// <summary>⌊√(2²⁵⁶·high + low)⌋ for high of at least 2²⁵⁴.</summary>
    private static UInt256 OfEightWords(in UInt256 high, in UInt256 low)
    {
        UInt128 upper = OfFourWords(high.High, high.Limb1, high.Limb0, out UInt128 upperRest, out ulong upperRestTop, out double inverse);
        UInt128 halved = (upperRest >> 1) | ((UInt128)upperRestTop << 127);
        ulong divisor1 = (ulong)(upper >> 64), divisor0 = (ulong)upper;
        ulong low1 = (low.Limb3 >> 1) | ((ulong)upperRest << 63), low0 = (low.Limb2 >> 1) | (low.Limb3 << 63);
        ulong quotient1 = ulong.MaxValue, quotient0 = ulong.MaxValue, rest1, rest0, restTop = 0;
        if (halved < upper)
        {
            ulong reciprocal = Reciprocal.OfTwoWords(divisor1, divisor0, TwoTo97 * inverse);
            quotient1 = Reciprocal.DivideThreeByTwo(
                (ulong)(halved >> 64), (ulong)halved, low1, divisor1, divisor0, reciprocal, out rest1, out rest0);
            quotient0 = Reciprocal.DivideThreeByTwo(rest1, rest0, low0, divisor1, divisor0, reciprocal, out rest1, out rest0);
        }
        else
        {
            // As in OfFourWords: one less than 2¹²⁸, and the divisor remains.
            rest0 = UInt256.AddCarry(divisor0, low0, 0, out ulong carry);
            rest1 = UInt256.AddCarry(divisor1, low1, carry, out restTop);
        }

        // 2¹²⁸·(2·rest + the bit lost by halving) + the lower half − quotient²: where that is negative, the root is one less.
        UInt256 twice = new(low.Limb0, low.Limb1, (rest0 << 1) | (low.Limb2 & 1), (rest1 << 1) | (rest0 >> 63));
        UInt256.WrappingSubtract(twice, UInt256.Product(quotient0, quotient1, quotient0, quotient1), out bool borrow);
        ulong negative = ((restTop << 1) | (rest1 >> 63)) < (borrow ? 1UL : 0) ? 1UL : 0;
        return UInt256.WrappingSubtract(new(quotient0, quotient1, divisor0, divisor1), negative);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 Square(ulong value) => new(WordProduct.High(value, value), value * value);
}
