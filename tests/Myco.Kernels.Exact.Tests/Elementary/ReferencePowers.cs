using System.Numerics;

namespace Myco.Kernels.Exact.Tests.Elementary;

/// <summary>spec/04 §1.7 over whole numbers of any size, without any of the kernel's short cuts: the second opinion.</summary>
internal static class ReferencePowers
{
    public static readonly BigInteger One18 = BigInteger.Pow(10, 18);
    private static readonly BigInteger One20 = BigInteger.Pow(10, 20);
    private static readonly BigInteger One36 = BigInteger.Pow(10, 36);

    private static readonly (BigInteger Exponent18, BigInteger Power)[] Whole =
    [
        (128 * One18, BigInteger.Parse("38877084059945950922200000000000000000000000000000000000")),
        (64 * One18, BigInteger.Parse("6235149080811616882910000000")),
    ];

    private static readonly (BigInteger Exponent20, BigInteger Power20)[] Fine =
    [
        (32 * One20, BigInteger.Parse("7896296018268069516100000000000000")),
        (16 * One20, BigInteger.Parse("888611052050787263676000000")),
        (8 * One20, BigInteger.Parse("298095798704172827474000")),
        (4 * One20, BigInteger.Parse("5459815003314423907810")),
        (2 * One20, BigInteger.Parse("738905609893065022723")),
        (One20, BigInteger.Parse("271828182845904523536")),
        (One20 / 2, BigInteger.Parse("164872127070012814685")),
        (One20 / 4, BigInteger.Parse("128402541668774148407")),
        (One20 / 8, BigInteger.Parse("113314845306682631683")),
        (One20 / 16, BigInteger.Parse("106449445891785942956")),
    ];

    public static BigInteger Ln(BigInteger a) => IsNear(a) ? Ln36(a) / One18 : Ln18(a);

    public static BigInteger Log(BigInteger value, BigInteger radix)
    {
        BigInteger below = IsNear(radix) ? Ln36(radix) : Ln18(radix) * One18;
        BigInteger above = IsNear(value) ? Ln36(value) : Ln18(value) * One18;
        return above * One18 / below;
    }

    public static BigInteger Exp(BigInteger x)
    {
        if (x < 0)
        {
            return One36 / Exp(-x);
        }

        BigInteger whole = 1, product = One20;
        int first = Array.FindIndex(Whole, entry => entry.Exponent18 <= x);
        if (first >= 0)
        {
            whole = Whole[first].Power;
            x -= Whole[first].Exponent18;
        }

        x *= 100;
        foreach ((BigInteger exponent, BigInteger power) in Fine[..8])
        {
            if (x >= exponent)
            {
                x -= exponent;
                product = product * power / One20;
            }
        }

        BigInteger term = x, sum = One20 + x;
        for (int k = 2; k <= 12; k++)
        {
            term = term * x / One20 / k;
            sum += term;
        }

        return product * sum / One20 * whole / 100;
    }

    /// <summary>value^exponent; null where y·ln x lies outside [−41, 130].</summary>
    public static BigInteger? Pow(BigInteger value, BigInteger exponent)
    {
        if (exponent.IsZero)
        {
            return One18;
        }

        if (value.IsZero)
        {
            return 0;
        }

        BigInteger l = IsNear(value) ? Ln36(value) : Ln18(value);
        BigInteger product = IsNear(value)
            ? ((l / One18 * exponent) + (BigInteger.Remainder(l, One18) * exponent / One18)) / One18
            : l * exponent / One18;
        return product < -41 * One18 || product > 130 * One18 ? null : Exp(product);
    }

    private static bool IsNear(BigInteger a) => a * 10 > One18 * 9 && a * 10 < One18 * 11;

    private static BigInteger Ln36(BigInteger a) => Series((a * One18) - One36, (a * One18) + One36, One36, 15);

    private static BigInteger Ln18(BigInteger a)
    {
        if (a < One18)
        {
            return -Ln18(One36 / a);
        }

        BigInteger sum = 0;
        foreach ((BigInteger exponent, BigInteger power) in Whole)
        {
            if (a >= power * One18)
            {
                a /= power;
                sum += exponent;
            }
        }

        sum *= 100;
        a *= 100;
        foreach ((BigInteger exponent, BigInteger power) in Fine)
        {
            if (a >= power)
            {
                a = a * One20 / power;
                sum += exponent;
            }
        }

        return (sum + Series(a - One20, a + One20, One20, 11)) / 100;
    }

    private static BigInteger Series(BigInteger above, BigInteger below, BigInteger one, int last)
    {
        BigInteger z = above * one / below;
        BigInteger square = z * z / one, power = z, sum = z;
        for (int k = 3; k <= last; k += 2)
        {
            power = power * square / one;
            sum += power / k;
        }

        return 2 * sum;
    }
}
