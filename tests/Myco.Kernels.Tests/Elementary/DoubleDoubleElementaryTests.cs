using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Tests.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

/// <summary>IElementary: DoubleDoubleElementary and PackElementary.</summary>
public class DoubleDoubleElementaryTests
{
    [Fact]
    public void Powers_have_a_hundred_bits()
    {
        RandomReals reals = new(1);
        double worst = double.NegativeInfinity;
        for (int i = 0; i < 1_000; i++)
        {
            DoubleDouble x = DoubleDouble.Abs(reals.Pair(i % 60)), y = reals.Pair(i % 4);
            Dyadic exact = ExactExponential.Exp(ExactExponential.Log(x) * y);
            if (Math.Abs(exact.Log2) < 300)
            {
                worst = Math.Max(worst, exact.ErrorBits(DoubleDoubleElementary.Power(x, y), exact));
            }
        }

        Assert.InRange(worst, -110, -104);
    }

    [Fact]
    public void A_memory_of_a_second_over_days_keeps_a_hundred_bits()
    {
        DoubleDouble memory = 0.999_99;
        foreach (double days in new[] { 1, 7, 30, 365, 700 })
        {
            Dyadic exact = ExactExponential.Exp(ExactExponential.Log(memory) * (Dyadic)(86_400 * days));
            Assert.True(exact.ErrorBits(DoubleDoubleElementary.Power(memory, 86_400 * days), exact) < -104);
        }
    }

    [Fact]
    public void Exponentials_and_logarithms_are_the_quad_doubles_rounded()
    {
        RandomReals reals = new(2);
        for (int i = 0; i < 300; i++)
        {
            DoubleDouble x = reals.Pair(7);
            Assert.Equal(DoubleDouble.FromQuadDouble(QuadDoubleExponential.Exp(x)), DoubleDoubleElementary.Exp(x));
            x = DoubleDouble.Abs(x);
            Assert.Equal(DoubleDouble.FromQuadDouble(QuadDoubleExponential.Log(x)), DoubleDoubleElementary.Log(x));
        }
    }

    [Fact]
    public void Special_values_and_far_results_are_those_of_binary64()
    {
        foreach (double x in Numbers.Edges)
        {
            if (!(Math.Abs(x) <= 700))
            {
                Bits.AssertSame(Exponential.Of(x), DoubleDoubleElementary.Exp(x).High);
            }

            Bits.AssertSame(Logarithm.Of(x), DoubleDoubleElementary.Log(x).High, $"ln {x:R}");
            foreach (double y in Numbers.Edges)
            {
                double power = Power.Of(x, y), extended = DoubleDoubleElementary.Power(x, y).High;
                Assert.True(Bits.Same(power, extended) || Ulp.Distance(power, extended) <= 1, $"{x:R} to {y:R}");
            }
        }
    }

    [Fact]
    public void One_formula_serves_doubles_packs_and_double_doubles()
    {
        double plain = Decay<Lane1, PackElementary<Lane1>>(100, 0.999_99, 86_400).Value;
        DoubleDouble extended = Decay<DoubleDouble, DoubleDoubleElementary>(100, 0.999_99, 86_400);
        Assert.InRange(Ulp.Distance(plain, extended.High), 0, 1);
        Bits.AssertSame(100 * Power.Of(0.999_99, 86_400), plain);
        Bits.AssertSame(Exponential.Of(0.3) + Logarithm.Of(0.3), Sum<Lane1, PackElementary<Lane1>>(0.3).Value);
    }

    private static TReal Decay<TReal, TElementary>(TReal flow, TReal memory, TReal elapsed)
        where TReal : struct, IReal<TReal>
        where TElementary : struct, IElementary<TReal> => flow * TElementary.Power(memory, elapsed);

    private static TReal Sum<TReal, TElementary>(TReal x)
        where TReal : struct, IReal<TReal>
        where TElementary : struct, IElementary<TReal> => TElementary.Exp(x) + TElementary.Log(x);
}
