using System.Numerics;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class DivisorTests
{
    [Fact]
    public void Quotients_and_remainders_are_those_of_BigInteger()
    {
        Random random = new(1);
        for (int i = 0; i < 4_000; i++)
        {
            BigInteger d = BigInteger.Max(1, Numbers.Draw(random) & (BigInteger)UInt128.MaxValue);
            Divisor divisor = new((UInt128)d);
            Assert.Equal(d, (BigInteger)divisor.Value);
            for (int j = 0; j < 25; j++)
            {
                BigInteger x = j % 5 == 0 ? (Numbers.Modulus - 1) / d * d - (j % 2) : Numbers.Draw(random);
                UInt256 a = Numbers.Unsigned(x);
                Assert.Equal(x / d, Numbers.Big(divisor.Divide(a, out UInt128 remainder)));
                Assert.Equal(x % d, (BigInteger)remainder);
                Assert.Equal(x / d, Numbers.Big(divisor.Divide(a)));
                Assert.Equal((x + d - 1) / d, Numbers.Big(divisor.DivideUp(a)));
            }
        }
    }

    [Fact]
    public void Zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Divisor(0));

    [Fact]
    public void Nothing_is_allocated() => AllocationAssert.None(() => new Divisor(12345).DivideUp(UInt256.MaxValue));
}
