using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Integers;

public class UInt512Tests
{
    [Fact]
    public void Every_operation_is_that_of_BigInteger()
    {
        Random random = new(1);
        BigInteger modulus = BigInteger.One << 512;
        for (int i = 0; i < 100_000; i++)
        {
            BigInteger x = Numbers.Draw(random), y = Numbers.Draw(random);
            Assert.Equal(x * y, Numbers.Big(UInt512.Product(Numbers.Unsigned(x), Numbers.Unsigned(y))));
            BigInteger wideX = (x << 256) + Numbers.Draw(random), wideY = random.Next(4) == 0 ? wideX - 1 + random.Next(3) : (y << 256) + Numbers.Draw(random);
            wideY = BigInteger.Max(0, wideY) % modulus;
            UInt512 a = Numbers.Wide(wideX), b = Numbers.Wide(wideY);
            Assert.Equal(wideX < wideY, a < b);
            Assert.Equal(wideX > wideY, a > b);
            Assert.Equal(wideX == wideY, a == b);
            Assert.Equal(wideX != wideY, a != b);
            Assert.Equal((wideX + wideY) % modulus, Numbers.Big(UInt512.WrappingAdd(a, b, out bool carry)));
            Assert.Equal(wideX + wideY >= modulus, carry);
            Assert.Equal((wideX - wideY + modulus) % modulus, Numbers.Big(UInt512.WrappingSubtract(a, b, out bool borrow)));
            Assert.Equal(wideX < wideY, borrow);
        }
    }

    [Fact]
    public void A_quotient_is_exact_or_refused()
    {
        Random random = new(2);
        for (int i = 0; i < 100_000; i++)
        {
            BigInteger divisor = Numbers.Draw(random);
            BigInteger high = random.Next(3) == 0 || divisor.IsZero ? Numbers.Draw(random) : Numbers.Draw(random) % divisor;
            BigInteger value = (high << 256) + Numbers.Draw(random);
            bool fits = !divisor.IsZero && value / divisor < Numbers.Modulus;
            Expect.Unsigned(fits ? (value / divisor, ArithmeticFault.None) : (0, ArithmeticFault.DivisionOverflow), (ref Fault fault) =>
            {
                UInt256 quotient = UInt512.Divide(Numbers.Wide(value), Numbers.Unsigned(divisor), out UInt256 remainder, ref fault);
                Assert.Equal(fits ? value % divisor : 0, Numbers.Big(remainder));
                return quotient;
            });
        }
    }

    [Fact]
    public void Equal_numbers_have_equal_hashes()
    {
        UInt512 a = Numbers.Wide(BigInteger.Pow(7, 170)), b = Numbers.Wide(BigInteger.Pow(7, 170));
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.True(a.Equals((object)b));
    }
}
