using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class UInt256ArithmeticTests
{
    [Fact]
    public void Every_operation_on_all_pairs_of_edges_is_that_of_BigInteger()
    {
        foreach (BigInteger x in Numbers.Edges)
        {
            foreach (BigInteger y in Numbers.Edges)
            {
                Check(x, y);
            }
        }
    }

    [Fact]
    public void Every_operation_on_random_pairs_is_that_of_BigInteger()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            Check(Numbers.Draw(random), Numbers.Draw(random));
        }
    }

    [Fact]
    public void Shifts_by_every_count_are_those_of_BigInteger()
    {
        Random random = new(2);
        for (int count = 0; count < 256; count++)
        {
            for (int i = 0; i < 50; i++)
            {
                BigInteger x = Numbers.Draw(random), below = Numbers.Draw(random) & ulong.MaxValue;
                UInt256 a = Numbers.Unsigned(x);
                Assert.Equal((x << count) % Numbers.Modulus, Numbers.Big(a << count));
                Assert.Equal(x >> count, Numbers.Big(a >> count));
                if (count < 64)
                {
                    Assert.Equal((((x << 64) + below) << count >> 64) % Numbers.Modulus, Numbers.Big(a.ShiftUp(count, (ulong)below)));
                }
            }
        }
    }

    [Fact]
    public void Products_of_two_words_and_one_more_are_those_of_BigInteger()
    {
        Random random = new(3);
        for (int i = 0; i < 100_000; i++)
        {
            UInt256 a = Numbers.Unsigned(Numbers.Draw(random)), b = Numbers.Unsigned(Numbers.Draw(random));
            UInt256 product = UInt256.Product(a.Limb0, a.Limb1, b.Limb0, b.Limb1);
            Assert.Equal((BigInteger)a.Low * (BigInteger)b.Low, Numbers.Big(product));
            Assert.Equal((Numbers.Big(a) + 1) % Numbers.Modulus, Numbers.Big(UInt256.AddOne(a, true)));
            Assert.Equal(a, UInt256.AddOne(a, false));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        UInt256 a = Numbers.Unsigned(BigInteger.Pow(7, 90)), b = Numbers.Unsigned(BigInteger.Pow(3, 100));
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            UInt256 sum = UInt256.Add(a, b, ref fault);
            UInt256 product = UInt256.Multiply(a, sum >> 240, ref fault);
            UInt256.DivideRemainder(product, b, out UInt256 rest, ref fault);
            UInt256.DivideUp(UInt256.Subtract(rest, 1, ref fault) << 3, 7, ref fault);
        });
    }

    private static void Check(BigInteger x, BigInteger y)
    {
        UInt256 a = Numbers.Unsigned(x), b = Numbers.Unsigned(y);
        Assert.Equal((x + y) % Numbers.Modulus, Numbers.Big(UInt256.WrappingAdd(a, b, out bool carry)));
        Assert.Equal(x + y >= Numbers.Modulus, carry);
        Assert.Equal((x - y + Numbers.Modulus) % Numbers.Modulus, Numbers.Big(UInt256.WrappingSubtract(a, b, out bool borrow)));
        Assert.Equal(x < y, borrow);
        Assert.Equal(x * y % Numbers.Modulus, Numbers.Big(UInt256.WrappingMultiply(a, b)));
        Assert.Equal(BigInteger.Max(0, x - y), Numbers.Big(UInt256.SubtractOrZero(a, b)));
        Expect.Unsigned(Expect.InUnsignedRange(x + y, ArithmeticFault.AdditionOverflow), (ref Fault fault) => UInt256.Add(a, b, ref fault));
        Expect.Unsigned(Expect.InUnsignedRange(x - y, ArithmeticFault.SubtractionOverflow), (ref Fault fault) => UInt256.Subtract(a, b, ref fault));
        Expect.Unsigned(Expect.InUnsignedRange(x * y, ArithmeticFault.MultiplicationOverflow), (ref Fault fault) => UInt256.Multiply(a, b, ref fault));
        CheckQuotients(x, y, a, b);
    }

    private static void CheckQuotients(BigInteger x, BigInteger y, UInt256 a, UInt256 b)
    {
        (BigInteger, ArithmeticFault) down = y.IsZero ? (0, ArithmeticFault.DivisionByZero) : (x / y, ArithmeticFault.None);
        (BigInteger, ArithmeticFault) up = y.IsZero ? (0, ArithmeticFault.ZeroDivision) : ((x + y - 1) / y, ArithmeticFault.None);
        Expect.Unsigned(down, (ref Fault fault) => UInt256.Divide(a, b, ref fault));
        Expect.Unsigned(up, (ref Fault fault) => UInt256.DivideUp(a, b, ref fault));
        Expect.Unsigned(down, (ref Fault fault) =>
        {
            UInt256 quotient = UInt256.DivideRemainder(a, b, out UInt256 remainder, ref fault);
            Assert.Equal(y.IsZero ? 0 : x % y, Numbers.Big(remainder));
            return quotient;
        });
    }
}
