using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class DotProductTests
{
    [Fact]
    public void Sums_equal_big_integers()
    {
        Random random = new(1);
        for (int i = 0; i < 50_000; i++)
        {
            BigInteger[] left = [.. Enumerable.Range(0, random.Next(9)).Select(_ => Numbers.DrawSigned(random))];
            BigInteger[] right = [.. left.Select(_ => Numbers.Draw(random) >> 132)];
            BigInteger expected = left.Zip(right, (a, b) => a * b).Aggregate(BigInteger.Zero, BigInteger.Add);
            UInt512 sum = DotProduct.Of([.. left.Select(Numbers.Signed)], [.. right.Select(Numbers.Unsigned)]);
            Assert.Equal(expected.Sign < 0 ? expected + (BigInteger.One << 512) : expected, Numbers.Big(sum));
        }
    }

    [Fact]
    public void More_left_than_right_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DotProduct.Of([Int256.One, Int256.One], [UInt256.One]));

    [Fact]
    public void Nothing_is_allocated()
    {
        Int256[] left = [Int256.MinValue, Int256.MaxValue];
        UInt256[] right = [UInt256.One, UInt128.MaxValue];
        AllocationAssert.None(() => DotProduct.Of(left, right));
    }
}
