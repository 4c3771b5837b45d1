using Myco.Kernels.Elementary;
using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Elementary;

public class NormalQuantileTests
{
    private const double Unit = 1.0 / (1L << 53);

    [Fact]
    public void Opposite_probabilities_have_opposite_quantiles_to_the_bit()
    {
        foreach (double uniform in Uniforms(20_000, 1))
        {
            Bits.AssertSame(-NormalQuantile.Of(uniform), NormalQuantile.Of(1 - uniform));
        }
    }

    [Fact]
    public void It_is_within_five_ulp_of_the_number_whose_distribution_function_is_the_uniform()
    {
        double worst = 0;
        foreach (double uniform in Uniforms(3_000, 2))
        {
            worst = Math.Max(worst, Error(uniform));
        }

        // Every binade of small probabilities, the far branch among them.
        for (int exponent = 2; exponent <= 53; exponent++)
        {
            worst = Math.Max(worst, Error(Math.ScaleB(1, -exponent)));
            worst = Math.Max(worst, Error(Math.ScaleB(1.5, -exponent - 1)));
        }

        Assert.InRange(worst, 1, 5);
    }

    [Fact]
    public void It_rises_with_the_probability()
    {
        double previous = double.NegativeInfinity;
        for (int i = 0; i < 100_000; i++)
        {
            double z = NormalQuantile.Of((i + 0.5) / 100_000);
            Assert.True(z > previous);
            previous = z;
        }
    }

    [Fact]
    public void The_ends_are_infinite_and_what_is_no_probability_is_NaN()
    {
        Bits.AssertSame(double.NegativeInfinity, NormalQuantile.Of(0));
        Bits.AssertSame(double.NegativeInfinity, NormalQuantile.Of(-0.0));
        Bits.AssertSame(double.PositiveInfinity, NormalQuantile.Of(1));
        Bits.AssertSame(0.0, NormalQuantile.Of(0.5));
        foreach (double p in new[] { -double.Epsilon, -1, 1.0000000000000002, 2, double.PositiveInfinity, double.NegativeInfinity, double.NaN })
        {
            Assert.True(double.IsNaN(NormalQuantile.Of(p)), $"{p:R}");
        }

        Assert.InRange(NormalQuantile.Of(double.Epsilon), -38.5, -38.4);
    }

    private static IEnumerable<double> Uniforms(int count, int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++)
        {
            // A uniform of spec 07-stress 3.2, every third near an end.
            ulong word = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (i % 3 == 0 ? random.Next(50) : 0);
            yield return ((word >> 11) | 1) * Unit;
        }
    }

    /// <summary>One step of Newton from z in quad-double: (Φ(z) − p)/φ(z), in units of z's last place.</summary>
    private static double Error(double p)
    {
        double z = NormalQuantile.Of(p);
        QuadDouble square = (QuadDouble)z * z;
        QuadDouble density = QuadDoubleExponential.Exp(square * -0.5) / QuadDouble.Sqrt(QuadDoubleTrigonometry.Pi * 2);
        QuadDouble below = 0.5 + (Series(z) * density);
        return Math.Abs(((below - p) / density).X0) / Ulp.Unit(z);
    }

    /// <summary>(Φ(z) − ½)/φ(z) = z + z³/3 + z⁵/(3·5) + …: all of one sign, so that nothing cancels before ½ is added.</summary>
    private static QuadDouble Series(double z)
    {
        QuadDouble sum = QuadDouble.Zero, term = z;
        for (int n = 3; Math.Abs(term.X0) > 1e-60 * Math.Abs(sum.X0) || n == 3; n += 2)
        {
            sum += term;
            term = term * z * z / (double)n;
        }

        return sum;
    }
}
