using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools;

/// <summary>Integers for pools: balances over many orders, and words of any bits.</summary>
internal static class WordDraw
{
    /// <summary>At most 10^orders, spread evenly over the orders.</summary>
    public static UInt256 Amount(Random random, double leastOrder, double mostOrder)
    {
        double order = leastOrder + (random.NextDouble() * (mostOrder - leastOrder));
        return Of((BigInteger)(Math.Pow(10, order - Math.Floor(order)) * 1e15) * BigInteger.Pow(10, (int)order) / (BigInteger)1e15);
    }

    /// <summary>Any 256 bits, short ones as often as long ones.</summary>
    public static UInt256 Garbage(Random random)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.NextBytes(bytes);
        return Of(new BigInteger(bytes, isUnsigned: true) >> random.Next(257));
    }

    public static UInt256 Of(BigInteger value) => UInt256.Parse(value.ToString());

    public static BigInteger Big(in UInt256 value) => BigInteger.Parse(value.ToString());

    public static BigInteger Big(in Int256 value) => BigInteger.Parse(value.ToString());
}
