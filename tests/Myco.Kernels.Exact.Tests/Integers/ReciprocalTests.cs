using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class ReciprocalTests
{
    private static readonly BigInteger Word = BigInteger.One << 64;

    [Fact]
    public void Reciprocals_are_their_definitions()
    {
        Random random = new(1);
        for (int i = 0; i < 200_000; i++)
        {
            ulong high = Normalised(random), low = (ulong)(Numbers.Draw(random) & ulong.MaxValue);
            BigInteger expected = (((Word * Word) - 1) / high) - Word;
            Assert.Equal(expected, Reciprocal.OfWord(high));
            BigInteger expectedOfTwo = (((Word * Word * Word) - 1) / ((Word * high) + low)) - Word;
            Assert.Equal(expectedOfTwo, Reciprocal.OfTwoWords(high, low));

            // An estimate a few units of binary64 off either way serves as well.
            double estimate = Math.ScaleB(1, 97) / high * (1 + ((random.Next(5) - 2) * 2.3e-16));
            Assert.Equal(expected, Reciprocal.OfWord(high, estimate));
            Assert.Equal(expectedOfTwo, Reciprocal.OfTwoWords(high, low, estimate));
        }
    }

    [Fact]
    public void Digits_and_remainders_are_those_of_BigInteger()
    {
        Random random = new(2);
        for (int i = 0; i < 200_000; i++)
        {
            ulong high = Normalised(random), low = (ulong)(Numbers.Draw(random) & ulong.MaxValue), next = (ulong)(Numbers.Draw(random) & ulong.MaxValue);
            BigInteger two = (Word * high) + low;
            BigInteger rest = random.Next(4) == 0 ? two - 1 - (next & 3) : Numbers.Draw(random) % two;
            ulong digit = Reciprocal.DivideThreeByTwo(
                (ulong)(rest >> 64), (ulong)(rest & ulong.MaxValue), next, high, low, Reciprocal.OfTwoWords(high, low), out ulong rest1, out ulong rest0);
            BigInteger value = (rest << 64) + next;
            Assert.Equal(value / two, digit);
            Assert.Equal(value % two, (Word * rest1) + rest0);

            BigInteger one = rest % high;
            ulong single = Reciprocal.DivideTwoByOne((ulong)one, next, high, Reciprocal.OfWord(high), out ulong left);
            Assert.Equal(((one << 64) + next) / high, single);
            Assert.Equal(((one << 64) + next) % high, left);
        }
    }

    private static ulong Normalised(Random random) => random.Next(4) switch
    {
        0 => ulong.MaxValue - (ulong)(random.NextInt64() >> random.Next(63)),
        1 => (1UL << 63) + (ulong)(random.NextInt64() >> random.Next(63)),
        _ => (1UL << 63) | (ulong)random.NextInt64(),
    };
}
