using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Baselines;

/// <summary>Wide integers as one writes them with <see cref="BigInteger"/>.</summary>
internal static class BigIntegers
{
    public static readonly BigInteger Ten18 = BigInteger.Pow(10, 18);
    public static readonly BigInteger Ten38 = BigInteger.Pow(10, 38);

    /// <summary>⌊√n⌋ by Newton's iteration from a power of two above the root.</summary>
    public static BigInteger SquareRoot(BigInteger n)
    {
        BigInteger root = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (n / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>A number of exactly so many bits.</summary>
    public static BigInteger Draw(Random random, int bits)
    {
        byte[] bytes = new byte[(bits / 8) + 1];
        random.NextBytes(bytes);
        return (new BigInteger(bytes, isUnsigned: true) & ((BigInteger.One << bits) - 1)) | (BigInteger.One << (bits - 1));
    }

    public static UInt256 ToUInt256(BigInteger value)
    {
        BigInteger word = ulong.MaxValue;
        return new((ulong)(value & word), (ulong)((value >> 64) & word), (ulong)((value >> 128) & word), (ulong)((value >> 192) & word));
    }

    public static BigInteger FromUInt256(UInt256 value) => ((BigInteger)value.High << 128) | (BigInteger)value.Low;
}
