using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class QuadraticQuotientTests
{
    [Fact]
    public void What_is_decided_of_a_sum_is_the_floor()
    {
        Random random = new(1);
        int decided = 0, likely = 0;
        for (int i = 0; i < 200_000; i++)
        {
            (BigInteger b, BigInteger p, BigInteger q, BigInteger c, bool isLikely) = Draw(random);
            bool isDecided = QuadraticQuotient.TryOfSum(
                Numbers.Unsigned(b), Numbers.Unsigned(p), Numbers.Unsigned(q), (UInt128)c, out UInt128 quotient);
            decided += isDecided & isLikely ? 1 : 0;
            likely += isLikely ? 1 : 0;
            if (isDecided)
            {
                Assert.Equal(c * q / (b + Root((b * b) + (p * q)) + 1), (BigInteger)quotient);
            }
        }

        Assert.True(decided > 0.99 * likely, $"{decided} of {likely} ordinary ones are decided");
    }

    [Fact]
    public void What_is_decided_of_a_difference_is_one_below_the_ceiling()
    {
        Random random = new(2);
        int decided = 0, likely = 0;
        for (int i = 0; i < 200_000; i++)
        {
            (BigInteger b, BigInteger p, BigInteger q, BigInteger c, bool isLikely) = Draw(random);
            isLikely &= p * q < b * b * 9 / 10;
            bool isDecided = QuadraticQuotient.TryOfDifference(
                Numbers.Unsigned(b), Numbers.Unsigned(p), Numbers.Unsigned(q), (UInt128)c, out UInt128 quotient);
            decided += isDecided & isLikely ? 1 : 0;
            likely += isLikely ? 1 : 0;
            if (isDecided)
            {
                BigInteger square = (b * b) - (p * q), divisor = b + Root(square);
                Assert.True(square.Sign >= 0);
                Assert.Equal(((c * q) + divisor - 1) / divisor, (BigInteger)quotient + 1);
            }
        }

        Assert.True(decided > 0.99 * likely, $"{decided} of {likely} ordinary ones are decided");
    }

    [Fact]
    public void Quotients_beside_an_integer_are_decided_rightly_or_not_at_all()
    {
        // c·q made a few units more or less than a multiple of the divisor, which the leading bits see only in part.
        Random random = new(3);
        int decided = 0;
        for (int i = 0; i < 200_000; i++)
        {
            BigInteger b = Wide(random, 200 + random.Next(54)), p = Wide(random, 200), c = Wide(random, 100);
            BigInteger q = ((2 * b * Wide(random, 90)) / c) + random.Next(-1, 2);
            BigInteger exact = c * q / (b + Root((b * b) + (p * q)) + 1);
            if (q.GetBitLength() > 254 || !QuadraticQuotient.TryOfSum(Numbers.Unsigned(b), Numbers.Unsigned(p), Numbers.Unsigned(q), (UInt128)c, out UInt128 quotient))
            {
                continue;
            }

            decided++;
            Assert.Equal(exact, (BigInteger)quotient);
        }

        Assert.True(decided > 1000);
    }

    [Fact]
    public void What_is_undecided_says_so()
    {
        Assert.False(QuadraticQuotient.TryOfSum(UInt256.Zero, UInt256.Zero, UInt256.Zero, 1, out _));
        Assert.False(QuadraticQuotient.TryOfSum(3, 1, 6, 1, out _));
        Assert.False(QuadraticQuotient.TryOfDifference(UInt256.One, UInt256.MaxValue >> 2, UInt256.MaxValue >> 2, 1, out _));
        Assert.False(QuadraticQuotient.TryOfSum(UInt256.One << 200, UInt256.One, UInt256.One << 200, UInt128.MaxValue, out _));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        UInt256 b = UInt256.One << 250;
        AllocationAssert.None(() => QuadraticQuotient.TryOfSum(b, b, b, 12345, out _));
        AllocationAssert.None(() => QuadraticQuotient.TryOfDifference(b, b >> 1, b, 12345, out _));
    }

    private static (BigInteger B, BigInteger P, BigInteger Q, BigInteger C, bool IsLikely) Draw(Random random)
    {
        if (random.Next(3) == 0)
        {
            return (Numbers.Draw(random) >> 3, Numbers.Draw(random) >> 3, Numbers.Draw(random) >> 3, Numbers.Draw(random) >> (128 + random.Next(30)), false);
        }

        int bits = random.Next(190, 253);
        return (Wide(random, bits), Wide(random, bits - random.Next(60)), Wide(random, bits), Wide(random, random.Next(1, 90)), true);
    }

    /// <summary>A number of exactly so many bits.</summary>
    private static BigInteger Wide(Random random, int bits)
    {
        byte[] bytes = new byte[40];
        random.NextBytes(bytes);
        BigInteger one = BigInteger.One << (bits - 1);
        return (new BigInteger(bytes, isUnsigned: true) & (one - 1)) | one;
    }

    private static BigInteger Root(BigInteger value)
    {
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (value.Sign > 0)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }

        return BigInteger.Zero;
    }
}
