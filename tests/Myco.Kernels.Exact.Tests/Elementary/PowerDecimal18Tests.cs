using System.Numerics;
using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Tests.Elementary;

public sealed class PowerDecimal18Tests
{
    [Fact]
    public void Both_sides_keep_the_contracts_distance_from_the_raw_power()
    {
        var random = new Random(41);
        int compared = 0;
        for (int i = 0; i < 30_000; i++)
        {
            BigInteger value = Draws.Positive(random), exponent = Draws.Exponent(random);
            BigInteger multiple = exponent / ReferencePowers.One18;
            if (exponent == multiple * ReferencePowers.One18 && (multiple == 1 || multiple == 2 || multiple == 4))
            {
                continue;
            }

            Fault fault = default;
            UInt256 down = PowerDecimal18.Down(Draws.Word(value), Draws.Word(exponent), ref fault);
            UInt256 up = PowerDecimal18.Up(Draws.Word(value), Draws.Word(exponent), ref fault);
            if (ReferencePowers.Pow(value, exponent) is not BigInteger raw)
            {
                Assert.Equal(ArithmeticFault.ProductOutOfBounds, fault.Arithmetic);
                continue;
            }

            if (raw * 10_000 >= BigInteger.One << 256)
            {
                Assert.Equal(ArithmeticFault.MultiplicationOverflow, fault.Arithmetic);
                continue;
            }

            BigInteger error = (((raw * 10_000) + ReferencePowers.One18 - 1) / ReferencePowers.One18) + 1;
            Assert.Equal(BigInteger.Max(0, raw - error).ToString(), down.ToString());
            Assert.Equal((raw + error).ToString(), up.ToString());
            compared++;
        }

        Assert.True(compared > 10_000);
    }

    [Fact]
    public void Both_sides_enclose_the_exact_power()
    {
        // x^(p/q) compared through whole powers: down^q ≤ x^p ≤ up^q, for a weight ratio p/q.
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++)
        {
            int p = random.Next(1, 9), q = random.Next(1, 9);
            BigInteger value = (BigInteger)((0.7 + (random.NextDouble() * 0.7)) * 1e18);
            BigInteger exponent = ReferencePowers.One18 * p / q;
            if (exponent * q != ReferencePowers.One18 * p)
            {
                continue;
            }

            Fault fault = default;
            BigInteger down = BigInteger.Parse(PowerDecimal18.Down(Draws.Word(value), Draws.Word(exponent), ref fault).ToString());
            BigInteger up = BigInteger.Parse(PowerDecimal18.Up(Draws.Word(value), Draws.Word(exponent), ref fault).ToString());
            BigInteger exact = BigInteger.Pow(value, p) * BigInteger.Pow(10, 18 * (q - 1));
            BigInteger scale = BigInteger.Pow(10, 18 * (p - 1));
            Assert.True(BigInteger.Pow(down, q) * scale <= exact, $"{value}^({p}/{q}) down");
            Assert.True(BigInteger.Pow(up, q) * scale >= exact, $"{value}^({p}/{q}) up");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void One_two_and_four_are_products_rounded_to_their_side(int exponent)
    {
        var random = new Random(43);
        for (int i = 0; i < 3_000; i++)
        {
            BigInteger down = Draws.Bits(random, 100), up = down;
            UInt256 value = Draws.Word(down);
            for (int k = 1; k < exponent; k <<= 1)
            {
                down = down * down / ReferencePowers.One18;
                up = ((up * up) + ReferencePowers.One18 - 1) / ReferencePowers.One18;
            }

            Fault fault = default;
            UInt256 scaled = UInt256.WrappingMultiply(Decimal18.One, (ulong)exponent);
            UInt256 foundDown = PowerDecimal18.Down(value, scaled, ref fault), foundUp = PowerDecimal18.Up(value, scaled, ref fault);
            if (!fault.IsRaised)
            {
                Assert.Equal(down.ToString(), foundDown.ToString());
                Assert.Equal(up.ToString(), foundUp.ToString());
            }
        }
    }

    [Fact]
    public void A_square_that_does_not_fit_is_refused()
    {
        Fault fault = default;
        _ = PowerDecimal18.Up(UInt256.MaxValue, 2_000_000_000_000_000_000UL, ref fault);
        Assert.Equal(ArithmeticFault.MultiplicationOverflow, fault.Arithmetic);
    }
}
