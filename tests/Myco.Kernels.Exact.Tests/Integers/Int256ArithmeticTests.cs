using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class Int256ArithmeticTests
{
    [Fact]
    public void Every_operation_on_all_pairs_of_edges_is_that_of_BigInteger()
    {
        foreach (BigInteger x in Int256Tests.Edges)
        {
            foreach (BigInteger y in Int256Tests.Edges)
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
            Check(Numbers.DrawSigned(random), Numbers.DrawSigned(random));
        }
    }

    [Fact]
    public void Shifts_round_toward_minus_infinity()
    {
        Random random = new(2);
        for (int count = 0; count < 256; count++)
        {
            for (int i = 0; i < 30; i++)
            {
                BigInteger x = Numbers.DrawSigned(random);
                Assert.Equal(x >> count, Numbers.Big(Numbers.Signed(x) >> count));
                Assert.Equal(Numbers.Signed(x << count), Numbers.Signed(x) << count);
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Int256 a = Numbers.Signed(-BigInteger.Pow(7, 90)), b = Numbers.Signed(BigInteger.Pow(3, 20));
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            Int256 product = Int256.Multiply(a >> 40, b, ref fault);
            Int256.Divide(Int256.Add(product, Int256.Negate(b, ref fault), ref fault), b, ref fault);
            Int256.Remainder(a, b, ref fault);
        });
    }

    private static void Check(BigInteger x, BigInteger y)
    {
        Int256 a = Numbers.Signed(x), b = Numbers.Signed(y);
        (BigInteger, ArithmeticFault) byZero = (0, ArithmeticFault.DivisionByZero);
        Assert.Equal(Numbers.Signed(x + y), Int256.WrappingAdd(a, b));
        Assert.Equal(Numbers.Signed(x - y), Int256.WrappingSubtract(a, b));
        Assert.Equal(Numbers.Signed(-x), Int256.WrappingNegate(a));
        Expect.Signed(Expect.InSignedRange(x + y, ArithmeticFault.AdditionOverflow), (ref Fault fault) => Int256.Add(a, b, ref fault));
        Expect.Signed(Expect.InSignedRange(x - y, ArithmeticFault.SubtractionOverflow), (ref Fault fault) => Int256.Subtract(a, b, ref fault));
        Expect.Signed(Expect.InSignedRange(-x, ArithmeticFault.NegationOverflow), (ref Fault fault) => Int256.Negate(a, ref fault));
        Expect.Signed(Expect.InSignedRange(x * y, ArithmeticFault.MultiplicationOverflow), (ref Fault fault) => Int256.Multiply(a, b, ref fault));
        Expect.Signed(
            y.IsZero ? byZero : Expect.InSignedRange(BigInteger.Divide(x, y), ArithmeticFault.DivisionOverflow),
            (ref Fault fault) => Int256.Divide(a, b, ref fault));
        Expect.Signed(
            y.IsZero ? byZero : (BigInteger.Remainder(x, y), ArithmeticFault.None), (ref Fault fault) => Int256.Remainder(a, b, ref fault));
    }
}
