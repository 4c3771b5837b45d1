using System.Numerics;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces.Oracle;

/// <summary>mantissa·2^exponent, every operation cut to 640 bits: an oracle that shares no arithmetic with the engine.</summary>
/// <remarks>The textbook route cancels up to λ⁴, 107 bits at λ = 1e8: what is left agrees with the exact result to far more than 400 bits.</remarks>
internal readonly struct BigReal : IComparable<BigReal>
{
    private const int Bits = 640;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    private BigReal(BigInteger mantissa, int exponent)
    {
        int excess = (int)mantissa.GetBitLength() - Bits;
        (_mantissa, _exponent) = mantissa.IsZero ? (0, 0) : excess > 0 ? (mantissa >> excess, exponent + excess) : (mantissa, exponent);
    }

    public static BigReal One => 1;

    public int Sign => _mantissa.Sign;

    public static implicit operator BigReal(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7FF);
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        long magnitude = biased == 0 ? fraction : fraction | (1L << 52);
        return new(value < 0 ? -magnitude : magnitude, Math.Max(biased, 1) - 1075);
    }

    public static BigReal operator +(BigReal x, BigReal y)
    {
        // A summand beyond twice the bits below the other leaves no trace.
        if (x.Sign == 0 || y.Sign == 0)
        {
            return x.Sign == 0 ? y : x;
        }

        (BigReal high, BigReal low) = x._exponent >= y._exponent ? (x, y) : (y, x);
        int shift = high._exponent - low._exponent;
        return shift > 4 * Bits ? high : new((high._mantissa << shift) + low._mantissa, low._exponent);
    }

    public static BigReal operator -(BigReal x) => new(-x._mantissa, x._exponent);

    public static BigReal operator -(BigReal x, BigReal y) => x + -y;

    public static BigReal operator *(BigReal x, BigReal y) => new(x._mantissa * y._mantissa, x._exponent + y._exponent);

    public static BigReal operator /(BigReal x, BigReal y) =>
        new((x._mantissa << (2 * Bits)) / y._mantissa, x._exponent - y._exponent - (2 * Bits));

    public static bool operator <(BigReal x, BigReal y) => x.CompareTo(y) < 0;

    public static bool operator >(BigReal x, BigReal y) => x.CompareTo(y) > 0;

    public static BigReal Sqrt(BigReal x)
    {
        bool odd = (x._exponent & 1) != 0;
        ExactRational root = ExactRational.Sqrt(ExactRational.Scaled(odd ? x._mantissa << 1 : x._mantissa, 0), Bits);
        BigInteger scaled = (root.Numerator << Bits) / root.Denominator;
        return new(scaled, ((x._exponent - (odd ? 1 : 0)) / 2) - Bits);
    }

    /// <summary>cos x and sin x, by Taylor's series at x/2³² and as many doublings.</summary>
    public static (BigReal Cosine, BigReal Sine) CosineAndSine(double angle)
    {
        const int Doublings = 32;
        BigReal x = (BigReal)angle / Math.ScaleB(1, Doublings);
        BigReal sine = x, lessOne = 0, term = x;
        for (int n = 2; n < 60; n++)
        {
            term = term * x / n;
            BigReal signed = (n / 2 % 2) == 0 ? term : -term;
            (lessOne, sine) = (n % 2) == 0 ? (lessOne + signed, sine) : (lessOne, sine + signed);
        }

        // cos − 1 and sin are doubled: cos 2x − 1 = −2 sin²x, sin 2x = 2 sin x cos x; neither cancels.
        for (int i = 0; i < Doublings; i++)
        {
            (lessOne, sine) = ((BigReal)(-2) * sine * sine, (BigReal)2 * sine * (lessOne + One));
        }

        return (lessOne + One, sine);
    }

    public int CompareTo(BigReal other) => (this - other).Sign;

    public ExactRational ToExact() => ExactRational.Scaled(_mantissa, _exponent);

    public double ToDouble() => ToExact().ToDouble();

    public override string ToString() => ToExact().ToString();
}
