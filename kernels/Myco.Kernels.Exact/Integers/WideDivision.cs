using System.Numerics;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Division of 256 and 512 bits by up to 256, for divisors met once.</summary>
/// <remarks>Source: D. E. Knuth, The Art of Computer Programming 2, 4.3.1 algorithm D, with the quotient digit from the divisor's two highest words
/// (Möller and Granlund 2011). Divisors of three and four words are shifted to the top of four alike.</remarks>
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

        if (!divisor.FitsUInt128)
        {
            return DivideUpperHalf(value, divisor, out remainder);
        }

        if ((value.Limb1 | value.Limb2 | value.Limb3) == 0)
        {
            remainder = value.Limb0 % divisor.Limb0;
            return value.Limb0 / divisor.Limb0;
        }

        UInt256 quotient = new Divisor(divisor.Low).Divide(value, out UInt128 rest).ByLimbs();
        remainder = rest;
        return quotient;
    }

    /// <summary>⌊value/divisor⌋ and the remainder; value.High &lt; divisor.</summary>
    public static UInt256 Divide(in UInt512 value, in UInt256 divisor, out UInt256 remainder) =>
        divisor.FitsUInt128 ? DivideByTwoWords(value, divisor.Low, out remainder) : DivideByFourWords(value, divisor, out remainder);

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

    /// <summary>⌊value/divisor⌋ and the remainder for a divisor of 2¹²⁸ or more: the quotient has two digits, one for a divisor of four words.</summary>
    private static UInt256 DivideUpperHalf(in UInt256 value, in UInt256 divisor, out UInt256 remainder)
    {
        bool threeWords = divisor.Limb3 == 0;
        UInt256 top = threeWords ? divisor.WordUp(0) : divisor;
        int shift = BitOperations.LeadingZeroCount(top.Limb3);
        UInt256 normalised = top.ShiftUp(shift, 0), shifted = value.ShiftUp(shift, 0);
        ulong reciprocal = Reciprocal.OfTwoWords(normalised.Limb3, normalised.Limb2);
        UInt256 rest = new(shifted.Limb1, shifted.Limb2, shifted.Limb3, value.Limb3 >> 1 >> (63 - shift));
        ulong quotient1 = 0, quotient0 = Digit(ref rest, shifted.Limb0, normalised, reciprocal);
        if (threeWords)
        {
            quotient1 = quotient0;
            quotient0 = Digit(ref rest, 0, normalised, reciprocal);
            shift += 64;
        }

        remainder = rest >> shift;
        return new(quotient0, quotient1, 0, 0);
    }

    private static UInt256 DivideByFourWords(in UInt512 value, in UInt256 divisor, out UInt256 remainder)
    {
        UInt256 top = divisor, high = value.High, low = value.Low;
        bool threeWords = divisor.Limb3 == 0;
        if (threeWords)
        {
            // The upper half is below the divisor: nothing is lost.
            (top, high, low) = (divisor.WordUp(0), high.WordUp(low.Limb3), low.WordUp(0));
        }

        int shift = BitOperations.LeadingZeroCount(top.Limb3);
        UInt256 normalised = top.ShiftUp(shift, 0), rest = high.ShiftUp(shift, low.Limb3), lower = low.ShiftUp(shift, 0);
        ulong reciprocal = Reciprocal.OfTwoWords(normalised.Limb3, normalised.Limb2);
        ulong quotient3 = Digit(ref rest, lower.Limb3, normalised, reciprocal);
        ulong quotient2 = Digit(ref rest, lower.Limb2, normalised, reciprocal);
        ulong quotient1 = Digit(ref rest, lower.Limb1, normalised, reciprocal);
        ulong quotient0 = Digit(ref rest, lower.Limb0, normalised, reciprocal);
        remainder = rest >> (threeWords ? shift + 64 : shift);
        return new(quotient0, quotient1, quotient2, quotient3);
    }

    /// <summary>⌊(2⁶⁴·rest + next)/divisor⌋, which leaves the remainder in rest; rest &lt; divisor, whose top bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Digit(ref UInt256 rest, ulong next, in UInt256 divisor, ulong reciprocal)
    {
        ulong divisor3 = divisor.Limb3, divisor2 = divisor.Limb2, divisor1 = divisor.Limb1, divisor0 = divisor.Limb0;
        if (rest.Limb3 >= divisor3 && rest.Limb2 >= divisor2)
        {
            return SaturatedDigit(ref rest, next, divisor);
        }

        // The upper three words by the divisor's upper two; then the digit's product with its lower two comes off what remains.
        ulong digit = Reciprocal.DivideThreeByTwo(
            rest.Limb3, rest.Limb2, rest.Limb1, divisor3, divisor2, reciprocal, out ulong rest1, out ulong rest0);
        ulong low1 = digit * divisor1;
        ulong middle = WordProduct.High(digit, divisor0) + low1;
        ulong top = WordProduct.High(digit, divisor1) + (middle < low1 ? 1UL : 0);
        UInt256 left = UInt256.WrappingSubtract(
            new UInt256(next, rest.Limb0, rest0, rest1), new UInt256(digit * divisor0, middle, top, 0), out bool tooLarge);
        while (tooLarge)
        {
            digit--;
            left = UInt256.WrappingAdd(left, divisor, out bool settled);
            tooLarge = !settled;
        }

        rest = left;
        return digit;
    }

    /// <summary>The digit where rest and divisor begin with the same two words: 2⁶⁴ − 1, or at most two units less.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SaturatedDigit(ref UInt256 rest, ulong next, in UInt256 divisor)
    {
        // rest·2⁶⁴ + next − (2⁶⁴ − 1)·divisor = divisor + next − (divisor − rest)·2⁶⁴; the difference has at most two words.
        UInt256 difference = UInt256.WrappingSubtract(divisor, rest);
        UInt256 left = UInt256.WrappingAdd(divisor, next, out bool carry);
        left = UInt256.WrappingSubtract(left, new UInt256(0, difference.Limb0, difference.Limb1, 0), out bool borrow);
        ulong digit = ulong.MaxValue;
        bool negative = borrow & !carry;
        while (negative)
        {
            digit--;
            left = UInt256.WrappingAdd(left, divisor, out bool settled);
            negative = !settled;
        }

        rest = left;
        return digit;
    }
}
