using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Elementary;

/// <summary>Numbers where logarithms and powers are used, and where they change their way.</summary>
internal static class Draws
{
    private const double Smallest = 1e-18;

    /// <summary>A positive number with 18 decimals: any size to 2²⁵⁵, near one, next to a power of e.</summary>
    public static BigInteger Positive(Random random)
    {
        BigInteger drawn = random.Next(5) switch
        {
            0 => Bits(random, 255),
            1 => ReferencePowers.One18 + (BigInteger)((random.NextDouble() - 0.5) * 0.3e18),
            2 => (BigInteger)(Math.Exp(random.Next(-650, 2080) / 16.0) * 1e18) + random.Next(-3, 4),
            3 => (BigInteger)(Math.Exp((random.NextDouble() - 0.5) * 6) * 1e18),
            _ => ReferencePowers.One18 * random.Next(1, 12) / 10 + random.Next(-2, 3),
        };
        return BigInteger.Max(drawn, 1);
    }

    /// <summary>An exponent of a power: weights' ratios, whole numbers, and any size.</summary>
    public static BigInteger Exponent(Random random) => random.Next(4) switch
    {
        0 => Bits(random, 187),
        1 => ReferencePowers.One18 * random.Next(0, 100),
        2 => (BigInteger)(random.NextDouble() * 1e18),
        _ => (BigInteger)((Smallest + random.NextDouble()) / (0.01 + random.NextDouble()) * 1e18),
    };

    public static BigInteger Bits(Random random, int most)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) >> (256 - random.Next(1, most + 1));
    }

    public static UInt256 Word(BigInteger value) => UInt256.Parse(value.ToString());

    public static Int256 SignedWord(BigInteger value) => Int256.Parse(value.ToString());
}
