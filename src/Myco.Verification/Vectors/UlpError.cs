using System.Globalization;
using System.Numerics;

namespace Myco.Verification.Vectors;

/// <summary>|x − reference| over the ulp of the reference rounded to binary64, the reference a decimal of any length.</summary>
/// <remarks>Exact, in integers, up to the last division. Against a zero or subnormal reference the unit is 2⁻¹⁰⁷⁴, the ulp of
/// the smallest normal. Source: spec 05-formats.</remarks>
internal static class UlpError
{
    // Below the least subnormal, 4.9e-324, and its 40 digits; above the largest binary64, 1.8e308.
    private const int MostExponent = 400;
    private const int MostLength = 1200;

    /// <summary>The error of <paramref name="value"/>; infinite when it is not finite.</summary>
    /// <exception cref="FormatException">The reference is no decimal number of bounded size.</exception>
    public static double Of(double value, string reference)
    {
        (BigInteger digits, int exponent) = Split(reference);
        double rounded = double.Parse(reference, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return double.PositiveInfinity;
        }

        (BigInteger mantissa, int shift) = Split(value);
        (_, int unit) = Split(Ulp(rounded));

        // Everything times 2^1074 and 10^scale is whole.
        int scale = Math.Max(0, -exponent);
        BigInteger ten = BigInteger.Pow(10, scale);
        BigInteger exact = (digits * BigInteger.Pow(10, exponent + scale)) << 1074;
        BigInteger difference = BigInteger.Abs(((mantissa * ten) << (shift + 1074)) - exact);
        BigInteger quotient = (difference << 64) / (ten << (unit + 1074));
        return Math.ScaleB((double)quotient, -64);
    }

    private static double Ulp(double rounded)
    {
        double magnitude = Math.Abs(rounded);
        return magnitude >= double.MaxValue ? double.MaxValue - Math.BitDecrement(double.MaxValue) : Math.BitIncrement(magnitude) - magnitude;
    }

    /// <summary>value = mantissa · 2^exponent, with exponent ≥ −1074.</summary>
    private static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & ((1L << 52) - 1);
        long magnitude = biased == 0 ? fraction : fraction | (1L << 52);
        int exponent = Math.Max(biased, 1) - 1075;

        // A power of two must come out as itself, not as 2^52 of something smaller, to serve as the unit.
        int zeros = magnitude == 0 ? 0 : BitOperations.TrailingZeroCount(magnitude);
        return (bits < 0 ? -(magnitude >> zeros) : magnitude >> zeros, magnitude == 0 ? 0 : exponent + zeros);
    }

    /// <summary>reference = digits · 10^exponent.</summary>
    private static (BigInteger Digits, int Exponent) Split(string reference)
    {
        int mark = reference.IndexOfAny(['e', 'E']);
        string body = mark < 0 ? reference : reference[..mark];
        int exponent = mark < 0 ? 0 : int.Parse(reference.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = body.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : body.Length - point - 1;
        if (reference.Length > MostLength || Math.Abs(exponent) > MostExponent + MostLength)
        {
            throw new FormatException($"the number has {reference.Length} characters and the exponent {exponent}, beyond {MostLength} or {MostExponent}");
        }

        string whole = body.Replace(".", string.Empty, StringComparison.Ordinal);
        return (BigInteger.Parse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }
}
