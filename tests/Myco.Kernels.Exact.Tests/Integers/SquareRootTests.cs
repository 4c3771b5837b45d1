using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class SquareRootTests
{
    [Fact]
    public void Roots_of_256_bits_are_the_floor()
    {
        Random random = new(1);
        foreach (BigInteger x in Numbers.Edges.Concat(Enumerable.Range(0, 200_000).Select(_ => Numbers.Draw(random))))
        {
            RequireFloor((BigInteger)SquareRoot.Floor(Numbers.Unsigned(x)), x);
        }
    }

    [Fact]
    public void Roots_from_below_miss_four_units_at_most()
    {
        Random random = new(4);
        foreach (BigInteger x in Numbers.Edges.Concat(Enumerable.Range(0, 400_000).Select(_ => Numbers.Draw(random))))
        {
            BigInteger missing = (BigInteger)SquareRoot.Floor(Numbers.Unsigned(x)) - (BigInteger)SquareRoot.Below(Numbers.Unsigned(x));
            Assert.InRange(missing, 0, 4);
        }
    }

    [Fact]
    public void Roots_of_512_bits_are_the_floor()
    {
        Random random = new(2);
        for (int i = 0; i < 200_000; i++)
        {
            BigInteger x = ((Numbers.Draw(random) << 256) + Numbers.Draw(random)) >> (random.Next(3) == 0 ? random.Next(512) : 0);
            RequireFloor(Numbers.Big(SquareRoot.Floor(Numbers.Wide(x))), x);
        }
    }

    [Fact]
    public void Roots_beside_squares_are_the_floor()
    {
        Random random = new(3);
        for (int i = 0; i < 100_000; i++)
        {
            BigInteger root = Numbers.Draw(random) >> (random.Next(2) == 0 ? 128 : 0);
            for (int step = -1; step <= 1; step++)
            {
                BigInteger x = (root * root) + step;
                if (x.Sign < 0)
                {
                    continue;
                }

                BigInteger expected = step < 0 ? root - 1 : root.IsZero && step > 0 ? 1 : root;
                Assert.Equal(expected, Numbers.Big(SquareRoot.Floor(Numbers.Wide(x))));
                if (x < Numbers.Modulus)
                {
                    Assert.Equal(expected, (BigInteger)SquareRoot.Floor(Numbers.Unsigned(x)));
                }
            }
        }
    }

    [Fact]
    public void The_largest_numbers_have_their_roots()
    {
        Assert.Equal(UInt128.MaxValue, SquareRoot.Floor(UInt256.MaxValue));
        Assert.Equal((UInt128)ulong.MaxValue, SquareRoot.Floor((UInt256)UInt128.MaxValue));
        Assert.Equal(UInt256.MaxValue, SquareRoot.Floor(new UInt512(UInt256.MaxValue, UInt256.MaxValue)));
    }

    [Fact]
    public void Nothing_is_allocated() => AllocationAssert.None(() => SquareRoot.Floor(new UInt512(UInt256.MaxValue, SquareRoot.Floor(UInt256.MaxValue))));

    private static void RequireFloor(BigInteger root, BigInteger x) =>
        Assert.True(root * root <= x && (root + 1) * (root + 1) > x, $"the root of {x} is not {root}");
}
