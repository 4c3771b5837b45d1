using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Elementary;

/// <summary>e to a power with 18 decimals, equal to the contract's to the last digit.</summary>
/// <remarks>The exponent is taken apart by 128, 64, … 1/4, whose powers of e are multiplied; what remains goes through Σ x^k/k! to k = 12, with 20 decimals. Every
/// step is cut toward zero; below zero the result is 1/e^|x|. Source: spec/04-onchain-math.md §1.7, LogExpMath (MIT).</remarks>
internal static class Exponential
{
    private const ulong One18 = 1_000_000_000_000_000_000;

    private static readonly UInt256 One36 = (UInt128)One18 * One18;
    private static readonly UInt256 One20 = (UInt128)One18 * 100;
    private static readonly Divisor By20 = new(One20.Low);
    private static readonly Divisor By22 = new(One20.Low * 100);
    private static readonly Divisor By100 = new(100);

    /// <summary>k·10¹⁸ for k from 2 to 12: what term k of the series is divided by.</summary>
    private static readonly WordDivisor[] ByTerm = [.. Enumerable.Range(2, 11).Select(k => new WordDivisor((ulong)k * One18))];

    /// <summary>130: the largest exponent.</summary>
    internal static UInt128 Largest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (UInt128)One18 * 130;
    }

    /// <summary>41: the largest magnitude of a negative exponent.</summary>
    internal static UInt128 LargestNegative
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (UInt128)One18 * 41;
    }

    /// <summary>e^exponent; <see cref="ArithmeticFault.InvalidExponent"/> outside [−41, 130].</summary>
    public static UInt256 Of(in Int256 exponent, ref Fault fault)
    {
        bool negative = exponent.IsNegative;
        UInt256 magnitude = exponent.Magnitude;
        if (!IsInside(magnitude, negative))
        {
            fault.Raise(ArithmeticFault.InvalidExponent);
            return default;
        }

        return OfMagnitude(magnitude.Low, negative);
    }

    /// <summary>True for an exponent in [−41, 130].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsInside(in UInt256 magnitude, bool negative) =>
        magnitude.FitsUInt128 && magnitude.Low <= (negative ? LargestNegative : Largest);

    /// <summary>e^±magnitude; the caller has looked that it <see cref="IsInside"/>.</summary>
    internal static UInt256 OfMagnitude(UInt128 magnitude, bool negative)
    {
        UInt256 power = Positive(magnitude);
        return negative ? new Divisor(power.Low).Divide(One36) : power;
    }

    private static UInt256 Positive(UInt128 exponent)
    {
        // spec/04 §1.7, with x = exponent.
        UInt128 x = exponent;
        UInt256 wholePower = TakeWholePower(ref x);
        UInt256 product = One20;
        for (int n = 0; n < 2; n++)
        {
            UInt128 step = (UInt128)One18 * (32u >> n);
            if (x >= step)
            {
                x -= step;
                product = Times(product, PowersOfE.FromE32[n]);
            }
        }

        ulong rest = (ulong)x;
        for (int n = 0; n < PowersOfE.ExponentsFrom8.Length; n++)
        {
            if (rest >= PowersOfE.ExponentsFrom8[n])
            {
                rest -= PowersOfE.ExponentsFrom8[n];
                product = Times(product, PowersOfE.FromE32[n + 2]);
            }
        }

        return Assemble(product, Series(rest), wholePower);
    }

    /// <summary>e¹²⁸ or e⁶⁴, taken from x, or 1.</summary>
    private static UInt256 TakeWholePower(ref UInt128 x)
    {
        UInt128 step = (UInt128)One18 * 64;
        if (x < step)
        {
            return UInt256.One;
        }

        if (x < step << 1)
        {
            x -= step;
            return PowersOfE.E64;
        }

        x -= step << 1;
        return PowersOfE.E128;
    }

    /// <summary>product·factor with 20 decimals; of the first factor nothing is lost.</summary>
    private static UInt256 Times(in UInt256 product, UInt128 factor)
    {
        Fault none = default;
        return product == One20 ? factor : By20.Divide(UInt256.Multiply(product, factor, ref none));
    }

    /// <summary>product·series·wholePower, from 20 decimals to 18.</summary>
    private static UInt256 Assemble(in UInt256 product, UInt128 series, in UInt256 wholePower)
    {
        Fault none = default;
        if (wholePower == UInt256.One)
        {
            return product == One20 ? By100.Divide(series) : By22.Divide(UInt256.Multiply(product, series, ref none));
        }

        UInt256 both = By20.Divide(UInt256.Multiply(product, series, ref none));
        return By100.Divide(UInt256.Multiply(both, wholePower, ref none));
    }

    /// <summary>Σ x^k/k! for k to 12, 20 decimals, of an x below 1/4 with 18: term k is term k − 1 times x over k, and every term but x itself fits a word.</summary>
    private static UInt128 Series(ulong x)
    {
        // spec/04 §1.7; x with 20 decimals is 100·x, so term·(100·x)/10²⁰/k = term·x/(k·10¹⁸), cut once.
        ulong high = Math.BigMul(x, x, out ulong low);
        UInt128 square = new UInt128(high, low) * 100;
        ulong term = ByTerm[0].Divide((ulong)(square >> 64), (ulong)square);
        ulong sum = term;
        for (int n = 1; n < ByTerm.Length && term != 0; n++)
        {
            high = Math.BigMul(term, x, out low);
            term = ByTerm[n].Divide(high, low);
            sum += term;
        }

        return One20.Low + ((UInt128)x * 100) + sum;
    }
}
