using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>⌊P/10¹⁸⌋, ⌊P/10¹⁹⌋ and ⌊P/10³⁸⌋ of a number of 256 bits: the divisions that fixed point does.</summary>
/// <remarks>Two digits at a time by a reciprocal, the remainder says what the estimate is short of; nothing to branch on but the size of P.
/// Source: P. Barrett, CRYPTO '86.</remarks>
internal static class ConstantDivision
{
    private const ulong Ten18 = 1_000_000_000_000_000_000;
    private const ulong Five19 = 19_073_486_328_125;

    // ⌊2¹⁸⁸/10¹⁸⌋ − 2¹²⁸, ⌊2¹⁷³/5¹⁹⌋ − 2¹²⁸ and ⌊2²⁵⁴/10³⁸⌋, in two words each; 10³⁸ in two words.
    private const ulong Reciprocal18High = 0x2725_DD1D_243A_BA0E, Reciprocal18Low = 0x75FE_645C_C487_3F9E;
    private const ulong Reciprocal19High = 0xD83C_94FB_6D2A_C34A, Reciprocal19Low = 0x5663_D3C7_A0D8_65CA;
    private const ulong Reciprocal38High = 0xD9C7_DCED_53C7_2255, Reciprocal38Low = 0x96E7_BD35_8C90_4A21;
    private const ulong Ten38High = 0x4B3B_4CA8_5A86_C47A, Ten38Low = 0x098A_2240_0000_0000;

    /// <summary>⌊value/10¹⁸⌋ and the remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 By18(in UInt256 value, out ulong remainder)
    {
        ulong digit3 = 0, digit2, rest;
        if (value.Limb3 == 0)
        {
            digit2 = value.Limb2 / Ten18;
            rest = value.Limb2 - (digit2 * Ten18);
        }
        else
        {
            digit3 = value.Limb3 / Ten18;
            ulong above = value.Limb3 - (digit3 * Ten18);
            rest = TwoDigits(0, above, value.Limb2, Ten18, 60, Reciprocal18High, Reciprocal18Low, out _, out digit2);
        }

        remainder = TwoDigits(
            rest, value.Limb1, value.Limb0, Ten18, 60, Reciprocal18High, Reciprocal18Low, out ulong digit1, out ulong digit0);
        return new(digit0, digit1, digit2, digit3);
    }

    /// <summary>⌊value/10¹⁹⌋ and the remainder: 2¹⁹ by a shift, 5¹⁹ by its reciprocal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 By19(in UInt256 value, out ulong remainder)
    {
        ulong limb0 = (value.Limb0 >> 19) | (value.Limb1 << 45);
        ulong limb1 = (value.Limb1 >> 19) | (value.Limb2 << 45);
        ulong digit3 = 0, digit2 = 0, rest = 0;
        if ((value.Limb2 | value.Limb3) != 0)
        {
            ulong limb2 = (value.Limb2 >> 19) | (value.Limb3 << 45), limb3 = value.Limb3 >> 19;
            digit3 = limb3 / Five19;
            ulong above = limb3 - (digit3 * Five19);
            rest = TwoDigits(0, above, limb2, Five19, 45, Reciprocal19High, Reciprocal19Low, out _, out digit2);
        }

        rest = TwoDigits(rest, limb1, limb0, Five19, 45, Reciprocal19High, Reciprocal19Low, out ulong digit1, out ulong digit0);
        remainder = (rest << 19) | (value.Limb0 & ((1UL << 19) - 1));
        return new(digit0, digit1, digit2, digit3);
    }

    /// <summary>⌊(2¹²⁸·limb2 + 2⁶⁴·limb1 + limb0)/10¹⁸⌋ and the remainder, for limb2 below 10¹⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 By18(ulong limb2, ulong limb1, ulong limb0, out ulong remainder)
    {
        remainder = TwoDigits(limb2, limb1, limb0, Ten18, 60, Reciprocal18High, Reciprocal18Low, out ulong digit1, out ulong digit0);
        return new(digit1, digit0);
    }

    /// <summary>⌊(2¹²⁸·limb2 + 2⁶⁴·limb1 + limb0)/10¹⁹⌋ and the remainder, for limb2 below 10¹⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 By19(ulong limb2, ulong limb1, ulong limb0, out ulong remainder)
    {
        ulong lower = (limb0 >> 19) | (limb1 << 45), middle = (limb1 >> 19) | (limb2 << 45);
        ulong rest = TwoDigits(
            limb2 >> 19, middle, lower, Five19, 45, Reciprocal19High, Reciprocal19Low, out ulong digit1, out ulong digit0);
        remainder = (rest << 19) | (limb0 & ((1UL << 19) - 1));
        return new(digit1, digit0);
    }

    /// <summary>⌊value/10³⁸⌋ for a value below 2²⁵⁴, the quotient then below 2¹²⁸; the general division above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 By38(in UInt256 value)
    {
        if (value.Limb3 >> 62 != 0)
        {
            return Scale.By38.Divide(value).ByLimbs();
        }

        // n = ⌊P/2¹²⁶⌋; ⌊n·reciprocal/2¹²⁸⌋ is at most 2 below the quotient, and what remains below 2.86·10³⁸ < 2¹²⁸.
        ulong n1 = (value.Limb3 << 2) | (value.Limb2 >> 62), n0 = (value.Limb2 << 2) | (value.Limb1 >> 62);
        UInt256 product = UInt256.Product(n0, n1, Reciprocal38Low, Reciprocal38High);
        ulong digit0 = product.Limb2, digit1 = product.Limb3;
        ulong taken0 = digit0 * Ten38Low;
        ulong taken1 = WordProduct.High(digit0, Ten38Low) + (digit0 * Ten38High) + (digit1 * Ten38Low);
        ulong remains0 = value.Limb0 - taken0;
        ulong remains1 = value.Limb1 - taken1 - (value.Limb0 < taken0 ? 1UL : 0);
        ulong missing = 2 - Below(remains1, remains0, Ten38High, Ten38Low)
            - Below(remains1, remains0, (Ten38High << 1) | (Ten38Low >> 63), Ten38Low << 1);
        digit0 += missing;
        return new(digit0, digit1 + (digit0 < missing ? 1UL : 0), 0, 0);
    }

    /// <summary>The two digits and the remainder of N = 2¹²⁸·rest + 2⁶⁴·limb1 + limb0 by the divisor, for rest below it; the divisor lies between
    /// 2^(shift − 1) and 2^shift, the reciprocal is ⌊2^(shift + 128)/divisor⌋ − 2¹²⁸, shift at most 60.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong TwoDigits(
        ulong rest, ulong limb1, ulong limb0, ulong divisor, int shift, ulong reciprocalHigh, ulong reciprocalLow, out ulong digit1, out ulong digit0)
    {
        // n = ⌊N/2^shift⌋ has 128 bits; n + ⌊n·reciprocal/2¹²⁸⌋, the cross products cut, is less than 6 below N/divisor.
        ulong n1 = (rest << (64 - shift)) | (limb1 >> shift), n0 = (limb1 << (64 - shift)) | (limb0 >> shift);
        ulong cross = WordProduct.High(n0, reciprocalHigh);
        ulong sum = WordProduct.High(n1, reciprocalLow) + cross;
        ulong carry = sum < cross ? 1UL : 0;
        ulong low = n1 * reciprocalHigh;
        sum += low;
        ulong upper = WordProduct.High(n1, reciprocalHigh) + carry + n1 + (sum < low ? 1UL : 0);
        ulong lower = n0 + sum;
        upper += lower < sum ? 1UL : 0;

        // So what remains, below 6 divisors, fits its lowest word.
        ulong remains = limb0 - (lower * divisor);
        ulong missing = remains / divisor;
        digit0 = lower + missing;
        digit1 = upper + (digit0 < missing ? 1UL : 0);
        return remains - (missing * divisor);
    }

    /// <summary>1 where the first number of two words is below the second, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Below(ulong left1, ulong left0, ulong right1, ulong right0)
    {
        UInt256.SubtractBorrow(left1, right1, left0 < right0 ? 1UL : 0, out ulong borrow);
        return borrow;
    }
}
