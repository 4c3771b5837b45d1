using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>Power, PairedLogarithm, PairedExponential and BinaryExponent.</summary>
public class PowerTests
{
    [Fact]
    public void It_is_within_one_ulp_everywhere()
    {
        Random random = new(1);
        double worst = 0;
        for (int i = 0; i < 80_000; i++)
        {
            double x = (i % 4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000)),
                1 => 0.5 + random.NextDouble(),
                2 => 1 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(52)),
                _ => Math.ScaleB(0.5 + random.NextDouble(), random.Next(-20, 20)),
            };
            double exponent = (i & 4) == 0 ? -744 + (random.NextDouble() * 1453) : Math.ScaleB(random.NextDouble() - 0.5, random.Next(8));
            worst = Math.Max(worst, Error(x, exponent / Math.Log(x)));
        }

        Assert.InRange(worst, 0.5, 1);
    }

    [Fact]
    public void The_worst_mantissas_at_the_ends_of_the_range_stay_within_one_ulp()
    {
        // The logarithm's series is longest at √½ and √2, and its error counts most where e is 700.
        Random random = new(2);
        double worst = 0;
        for (int i = 0; i < 40_000; i++)
        {
            double m = Math.Sqrt(i % 2 == 0 ? 0.5 : 2) * (1 + (0.02 * (random.NextDouble() - 0.5)));
            double x = Math.ScaleB(m, random.Next(-3, 4));
            double exponent = (650 + (58 * random.NextDouble())) * (random.Next(2) == 0 ? 1 : -1);
            worst = Math.Max(worst, Error(x, exponent / Math.Log(x)));
        }

        Assert.InRange(worst, 0.5, 1);
    }

    [Fact]
    public void A_memory_of_a_second_over_years_is_within_one_ulp()
    {
        for (int days = 1; days <= 850; days++)
        {
            Assert.InRange(Error(0.999_99, 86_400.0 * days), 0, 1);
            Assert.InRange(Error(1 - 1e-9, 86_400.0 * 10_000 * days), 0, 1);
        }
    }

    [Fact]
    public void Subnormal_results_are_within_one_ulp_and_the_last_one_is_half_of_the_least()
    {
        Random random = new(3);
        for (int i = 0; i < 3_000; i++)
        {
            double x = 0.1 + random.NextDouble();
            Assert.InRange(Error(x, (-708.5 - (random.NextDouble() * 36)) / Math.Log(x)), 0, 1);
        }

        Assert.Equal(double.Epsilon, Power.Of(2, -1074));
        Assert.Equal(double.Epsilon, Power.Of(2, -1074.9));
        Assert.Equal(0, Power.Of(2, -1075.1));
        Assert.Equal(double.PositiveInfinity, Power.Of(2, 1024));
        Assert.Equal(2, Power.Of(double.Epsilon, -1 / 1074.0));
        Assert.Equal(Math.ScaleB(1, 1023), Power.Of(2, 1023));
    }

    [Fact]
    public void Powers_that_binary64_holds_are_exact()
    {
        for (int x = -40; x <= 40; x++)
        {
            double power = 1;
            for (int n = 0; Math.Abs(power) <= 1L << 52; n++, power *= x)
            {
                Bits.AssertSame(power, Power.Of(x, n), $"{x}^{n}");
                if (n > 40)
                {
                    break;
                }
            }
        }

        foreach (double x in Numbers.Spread(2_000, 4, 300))
        {
            Bits.AssertSame(x, Power.Of(x, 1));
        }
    }

    [Fact]
    public void Special_values_are_those_of_Math()
    {
        double[] values =
        [
            .. Numbers.Edges, 2, -2, 3, 4, -4, 2.5, -2.5, 1.0000000000000002, 0.9999999999999999, -1.0000000000000002, 1e-300, 9007199254740991, -9007199254740991,
            4503599627370495.5, 4503599627370497, 9007199254740992, 9007199254740994, 1e17, 1e300, -1e300, 1074, -1075, 1.5,
        ];
        foreach (double x in values)
        {
            foreach (double y in values)
            {
                double expected = Math.Pow(x, y), actual = Power.Of(x, y);
                Assert.True(Bits.Same(expected, actual) || Ulp.Distance(actual, expected) <= 1.5, $"{x:R} to {y:R}: {actual:R}, not {expected:R}");
                Assert.Equal(double.IsNegative(expected), double.IsNegative(actual) && !double.IsNaN(actual) || (double.IsNaN(actual) && double.IsNegative(expected)));
            }
        }
    }

    [Fact]
    public void A_negative_base_has_the_magnitude_of_its_positive_one_and_the_sign_of_the_parity()
    {
        Random random = new(5);
        for (int i = 0; i < 2_000; i++)
        {
            double x = Math.ScaleB(0.5 + random.NextDouble(), random.Next(-8, 8));
            int n = random.Next(-60, 60);
            Bits.AssertSame(Power.Of(x, n) * (n % 2 == 0 ? 1 : -1), Power.Of(-x, n));
            Assert.True(double.IsNaN(Power.Of(-x, n + 0.5)));
        }
    }

    private static double Error(double x, double y)
    {
        QuadDouble exponent = QuadDoubleExponential.Log(x) * y;
        return exponent.X0 is > -745 and < 709.78 ? References.ErrorOfExp(Power.Of(x, y), exponent) : 0;
    }
}
