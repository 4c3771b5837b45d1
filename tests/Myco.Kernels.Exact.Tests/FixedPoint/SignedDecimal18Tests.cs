using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class SignedDecimal18Tests
{
    private static readonly BigInteger N = BigInteger.Pow(10, 18);

    [Fact]
    public void Numbers_of_every_size_are_computed_as_the_contracts_define()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            Check(Numbers.DrawSigned(random), Numbers.DrawSigned(random));
            Check(Numbers.DrawAmount(random) * (random.Next(2) - 1 | 1), Numbers.DrawAmount(random) * (random.Next(2) - 1 | 1));
        }
    }

    [Fact]
    public void Edges_are_computed_as_the_contracts_define()
    {
        foreach (BigInteger x in Integers.Int256Tests.Edges)
        {
            foreach (BigInteger y in Integers.Int256Tests.Edges)
            {
                Check(x, y);
            }
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Int256 a = Numbers.Signed(-BigInteger.Pow(7, 30)), b = Numbers.Signed(BigInteger.Pow(3, 50));
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            Int256 product = SignedDecimal18.MultiplyUp(SignedDecimal18.MultiplyDown(a, b, ref fault), b, ref fault);
            SignedDecimal18.DivideUp(SignedDecimal18.DivideDown(product, b, ref fault), a, ref fault);
        });
    }

    private static void Check(BigInteger x, BigInteger y)
    {
        Int256 a = Numbers.Signed(x), b = Numbers.Signed(y);
        Expect.Signed(Product(x * y, away: false), (ref Fault fault) => SignedDecimal18.MultiplyDown(a, b, ref fault));
        Expect.Signed(Product(x * y, away: true), (ref Fault fault) => SignedDecimal18.MultiplyUp(a, b, ref fault));
        Expect.Signed(Down(x, y), (ref Fault fault) => SignedDecimal18.DivideDown(a, b, ref fault));
        Expect.Signed(Up(x, y), (ref Fault fault) => SignedDecimal18.DivideUp(a, b, ref fault));
        Assert.Equal(x >= N || x.Sign <= 0 ? 0 : N - x, Numbers.Big(SignedDecimal18.Complement(a)));
        Expect.Signed(
            x.Sign > 0
                ? Expect.InSignedRange(x + y, ArithmeticFault.AdditionOverflow)
                : Expect.InSignedRange(x - y, ArithmeticFault.SubtractionOverflow),
            (ref Fault fault) => SignedDecimal18.AddMagnitude(a, b, ref fault));
    }

    private static (BigInteger, ArithmeticFault) Product(BigInteger product, bool away)
    {
        (BigInteger p, ArithmeticFault refusal) = Expect.InSignedRange(product, ArithmeticFault.MultiplicationOverflow);
        return !away || p.IsZero ? (p / N, refusal) : p.Sign > 0 ? (((p - 1) / N) + 1, refusal) : (((p + 1) / N) - 1, refusal);
    }

    private static (BigInteger, ArithmeticFault) Down(BigInteger x, BigInteger y)
    {
        if (y.IsZero)
        {
            return (0, ArithmeticFault.ZeroDivision);
        }

        (BigInteger p, ArithmeticFault refusal) = Expect.InSignedRange(x * N, ArithmeticFault.DivisionOverflow);
        return refusal != ArithmeticFault.None ? (0, refusal) : Expect.InSignedRange(p / y, ArithmeticFault.DivisionOverflow);
    }

    /// <summary>A negative divisor is made positive first, which −2²⁵⁵ cannot be.</summary>
    private static (BigInteger, ArithmeticFault) Up(BigInteger x, BigInteger y)
    {
        if (y.IsZero || x.IsZero || y == -Numbers.SignedLimit)
        {
            return (0, y.IsZero ? ArithmeticFault.ZeroDivision : x.IsZero ? ArithmeticFault.None : ArithmeticFault.NegationOverflow);
        }

        (BigInteger p, ArithmeticFault refusal) = Expect.InSignedRange(x * N, ArithmeticFault.DivisionOverflow);
        (BigInteger dividend, BigInteger divisor) = y.Sign < 0 ? (-p, -y) : (p, y);
        return refusal != ArithmeticFault.None ? (0, refusal)
            : (dividend.Sign > 0 ? ((dividend - 1) / divisor) + 1 : ((dividend + 1) / divisor) - 1, ArithmeticFault.None);
    }
}
