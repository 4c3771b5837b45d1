using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

public class LogarithmTests
{
    [Fact]
    public void It_is_within_one_ulp_everywhere()
    {
        Random random = new(1);
        double worst = 0;
        for (int i = 0; i < 60_000; i++)
        {
            double x = (i % 4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0_0000_0000_0000)),
                1 => 0.5 + random.NextDouble(),
                2 => 1 + Math.ScaleB(random.NextDouble() - 0.5, -random.Next(52)),
                _ => BitConverter.Int64BitsToDouble(random.NextInt64(1, 1L << random.Next(1, 53))),
            };
            if (x != 1)
            {
                worst = Math.Max(worst, References.Error(Logarithm.Of(x), QuadDoubleExponential.Log(x)));
            }
        }

        Assert.InRange(worst, 0.5, 1);
    }

    [Fact]
    public void Special_values_are_those_of_Math()
    {
        foreach (double x in Numbers.Edges)
        {
            double expected = Math.Log(x);
            Assert.True(Bits.Same(expected, Logarithm.Of(x)) || Ulp.Distance(Logarithm.Of(x), expected) <= 1, $"ln {x:R} is {Logarithm.Of(x):R}");
        }

        Bits.AssertSame(0.0, Logarithm.Of(1));
    }

    [Fact]
    public void The_unchecked_form_has_the_same_bits_where_it_may_be_used()
    {
        foreach (double x in Numbers.Spread(1_000, 7, 300).Select(Math.Abs))
        {
            Bits.AssertSame(Logarithm.Of(x), Logarithm.OfNormal<Lane1>(x).Value);
        }
    }

    [Fact]
    public void Inverses_differ_by_their_sign_within_their_errors()
    {
        foreach (double x in Numbers.Spread(1_000, 8, 100).Select(Math.Abs))
        {
            QuadDouble inverse = QuadDouble.One / x;
            double correction = (inverse - inverse.X0).X0 / inverse.X0;
            Assert.InRange(Math.Abs(Logarithm.Of(inverse.X0) + Logarithm.Of(x) + correction), 0, 2 * Ulp.Unit(Logarithm.Of(x)));
        }
    }
}
