using System.Numerics;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class UInt256Tests
{
    [Fact]
    public void Order_and_equality_are_those_of_numbers()
    {
        foreach (BigInteger x in Numbers.Edges)
        {
            foreach (BigInteger y in Numbers.Edges)
            {
                UInt256 a = Numbers.Unsigned(x), b = Numbers.Unsigned(y);
                Assert.Equal(x == y, a == b);
                Assert.Equal(x != y, a != b);
                Assert.Equal(x < y, a < b);
                Assert.Equal(x > y, a > b);
                Assert.Equal(x <= y, a <= b);
                Assert.Equal(x >= y, a >= b);
                Assert.Equal(x.CompareTo(y), a.CompareTo(b));
                Assert.Equal(BigInteger.Min(x, y), Numbers.Big(UInt256.Min(a, b)));
                Assert.Equal(BigInteger.Max(x, y), Numbers.Big(UInt256.Max(a, b)));
                Assert.Equal(x | y, Numbers.Big(a | b));
            }
        }
    }

    [Fact]
    public void Lengths_and_halves_are_those_of_the_number()
    {
        foreach (BigInteger x in Numbers.Edges)
        {
            UInt256 a = Numbers.Unsigned(x);
            Assert.Equal(x.GetBitLength(), a.BitLength);
            Assert.Equal(256 - x.GetBitLength(), a.LeadingZeroCount);
            Assert.Equal(x.IsZero, a.IsZero);
            Assert.Equal(x < BigInteger.One << 128, a.FitsUInt128);
            Assert.Equal(a, new UInt256(a.Low, a.High));
        }
    }

    [Fact]
    public void Smaller_types_widen()
    {
        Assert.Equal(ulong.MaxValue, Numbers.Big((UInt256)ulong.MaxValue));
        Assert.Equal((BigInteger)UInt128.MaxValue, Numbers.Big((UInt256)UInt128.MaxValue));
        Assert.Equal(UInt256.One, (UInt256)1UL);
        Assert.Equal(Numbers.Modulus - 1, Numbers.Big(UInt256.MaxValue));
        Assert.True(UInt256.Zero.IsZero);
    }

    [Fact]
    public void Equal_numbers_have_equal_hashes()
    {
        UInt256 a = Numbers.Unsigned(BigInteger.Pow(7, 80)), b = Numbers.Unsigned(BigInteger.Pow(7, 80));
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a.Equals((object)b));
        Assert.False(a.Equals((object)1UL));
    }
}
