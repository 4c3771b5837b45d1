using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class WideDivisionTests
{
    private static readonly ulong[] Limbs = [0, 1, ulong.MaxValue, ulong.MaxValue - 1, 1UL << 63, (1UL << 63) - 1, (1UL << 63) + 1];

    [Fact]
    public void Every_length_by_every_length_is_that_of_BigInteger()
    {
        Random random = new(1);
        for (int divisorLimbs = 1; divisorLimbs <= 4; divisorLimbs++)
        {
            for (int valueLimbs = 1; valueLimbs <= 8; valueLimbs++)
            {
                for (int i = 0; i < 6_000; i++)
                {
                    BigInteger divisor = BigInteger.Max(1, OfLimbs(random, divisorLimbs));
                    Check(OfLimbs(random, valueLimbs), divisor);
                }
            }
        }
    }

    /// <summary>(q·d + r) whose digits are all ones, or whose remainders begin with the divisor's own words: what makes an estimated digit too large.</summary>
    [Fact]
    public void Saturated_digits_and_those_one_too_large_are_settled()
    {
        Random random = new(2);
        for (int i = 0; i < 60_000; i++)
        {
            BigInteger divisor = BigInteger.Max(BigInteger.One << 128, OfLimbs(random, 3 + (i & 1)));
            BigInteger quotient = OfLimbs(random, 4);
            Check((quotient * divisor) + (divisor - 1), divisor);
            Check(quotient * divisor, divisor);
            BigInteger top = divisor & ~((BigInteger.One << (int)(divisor.GetBitLength() - 128)) - 1);
            Check(BigInteger.Min((top << 256) - 1, (divisor << 256) - 1), divisor);
        }
    }

    [Fact]
    public void The_add_back_of_Knuth_is_met()
    {
        // Found by trying: the digit from the two upper words is one too large in the second step.
        BigInteger divisor = (BigInteger.One << 255) + (BigInteger)ulong.MaxValue;
        Check((divisor << 192) - 1, divisor);
        Check(((BigInteger.One << 255) << 128) - 1, (BigInteger.One << 255) + ((BigInteger.One << 128) - 1));
        Check((((BigInteger.One << 254) + 1) << 200) - 3, (BigInteger.One << 191) + (BigInteger.One << 64) - 1);
    }

    private static void Check(BigInteger value, BigInteger divisor)
    {
        UInt256 d = Numbers.Unsigned(divisor);
        if (value < Numbers.Modulus)
        {
            Assert.Equal(value / divisor, Numbers.Big(WideDivision.Divide(Numbers.Unsigned(value), d, out UInt256 narrow)));
            Assert.Equal(value % divisor, Numbers.Big(narrow));
        }

        BigInteger wide = ((value >> 256) % divisor << 256) + (value & (Numbers.Modulus - 1));
        Assert.Equal(wide / divisor, Numbers.Big(WideDivision.Divide(Numbers.Wide(wide), d, out UInt256 remainder)));
        Assert.Equal(wide % divisor, Numbers.Big(remainder));
    }

    private static BigInteger OfLimbs(Random random, int count)
    {
        BigInteger value = 0;
        for (int limb = 0; limb < count; limb++)
        {
            value = (value << 64) + (random.Next(2) == 0 ? Limbs[random.Next(Limbs.Length)] : (ulong)random.NextInt64(long.MinValue, long.MaxValue));
        }

        return value >> (random.Next(3) == 0 ? random.Next(64) : 0);
    }
}
