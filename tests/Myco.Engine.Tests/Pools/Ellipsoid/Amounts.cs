using System.Numerics;

namespace Myco.Engine.Tests.Pools.Ellipsoid;

/// <summary>Random integers of every size.</summary>
internal static class Amounts
{
    /// <summary>1 to the limit, even on a logarithmic scale; now and then 1, or the limit less very little.</summary>
    public static BigInteger UpTo(Random random, BigInteger limit)
    {
        if (limit <= 1 || random.Next(32) == 0)
        {
            return 1;
        }

        BigInteger low = BigInteger.One << random.Next((int)limit.GetBitLength());
        BigInteger value = low + Below(random, low);
        return random.Next(8) == 0 ? BigInteger.Max(limit - (value >> random.Next(1, 128)), 1) : BigInteger.Min(value, limit);
    }

    /// <summary>0 to the limit less 1.</summary>
    public static BigInteger Below(Random random, BigInteger limit)
    {
        byte[] bytes = new byte[(limit.GetBitLength() / 8) + 9];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) % limit;
    }
}
