using System.Numerics;
using Myco.Kernels.Tests.ExtendedPrecision;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>eˣ and ln x in fixed point with 500 bits behind the point: the oracle of the quad-double functions, by other series than theirs.</summary>
internal static class ExactExponential
{
    private const int Bits = 500;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger FixedLn2 = ArcTangent(One / 3);

    public static Dyadic Ln2 => new(FixedLn2, -Bits);

    /// <summary>Σ xⁿ/n! of what whole multiples of ln 2 leave.</summary>
    public static Dyadic Exp(Dyadic x)
    {
        BigInteger fixedX = Fixed(x);
        int k = (int)(fixedX / FixedLn2);
        BigInteger rest = fixedX - (k * FixedLn2), sum = BigInteger.Zero;
        int n = 1;
        for (BigInteger term = One; !term.IsZero; n++)
        {
            sum += term;
            term = ((term * rest) >> Bits) / n;
        }

        return new(sum, k - Bits);
    }

    /// <summary>k·ln 2 + 2·artanh((m − 1)/(m + 1)) for x = 2ᵏ·m.</summary>
    public static Dyadic Log(Dyadic x)
    {
        int k = (int)x.Mantissa.GetBitLength() - 1;
        BigInteger m = k <= Bits ? x.Mantissa << (Bits - k) : x.Mantissa >> (k - Bits);
        return new(((k + x.Exponent) * FixedLn2) + ArcTangent(((m - One) << Bits) / (m + One)), -Bits);
    }

    /// <summary>2·artanh x.</summary>
    private static BigInteger ArcTangent(BigInteger x)
    {
        BigInteger square = (x * x) >> Bits, sum = BigInteger.Zero;
        int n = 1;
        for (BigInteger power = x; !power.IsZero; n += 2, power = (power * square) >> Bits)
        {
            sum += power / n;
        }

        return 2 * sum;
    }

    private static BigInteger Fixed(Dyadic x) =>
        x.Exponent + Bits >= 0 ? x.Mantissa << (x.Exponent + Bits) : x.Mantissa >> -(x.Exponent + Bits);
}
