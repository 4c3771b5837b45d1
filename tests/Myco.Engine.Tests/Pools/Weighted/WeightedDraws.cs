using System.Numerics;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Weighted;

/// <summary>Random weighted pools, balances and words.</summary>
internal static class WeightedDraws
{
    public const ulong One = 1_000_000_000_000_000_000;
    public const ulong Percent = One / 100;

    public static BigInteger Big(in UInt256 value) => BigInteger.Parse(value.ToString());

    public static UInt256 Word(BigInteger value) => UInt256.Parse(value.ToString());

    /// <summary>Any word, of any length.</summary>
    public static UInt256 AnyWord(Random random)
    {
        Span<byte> bytes = stackalloc byte[32];
        random.NextBytes(bytes);
        return Word(new BigInteger(bytes, isUnsigned: true) >> random.Next(257));
    }

    /// <summary>From 10⁹ to 10²⁹ units, evenly in the logarithm.</summary>
    public static UInt256 Balance(Random random) => Word((BigInteger)Math.Pow(10, 9 + (random.NextDouble() * 20)));

    public static UInt256[] Balances(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Balance(random))];

    /// <summary>Weights of whole percents, whose powers are whole: at least 1 each, 100 together.</summary>
    public static int[] Percents(Random random, int count)
    {
        int[] percents = [.. Enumerable.Repeat(1, count)];
        for (int left = 100 - count; left > 0;)
        {
            int part = random.Next(1, left + 1);
            percents[random.Next(count)] += part;
            left -= part;
        }

        return percents;
    }

    /// <summary>Of tokens with 18 decimals, whose minimum is 10⁶.</summary>
    public static WeightedParameters Pool(Random random, WeightedVersion version = WeightedVersion.Current)
    {
        int count = random.Next(2, 9);
        UInt256[] weights = [.. Percents(random, count).Select(percent => (UInt256)((ulong)percent * Percent))];
        int[] decimals = [.. Enumerable.Repeat(18, count)];
        return WeightedParameters.Create(weights, decimals, version);
    }

    /// <summary>Up to a little over the largest share of a balance.</summary>
    public static UInt256 Amount(Random random, in UInt256 balance) =>
        Word(Big(balance) * (BigInteger)(Math.Pow(random.NextDouble(), 4) * 0.31e18) / One);
}
