using System.Numerics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Kernels.Exact.Tests.Integers;

public class MultiplyDivideTests
{
    [Fact]
    public void Both_roundings_are_those_of_BigInteger()
    {
        Random random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            BigInteger x = Numbers.Draw(random), y = Numbers.Draw(random), d = random.Next(3) == 0 ? BigInteger.Max(x, y) : Numbers.Draw(random);
            UInt256 a = Numbers.Unsigned(x), b = Numbers.Unsigned(y), divisor = Numbers.Unsigned(d);
            Expect.Unsigned(Quotient(x * y, d, up: false), (ref Fault fault) => MultiplyDivide.Down(a, b, divisor, ref fault));
            Expect.Unsigned(Quotient(x * y, d, up: true), (ref Fault fault) => MultiplyDivide.Up(a, b, divisor, ref fault));
        }
    }

    [Fact]
    public void A_quotient_that_only_rounding_up_makes_too_large_is_refused()
    {
        int found = 0;
        for (BigInteger right = 3; right < 200; right += 2)
        {
            // left·right = (2²⁵⁶ − 1)·divisor + rest, with a rest between 0 and the divisor.
            BigInteger divisor = (right + 1) / 2, least = (Numbers.Modulus - 1) * divisor;
            BigInteger left = (least / right) + 1, rest = (left * right) - least;
            if (rest < divisor)
            {
                UInt256 a = Numbers.Unsigned(left), b = Numbers.Unsigned(right), d = Numbers.Unsigned(divisor);
                Expect.Unsigned((Numbers.Modulus - 1, ArithmeticFault.None), (ref Fault fault) => MultiplyDivide.Down(a, b, d, ref fault));
                Expect.Unsigned((0, ArithmeticFault.DivisionOverflow), (ref Fault fault) => MultiplyDivide.Up(a, b, d, ref fault));
                found++;
            }
        }

        Assert.True(found > 10, $"only {found} such quotients were tried");
    }

    [Fact]
    public void Nothing_is_allocated() => AllocationAssert.None(() =>
    {
        Fault fault = default;
        MultiplyDivide.Up(UInt256.MaxValue, UInt256.MaxValue >> 3, UInt256.MaxValue >> 2, ref fault);
    });

    private static (BigInteger, ArithmeticFault) Quotient(BigInteger product, BigInteger divisor, bool up) => divisor.IsZero
        ? (0, ArithmeticFault.DivisionOverflow)
        : Expect.InUnsignedRange((product + (up ? divisor - 1 : 0)) / divisor, ArithmeticFault.DivisionOverflow);
}
