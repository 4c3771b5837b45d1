using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class Decimal18Tests
{
    private static readonly BigInteger N = BigInteger.Pow(10, 18);

    [Fact]
    public void Numbers_of_every_size_are_computed_as_the_contracts_define()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            Check(Numbers.Draw(random), Numbers.Draw(random), Numbers.Draw(random));
        }
    }

    [Fact]
    public void Amounts_are_computed_as_the_contracts_define()
    {
        Random random = new(2);
        for (int i = 0; i < 100_000; i++)
        {
            Check(Numbers.DrawAmount(random), Numbers.DrawAmount(random), Numbers.DrawAmount(random));
        }
    }

    [Fact]
    public void Edges_are_computed_as_the_contracts_define()
    {
        foreach (BigInteger x in Numbers.Edges)
        {
            foreach (BigInteger y in Numbers.Edges)
            {
                Check(x, y, N);
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        UInt256 a = Numbers.Unsigned(BigInteger.Pow(7, 30)), b = Numbers.Unsigned(BigInteger.Pow(3, 50));
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            UInt256 product = Decimal18.MultiplyUp(Decimal18.MultiplyDown(a, b, ref fault), b, ref fault);
            Decimal18.DivideUp(Decimal18.DivideDown(product, b, ref fault), a, ref fault);
        });
    }

    private static void Check(BigInteger x, BigInteger y, BigInteger z)
    {
        UInt256 a = Numbers.Unsigned(x), b = Numbers.Unsigned(y), c = Numbers.Unsigned(z);
        Expect.Unsigned(Product(x * y, N, 0, ArithmeticFault.MultiplicationOverflow), (ref Fault fault) => Decimal18.MultiplyDown(a, b, ref fault));
        Expect.Unsigned(Product(x * y, N, N - 1, ArithmeticFault.MultiplicationOverflow), (ref Fault fault) => Decimal18.MultiplyUp(a, b, ref fault));
        Expect.Unsigned(Product(x * N, y, 0, ArithmeticFault.DivisionOverflow), (ref Fault fault) => Decimal18.DivideDown(a, b, ref fault));
        Expect.Unsigned(Up(x * N, y, ArithmeticFault.DivisionOverflow), (ref Fault fault) => Decimal18.DivideUp(a, b, ref fault));
        Expect.Unsigned(
            Product(x * y, z, 0, ArithmeticFault.MultiplicationOverflow), (ref Fault fault) => Decimal18.MultiplyDivideDown(a, b, c, ref fault));
        Expect.Unsigned(Up(x * y, z, ArithmeticFault.MultiplicationOverflow), (ref Fault fault) => Decimal18.MultiplyDivideUp(a, b, c, ref fault));
        Assert.Equal(BigInteger.Max(0, N - x), Numbers.Big(Decimal18.Complement(a)));
    }

    /// <summary>The product is formed first, then the division by zero is met.</summary>
    private static (BigInteger, ArithmeticFault) Product(BigInteger product, BigInteger divisor, BigInteger added, ArithmeticFault overflow) =>
        product >= Numbers.Modulus ? (0, overflow)
        : divisor.IsZero ? (0, ArithmeticFault.DivisionByZero)
        : ((product + added) / divisor, ArithmeticFault.None);

    /// <summary>The divisor is looked at first.</summary>
    private static (BigInteger, ArithmeticFault) Up(BigInteger product, BigInteger divisor, ArithmeticFault overflow) =>
        divisor.IsZero ? (0, ArithmeticFault.ZeroDivision) : Product(product, divisor, divisor - 1, overflow);
}
