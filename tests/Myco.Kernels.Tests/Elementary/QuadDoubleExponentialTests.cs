using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Tests.ExtendedPrecision;

namespace Myco.Kernels.Tests.Elementary;

public class QuadDoubleExponentialTests
{
    [Fact]
    public void The_exponential_is_that_of_fixed_point()
    {
        RandomReals reals = new(1);
        double worst = double.NegativeInfinity;
        for (int i = 0; i < 2_000; i++)
        {
            QuadDouble x = reals.Quad(i % 10);
            if (Math.Abs(x.X0) <= 500)
            {
                Dyadic exact = ExactExponential.Exp(x);
                worst = Math.Max(worst, exact.ErrorBits(QuadDoubleExponential.Exp(x), exact));
            }
        }

        Assert.InRange(worst, -215, -202);
    }

    [Fact]
    public void The_logarithm_is_that_of_fixed_point()
    {
        RandomReals reals = new(2);
        double worst = double.NegativeInfinity;
        for (int i = 0; i < 2_000; i++)
        {
            QuadDouble x = QuadDouble.Abs(reals.Quad(i % 700));
            Dyadic exact = ExactExponential.Log(x);
            worst = Math.Max(worst, exact.ErrorBits(QuadDoubleExponential.Log(x), exact.Log2 > 0 ? exact : 1.0));
        }

        Assert.InRange(worst, -215, -202);
    }

    [Fact]
    public void The_logarithm_of_2_has_every_bit() =>
        Assert.True(ExactExponential.Ln2.ErrorBits(QuadDoubleExponential.Log(2), ExactExponential.Ln2) < -208);

    [Fact]
    public void The_one_undoes_the_other()
    {
        RandomReals reals = new(3);
        for (int i = 0; i < 300; i++)
        {
            QuadDouble x = reals.Quad(8);
            Dyadic back = QuadDoubleExponential.Log(QuadDoubleExponential.Exp(x));
            Assert.True(((Dyadic)x).ErrorBits(back, Math.Max(1, Math.Abs(x.X0))) < -200);
        }

        Assert.Equal(QuadDouble.One, QuadDoubleExponential.Exp(QuadDouble.Zero));
        Assert.Equal(QuadDouble.Zero, QuadDoubleExponential.Log(QuadDouble.One));
    }

    [Fact]
    public void What_is_out_of_range_is_NaN()
    {
        foreach (double x in new[] { 701, -701, double.PositiveInfinity, double.NaN })
        {
            Assert.True(double.IsNaN(QuadDoubleExponential.Exp(x).X0));
        }

        foreach (double x in new[] { 0, -1, double.PositiveInfinity, double.NaN })
        {
            Assert.True(double.IsNaN(QuadDoubleExponential.Log(x).X0));
        }
    }
}
