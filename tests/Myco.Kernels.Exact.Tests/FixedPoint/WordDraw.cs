using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

/// <summary>Words of every length, edges of limbs among them.</summary>
internal static class WordDraw
{
    public static UInt256 Unsigned(Random random, int bits = 256)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.NextBytes(bytes);
        BigInteger value = new BigInteger(bytes, isUnsigned: true) >> (256 - random.Next(bits + 1));
        if (random.Next(4) == 0)
        {
            value = BigInteger.Max(0, (BigInteger.One << random.Next(bits + 1)) + random.Next(-2, 2));
        }

        return UInt256.Parse((value % (BigInteger.One << bits)).ToString());
    }

    public static Int256 Signed(Random random, int bits = 255)
    {
        Int256 value = new(Unsigned(random, bits));
        return random.Next(2) == 0 ? value : Int256.WrappingNegate(value);
    }

    public static BigInteger Big(in UInt256 value) => BigInteger.Parse(value.ToString());
}
