using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class Int256Tests
{
    public static IReadOnlyList<BigInteger> Edges { get; } = [.. Numbers.Edges.Select(edge => Numbers.Big(Numbers.Signed(edge)))];

    [Fact]
    public void Order_sign_and_magnitude_are_those_of_numbers()
    {
        foreach (BigInteger x in Edges)
        {
            Int256 a = Numbers.Signed(x);
            Assert.Equal(x.Sign, a.Sign);
            Assert.Equal(x.Sign < 0, a.IsNegative);
            Assert.Equal(x.Sign > 0, a.IsPositive);
            Assert.Equal(x.IsZero, a.IsZero);
            Assert.Equal(BigInteger.Abs(x), Numbers.Big(a.Magnitude));
            Assert.Equal(x >= (BigInteger)Int128.MinValue && x <= (BigInteger)Int128.MaxValue, a.FitsInt128);
            foreach (BigInteger y in Edges)
            {
                Int256 b = Numbers.Signed(y);
                Assert.Equal(x.CompareTo(y), a.CompareTo(b));
                Assert.Equal(x < y, a < b);
                Assert.Equal(x > y, a > b);
                Assert.Equal(x <= y, a <= b);
                Assert.Equal(x >= y, a >= b);
                Assert.Equal(x == y, a == b);
                Assert.Equal(x != y, a != b);
            }
        }
    }

    [Fact]
    public void The_magnitude_of_128_bits_is_the_magnitude()
    {
        Random random = new(1);
        foreach (BigInteger x in Edges.Concat(Enumerable.Range(0, 10_000).Select(_ => Numbers.DrawSigned(random) >> 128)))
        {
            Int256 a = Numbers.Signed(x);
            if (a.FitsInt128)
            {
                Assert.Equal(BigInteger.Abs(x), (BigInteger)a.LowMagnitude);
            }
        }
    }

    [Fact]
    public void Smaller_types_widen()
    {
        Assert.Equal(long.MinValue, Numbers.Big((Int256)long.MinValue));
        Assert.Equal(long.MaxValue, Numbers.Big((Int256)long.MaxValue));
        Assert.Equal((BigInteger)Int128.MinValue, Numbers.Big((Int256)Int128.MinValue));
        Assert.Equal((BigInteger)Int128.MaxValue, Numbers.Big((Int256)Int128.MaxValue));
        Assert.Equal(-Numbers.SignedLimit, Numbers.Big(Int256.MinValue));
        Assert.Equal(Numbers.SignedLimit - 1, Numbers.Big(Int256.MaxValue));
        Assert.Equal(1, Numbers.Big(Int256.One));
        Assert.Equal(Int256.One.GetHashCode(), ((Int256)1L).GetHashCode());
        Assert.True(Int256.Zero.Equals((object)default(Int256)));
    }

    [Fact]
    public void Casts_refuse_what_does_not_fit()
    {
        foreach (BigInteger x in Numbers.Edges)
        {
            UInt256 a = Numbers.Unsigned(x);
            Expect.Signed(Expect.InSignedRange(x, ArithmeticFault.CastToSignedOverflow), (ref Fault fault) => Int256.FromUnsigned(a, ref fault));
        }

        foreach (BigInteger x in Edges)
        {
            Int256 a = Numbers.Signed(x);
            Expect.Unsigned(Expect.InUnsignedRange(x, ArithmeticFault.CastToUnsignedOverflow), (ref Fault fault) => a.ToUnsigned(ref fault));
        }
    }
}
