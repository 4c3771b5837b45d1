using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests;

/// <summary>Numbers to try, and their way to BigInteger and back.</summary>
internal static class Numbers
{
    public static readonly BigInteger Modulus = BigInteger.One << 256;
    public static readonly BigInteger SignedLimit = BigInteger.One << 255;

    /// <summary>0, 1, all-ones limbs, powers of two and ten with their neighbours, the ends.</summary>
    public static IReadOnlyList<BigInteger> Edges { get; } = MakeEdges();

    public static BigInteger Big(in UInt256 value) => ((BigInteger)value.High << 128) | (BigInteger)value.Low;

    public static BigInteger Big(in UInt512 value) => (Big(value.High) << 256) | Big(value.Low);

    public static BigInteger Big(in Int256 value) => value.IsNegative ? Big(value.Bits) - Modulus : Big(value.Bits);

    /// <summary>The number modulo 2²⁵⁶.</summary>
    public static UInt256 Unsigned(BigInteger value)
    {
        BigInteger word = ulong.MaxValue;
        return new((ulong)(value & word), (ulong)((value >> 64) & word), (ulong)((value >> 128) & word), (ulong)((value >> 192) & word));
    }

    public static Int256 Signed(BigInteger value) => new(Unsigned(value));

    public static UInt512 Wide(BigInteger value) => new(Unsigned(value), Unsigned(value >> 256));

    /// <summary>Of every length, often with runs of ones and zeros at limbs' ends, often an edge.</summary>
    public static BigInteger Draw(Random random)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.NextBytes(bytes);
        BigInteger value = new BigInteger(bytes, isUnsigned: true) >> random.Next(257);
        BigInteger limb = (BigInteger)ulong.MaxValue << (64 * random.Next(4));
        return random.Next(8) switch
        {
            0 => Edges[random.Next(Edges.Count)],
            1 => Modulus - 1 - value,
            2 => value & ~limb,
            3 => value | limb,
            4 => BigInteger.Max(0, Edges[random.Next(Edges.Count)] - (value >> 192)),
            _ => value,
        };
    }

    /// <summary>As <see cref="Draw"/>, as the 256 bits of a signed number.</summary>
    public static BigInteger DrawSigned(Random random) => random.Next(3) switch
    {
        0 => Big(Signed(Draw(random))),
        1 => -(Draw(random) >> 1),
        _ => Draw(random) >> 1,
    };

    /// <summary>A number from 1 unit to 10³⁴ with 18 decimals, even on a logarithmic scale, whole numbers among them.</summary>
    public static BigInteger DrawAmount(Random random)
    {
        BigInteger value = (BigInteger)random.NextInt64() * random.NextInt64() >> random.Next(110);
        return random.Next(4) == 0 ? (value >> 60) * BigInteger.Pow(10, 18) : value;
    }

    /// <summary>A number with 38 decimals of either sign, about 1 or far below.</summary>
    public static BigInteger DrawFraction(Random random)
    {
        BigInteger value = ((BigInteger)random.NextInt64() << 64) + random.NextInt64() >> random.Next(80);
        return random.Next(2) == 0 ? value : -value;
    }

    private static List<BigInteger> MakeEdges()
    {
        List<BigInteger> edges = [0];
        for (int power = 0; power <= 256; power += power % 32 is 31 or 0 ? 1 : power % 32 == 1 ? 30 : 1)
        {
            edges.AddRange([(BigInteger.One << power) - 1, BigInteger.One << power, (BigInteger.One << power) + 1]);
        }

        foreach (int power in new[] { 1, 18, 19, 20, 36, 38, 57, 76, 77 })
        {
            edges.AddRange([BigInteger.Pow(10, power) - 1, BigInteger.Pow(10, power), BigInteger.Pow(10, power) + 1]);
        }

        return [.. edges.Where(edge => edge < Modulus).Distinct().Order()];
    }
}
