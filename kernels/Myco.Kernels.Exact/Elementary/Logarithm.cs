using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Elementary;

/// <summary>Logarithms with 18 decimals, equal to the contract's to the last digit.</summary>
/// <remarks>Between 0.9 and 1.1, both excluded, ln x = 2·Σ z^k/k over odd k to 15, z = (x − 1)/(x + 1), with 36 decimals. Elsewhere x, or 1/x below 1, is divided
/// by powers of e as long as it is not below them, and the series to k = 11 does the rest with 20 decimals. Every step is cut toward zero.
/// Source: spec/04-onchain-math.md §1.7, LogExpMath (MIT).</remarks>
internal static class Logarithm
{
    private const ulong One18 = 1_000_000_000_000_000_000;
    private const ulong NearOne = One18 / 10;
    private const ulong Sixteenth = One18 / 16;

    /// <summary>Twice 10²⁰ and a little more has 68 bits: so many to 128.</summary>
    private const int SeriesShift = 60;

    private static readonly UInt256 One20 = (UInt128)100 * One18;
    private static readonly UInt256 One36 = (UInt128)One18 * One18;
    private static readonly Divisor By36 = new(One36.Low);

    /// <summary>10²⁰/8, which divides an eighth of what 10²⁰ divides.</summary>
    private static readonly WordDivisor By20Eighth = new(12_500_000_000_000_000_000);

    /// <summary>What the terms of the 36-decimal series are divided by: 3, 5, … 15.</summary>
    private static readonly WordDivisor[] ByOdd = [.. Enumerable.Range(1, 7).Select(n => new WordDivisor((ulong)((2 * n) + 1)))];

    private static readonly UInt256 LeastForE128 = UInt256.WrappingMultiply(PowersOfE.E128, One18);
    private static readonly UInt256 LeastForE64 = UInt256.WrappingMultiply(PowersOfE.E64, One18);

    /// <summary>ln value; <see cref="ArithmeticFault.LogarithmOutOfBounds"/> for 0 and below.</summary>
    public static Int256 Natural(in Int256 value, ref Fault fault)
    {
        if (!value.IsPositive)
        {
            fault.Raise(ArithmeticFault.LogarithmOutOfBounds);
            return default;
        }

        bool negative;
        UInt128 magnitude = IsNearOne(value.Bits)
            ? Magnitude36(value.Bits.Limb0, out negative) / One18
            : Magnitude18(value.Bits, out negative);
        return new(Int256.NegateBits(magnitude, negative));
    }

    /// <summary>ln value / ln radix, both logarithms with 36 decimals where they have them; <see cref="ArithmeticFault.DivisionByZero"/> for
    /// a value or radix of 0 and a radix of 1, <see cref="ArithmeticFault.LogarithmOutOfBounds"/> below 0.</summary>
    public static Int256 ToBase(in Int256 value, in Int256 radix, ref Fault fault)
    {
        Int256 denominator = Signed36(radix, ref fault);
        Int256 numerator = Signed36(value, ref fault);
        return Int256.Divide(Int256.Multiply(numerator, One18AsSigned, ref fault), denominator, ref fault);
    }

    /// <summary>True where the logarithm has 36 decimals: |value − 1| &lt; 0.1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsNearOne(in UInt256 value) =>
        (value.Limb1 | value.Limb2 | value.Limb3) == 0 && value.Limb0 - (One18 - NearOne) - 1 < (2 * NearOne) - 1;

    /// <summary>|ln value| with 36 decimals, and whether ln value &lt; 0; <see cref="IsNearOne"/>.</summary>
    internal static UInt128 Magnitude36(ulong value, out bool negative)
    {
        // spec/04 §1.7. The contract's fraction has a factor 10¹⁸ above and below, which cancels exactly.
        negative = value < One18;
        ulong distance = negative ? One18 - value : value - One18;
        UInt256 dividend = UInt256.Product(distance, 0, One36.Limb0, One36.Limb1);
        UInt128 z = new Divisor(value + One18).Divide(dividend).Low;
        UInt128 zSquared = ProductBy36(z, z);
        UInt128 power = z, sum = z;
        for (int n = 0; n < ByOdd.Length; n++)
        {
            power = ProductBy36(power, zSquared);
            if (power == UInt128.Zero)
            {
                break;
            }

            sum += ByOdd[n].Divide(power);
        }

        return sum << 1;
    }

    /// <summary>|ln value| with 18 decimals, and whether ln value &lt; 0; value from 1 to 2²⁵⁵ − 1.</summary>
    internal static UInt128 Magnitude18(in UInt256 value, out bool negative)
    {
        negative = value < One18;
        UInt256 atLeastOne = value;
        if (negative)
        {
            atLeastOne = new WordDivisor(value.Limb0).Divide(One36.Low);
        }

        UInt128 rest = BelowE32(atLeastOne, out uint sixteenths);
        for (int n = 1; n < PowersOfE.FromE32.Length; n++)
        {
            if (rest >= PowersOfE.FromE32[n])
            {
                rest = DivideByPower(rest, n);
                sixteenths += 512u >> n;
            }
        }

        return ((UInt128)sixteenths * Sixteenth) + (Series20((ulong)(rest - One20.Low)) / 100);
    }

    private static Int256 One18AsSigned => new(One20.Low / 100);

    /// <summary>As the contract has it for logarithms to a base: with 36 decimals, of which only near 1 more than 18 are other than zero.</summary>
    private static Int256 Signed36(in Int256 value, ref Fault fault)
    {
        if (!value.IsPositive)
        {
            // 10³⁶/value is cut to 0 there, and ends in a division by zero; above, the contract's recursion has no end.
            bool isZeroNext = value.IsZero || value.Magnitude > One36;
            fault.Raise(isZeroNext ? ArithmeticFault.DivisionByZero : ArithmeticFault.LogarithmOutOfBounds);
            return default;
        }

        bool negative;
        UInt128 magnitude = IsNearOne(value.Bits)
            ? Magnitude36(value.Bits.Limb0, out negative)
            : Magnitude18(value.Bits, out negative) * One18;
        return new(Int256.NegateBits(magnitude, negative));
    }

    /// <summary>value without its factors e¹²⁸, e⁶⁴ and e³², 20 decimals, and 16 times their exponents' sum.</summary>
    private static UInt128 BelowE32(in UInt256 value, out uint sixteenths)
    {
        sixteenths = 0;
        UInt256 rest = value;
        Fault none = default;
        if (rest >= LeastForE128)
        {
            rest = UInt256.Divide(rest, PowersOfE.E128, ref none);
            sixteenths += 128 * 16;
        }

        if (rest >= LeastForE64)
        {
            rest = UInt256.Divide(rest, PowersOfE.E64, ref none);
            sixteenths += 64 * 16;
        }

        rest = UInt256.Multiply(rest, 100, ref none);
        if (rest >= PowersOfE.FromE32[0])
        {
            rest = PowersOfE.DivisorsFromE32[0].Divide(UInt256.Multiply(rest, One20, ref none));
            sixteenths += 32 * 16;
        }

        return rest.Low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static UInt128 DivideByPower(UInt128 value, int n) =>
        PowersOfE.DivisorsFromE32[n].Divide(UInt256.Product((ulong)value, (ulong)(value >> 64), One20.Limb0, One20.Limb1)).Low;

    /// <summary>2·Σ z^k/k, z = excess/(2 + excess), 20 decimals; 0 ≤ excess &lt; e^(1/16) − 1, so that every term fits a word.</summary>
    private static ulong Series20(ulong excess)
    {
        // spec/04 §1.7.
        UInt256 dividend = UInt256.Product(excess, 0, One20.Limb0, One20.Limb1).ShiftUp(SeriesShift, 0);
        UInt128 divisor = ((One20.Low << 1) + excess) << SeriesShift;
        ulong high = (ulong)(divisor >> 64), low = (ulong)divisor;
        ulong z = Reciprocal.DivideThreeByTwo(
            dividend.Limb2, dividend.Limb1, dividend.Limb0, high, low, Reciprocal.OfTwoWords(high, low), out _, out _);
        ulong zSquared = ProductBy20(z, z);
        ulong sum = z;
        ulong power = ProductBy20(z, zSquared);
        sum += power / 3;
        power = ProductBy20(power, zSquared);
        sum += power / 5;
        power = ProductBy20(power, zSquared);
        sum += power / 7;
        power = ProductBy20(power, zSquared);
        sum += power / 9;
        power = ProductBy20(power, zSquared);
        sum += power / 11;
        return sum << 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ProductBy20(ulong left, ulong right)
    {
        ulong high = Math.BigMul(left, right, out ulong low);
        return By20Eighth.Divide(high >> 3, (low >> 3) | (high << 61));
    }

    private static UInt128 ProductBy36(UInt128 left, UInt128 right) =>
        By36.Divide(UInt256.Product((ulong)left, (ulong)(left >> 64), (ulong)right, (ulong)(right >> 64))).Low;
}
