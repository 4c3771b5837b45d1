using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Draws;

/// <summary>256-bit words for tests: from and to big integers, random ones of every size, the edges among them.</summary>
internal static class Words
{
    public static readonly BigInteger Modulus = BigInteger.One << 256;

    public static readonly BigInteger One18 = BigInteger.Pow(10, 18);

    public static BigInteger Big(in UInt256 value) => BigInteger.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    public static UInt256 Word(BigInteger value)
    {
        BigInteger low = ulong.MaxValue;
        return new((ulong)(value & low), (ulong)((value >> 64) & low), (ulong)((value >> 128) & low), (ulong)((value >> 192) & low));
    }

    /// <summary>Any word: of a random length, or an edge.</summary>
    public static UInt256 Any(Random random, int bits = 256)
    {
        UInt256 value = new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64() * 2);
        int length = random.Next(bits + 1);
        return random.Next(12) switch
        {
            0 => default,
            1 => UInt256.One,
            2 => UInt256.MaxValue >> (256 - bits),
            _ => length == 0 ? default : value >> (256 - length),
        };
    }

    /// <summary>About mantissa·10^exponent, log-uniform between the powers of ten.</summary>
    public static UInt256 Between(Random random, int lowest, int highest)
    {
        double exponent = lowest + (random.NextDouble() * (highest - lowest));
        int whole = Math.Max(0, (int)Math.Floor(exponent) - 17);
        BigInteger mantissa = new(Math.Pow(10, exponent - whole));
        return Word((mantissa * BigInteger.Pow(10, whole)) + random.Next(1000));
    }

    public static UInt256[] Many(int count, Func<UInt256> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
