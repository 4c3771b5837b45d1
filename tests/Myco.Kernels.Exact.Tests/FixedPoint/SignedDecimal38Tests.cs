using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.FixedPoint;

public class SignedDecimal38Tests
{
    private static readonly BigInteger X = BigInteger.Pow(10, 38);
    private static readonly BigInteger Half = BigInteger.Pow(10, 19);

    [Fact]
    public void Numbers_of_every_size_are_computed_as_the_contracts_define()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            Check(Numbers.DrawSigned(random), Numbers.DrawSigned(random));
            Check(Numbers.DrawFraction(random), Numbers.DrawFraction(random));
            Check(random.Next(2) == 0 ? Numbers.DrawAmount(random) : -Numbers.DrawAmount(random), Numbers.DrawFraction(random));
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
    public void Products_of_multiples_lose_no_unit_and_those_beside_them_round()
    {
        Random random = new(2);
        for (int i = 0; i < 50_000; i++)
        {
            BigInteger left = random.NextInt64(-1000, 1000) * BigInteger.Pow(10, random.Next(19));
            Check(left, (random.Next(-50, 50) * Half) + random.Next(-1, 2));
            Check(left, (random.Next(-50, 50) * X) + random.Next(-1, 2));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        Int256 a = Numbers.Signed(-BigInteger.Pow(7, 30)), b = Numbers.Signed(BigInteger.Pow(3, 50));
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            Int256 product = SignedDecimal38.MultiplyToDecimal18Up(SignedDecimal38.MultiplyToDecimal18Down(a, b, ref fault), b, ref fault);
            SignedDecimal38.Divide(SignedDecimal38.Multiply(product, b, ref fault), a, ref fault);
        });
    }

    private static void Check(BigInteger x, BigInteger y)
    {
        Int256 a = Numbers.Signed(x), b = Numbers.Signed(y);
        (BigInteger product, ArithmeticFault refusal) = Expect.InSignedRange(x * y, ArithmeticFault.MultiplicationOverflow);
        Expect.Signed((product / X, refusal), (ref Fault fault) => SignedDecimal38.Multiply(a, b, ref fault));
        (BigInteger scaled, refusal) = Expect.InSignedRange(x * X, ArithmeticFault.DivisionOverflow);
        Expect.Signed(
            y.IsZero ? (0, ArithmeticFault.ZeroDivision)
            : refusal != ArithmeticFault.None ? (0, refusal)
            : Expect.InSignedRange(scaled / y, ArithmeticFault.DivisionOverflow),
            (ref Fault fault) => SignedDecimal38.Divide(a, b, ref fault));
        Expect.Signed(ToDecimal18(x, y, up: false), (ref Fault fault) => SignedDecimal38.MultiplyToDecimal18Down(a, b, ref fault));
        Expect.Signed(ToDecimal18(x, y, up: true), (ref Fault fault) => SignedDecimal38.MultiplyToDecimal18Up(a, b, ref fault));
    }

    /// <summary>n↓ and n↑ of spec/04-onchain-math.md §1.1, word by word.</summary>
    private static (BigInteger, ArithmeticFault) ToDecimal18(BigInteger a, BigInteger b, bool up)
    {
        BigInteger p1 = a * (b / Half), p2 = a * BigInteger.Remainder(b, Half), t = p1 + (p2 / Half);
        foreach ((BigInteger value, ArithmeticFault refusal) in new[]
        {
            (p1, ArithmeticFault.MultiplicationOverflow), (p2, ArithmeticFault.MultiplicationOverflow), (t, ArithmeticFault.AdditionOverflow),
        })
        {
            if (Expect.InSignedRange(value, refusal).Refusal != ArithmeticFault.None)
            {
                return (0, refusal);
            }
        }

        BigInteger result = up
            ? (p1.Sign <= 0 && p2.Sign <= 0 ? t / Half : ((t - 1) / Half) + 1)
            : (p1.Sign >= 0 && p2.Sign >= 0 ? t / Half : ((t + 1) / Half) - 1);
        return (result, ArithmeticFault.None);
    }
}
