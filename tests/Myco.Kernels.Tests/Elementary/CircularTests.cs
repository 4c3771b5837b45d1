using System.Numerics;
using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Tests.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>Sine, Cosine, ReducedAngle and LargeAngle.</summary>
public class CircularTests
{
    [Fact]
    public void Both_are_within_one_ulp_to_a_million()
    {
        Random random = new(1);
        double worst = 0;
        for (int i = 0; i < 40_000; i++)
        {
            double x = (i % 4) switch
            {
                0 => (random.NextDouble() - 0.5) * 2e6,
                1 => (random.NextDouble() - 0.5) * 20,
                2 => Math.ScaleB(random.NextDouble() - 0.5, -random.Next(700)),
                _ => NearMultipleOfQuarter(random, 1 << 19),
            };
            QuadDoubleTrigonometry.SinCos(x, out QuadDouble sine, out QuadDouble cosine);
            worst = Math.Max(worst, Math.Max(References.Error(Sine.Of(x), sine), References.Error(Cosine.Of(x), cosine)));
        }

        Assert.InRange(worst, 0.5, 1);
    }

    [Fact]
    public void Both_are_within_one_ulp_for_angles_of_every_size()
    {
        Random random = new(2);
        for (int exponent = 18; exponent < 1024; exponent++)
        {
            for (int i = 0; i < 3; i++)
            {
                AssertWithinOneUlp(Math.ScaleB(1 + random.NextDouble(), exponent) * (random.Next(2) == 0 ? 1 : -1));
            }
        }

        AssertWithinOneUlp(double.MaxValue);
        AssertWithinOneUlp(1 << 30);
        AssertWithinOneUlp(Math.BitIncrement(1 << 30));
    }

    [Fact]
    public void Both_are_within_one_ulp_where_an_angle_is_nearest_to_a_multiple_of_a_quarter_turn()
    {
        // The binary64 number nearest to a multiple of π/2 (Kahan 1983; Muller, Elementary Functions, 2016, table 11.1), and numbers near such multiples.
        AssertWithinOneUlp(Math.ScaleB(6381956970095103, 797));
        AssertWithinOneUlp(Math.ScaleB(6411027962775774, -48));
        Random random = new(3);
        for (int i = 0; i < 1_000; i++)
        {
            AssertWithinOneUlp(NearMultipleOfQuarter(random, 1 << 30));
        }
    }

    [Fact]
    public void The_bits_of_two_over_pi_are_those_of_Machins_formula()
    {
        BigInteger table = BigInteger.Zero;
        foreach (ulong word in LargeAngle.TwoOverPi)
        {
            table = (table << 64) | word;
        }

        int bits = 64 * (LargeAngle.TwoOverPi.Length - 1);
        Dyadic pi = ExactTrigonometry.Pi;
        Assert.Equal((BigInteger.One << (bits + 1 - pi.Exponent)) / pi.Mantissa, table);
    }

    [Fact]
    public void Special_values_are_those_of_Math()
    {
        foreach (double x in new[] { 0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon, -double.Epsilon, 1e-200, -1e-9 })
        {
            Bits.AssertSame(Math.Sin(x), Sine.Of(x), $"sin {x:R}");
            Bits.AssertSame(Math.Cos(x), Cosine.Of(x), $"cos {x:R}");
        }
    }

    [Fact]
    public void The_sine_is_odd_and_the_cosine_even_to_the_bit()
    {
        foreach (double x in (double[])[.. Numbers.Spread(3_000, 4, 300), .. Numbers.Spread(3_000, 5, 9)])
        {
            Bits.AssertSame(-Sine.Of(x), Sine.Of(-x));
            Bits.AssertSame(Cosine.Of(x), Cosine.Of(-x));
            Assert.InRange((Sine.Of(x) * Sine.Of(x)) + (Cosine.Of(x) * Cosine.Of(x)), 1 - 4e-16, 1 + 4e-16);
        }
    }

    private static double NearMultipleOfQuarter(Random random, int quarters)
    {
        double x = Math.Round(random.NextDouble() * quarters) * (Math.PI / 2);
        return random.Next(3) switch { 0 => x, 1 => Math.BitIncrement(x), _ => -Math.BitDecrement(x) };
    }

    private static void AssertWithinOneUlp(double x)
    {
        (Dyadic sine, Dyadic cosine) = ExactTrigonometry.SinCos(x);
        Ulp.AssertWithin(1, Sine.Of(x), ExactRational.Scaled(sine.Mantissa, sine.Exponent), $"sin {x:R}");
        Ulp.AssertWithin(1, Cosine.Of(x), ExactRational.Scaled(cosine.Mantissa, cosine.Exponent), $"cos {x:R}");
    }
}
