using System.Numerics;

namespace Myco.Kernels.Tests.ExtendedPrecision;

/// <summary>π, sine and cosine in fixed point with 1400 bits behind the point, since angles may have 1024 before it: Machin's formula and Taylor's series.</summary>
internal static class ExactTrigonometry
{
    private const int Bits = 1400;

    private static readonly BigInteger FixedPi = 4 * ((4 * ArcCotangent(5)) - ArcCotangent(239));

    public static Dyadic Pi => new(FixedPi, -Bits);

    public static (Dyadic Sine, Dyadic Cosine) SinCos(Dyadic angle)
    {
        // Halved thirty times before the series, doubled thirty times after it.
        const int Halvings = 30;
        int shift = angle.Exponent + Bits;
        BigInteger x = shift >= 0 ? angle.Mantissa << shift : angle.Mantissa >> -shift;
        x = BigInteger.Remainder(x, 2 * FixedPi) >> Halvings;
        (BigInteger sine, BigInteger cosine) = (Series(x, x, 1), Series(BigInteger.One << Bits, x, 0));
        for (int i = 0; i < Halvings; i++)
        {
            (sine, cosine) = ((2 * sine * cosine) >> Bits, ((cosine * cosine) - (sine * sine)) >> Bits);
        }

        return (new(sine, -Bits), new(cosine, -Bits));
    }

    private static BigInteger Series(BigInteger first, BigInteger x, int order)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger square = (x * x) >> Bits;
        for (BigInteger term = first; !term.IsZero; order += 2)
        {
            sum += term;
            term = -((term * square) >> Bits) / ((order + 1) * (order + 2));
        }

        return sum;
    }

    private static BigInteger ArcCotangent(int n)
    {
        BigInteger sum = BigInteger.Zero;
        BigInteger power = (BigInteger.One << Bits) / n;
        for (int k = 1; !power.IsZero; k += 2, power /= -n * n)
        {
            sum += power / k;
        }

        return sum;
    }
}
