using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

public class ExponentialTests
{
    [Fact]
    public void It_is_within_one_ulp_everywhere()
    {
        Random random = new(1);
        double worst = 0;
        for (int i = 0; i < 60_000; i++)
        {
            double x = (i % 3) switch
            {
                0 => -745 + (random.NextDouble() * 1454),
                1 => (2 * random.NextDouble()) - 1,
                _ => Math.ScaleB(random.NextDouble() - 0.5, -random.Next(1074)),
            };
            worst = Math.Max(worst, References.ErrorOfExp(Exponential.Of(x), x));
        }

        Assert.InRange(worst, 0.5, 1);
    }

    [Fact]
    public void Special_values_are_those_of_Math()
    {
        double[] values = [.. Numbers.Edges, 709.782712893384, 709.782712893385, 710, 745, 746, 747, -708, -708.5, -745, -745.2, -746, -747, 1e9, -1e9, 1e300, -1e300];
        foreach (double x in values)
        {
            double expected = Math.Exp(x);
            Assert.True(Bits.Same(expected, Exponential.Of(x)) || Ulp.Distance(Exponential.Of(x), expected) <= 1, $"e^{x:R} is {Exponential.Of(x):R}");
        }

        Assert.Equal(double.MaxValue, Exponential.Of(709.782712893384), 1e296);
        Assert.Equal(double.Epsilon, Exponential.Of(-745.1));
        Assert.Equal(0, Exponential.Of(-745.2));
        Assert.Equal(double.PositiveInfinity, Exponential.Of(709.782712893385));
    }

    [Fact]
    public void The_unchecked_form_has_the_same_bits_where_it_may_be_used()
    {
        foreach (double x in Numbers.Uniform(1_000, 7).Select(x => 708 * x))
        {
            Bits.AssertSame(Exponential.Of(x), Exponential.OfModerate<Lane1>(x).Value);
        }
    }

    [Fact]
    public void It_never_falls_over_steps_that_binary64_can_tell()
    {
        double previous = 0;
        for (double x = -745; x < 709; x += 0.000_977 * (1 + Math.Abs(x)))
        {
            double value = Exponential.Of(x);
            Assert.True(value >= previous, $"e^{x:R}");
            previous = value;
        }
    }
}
