using Myco.Kernels.Vectors;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Vectors;

public class NormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(150)]
    [InlineData(307)]
    [InlineData(-160)]
    [InlineData(-300)]
    [InlineData(-307)]
    public void Every_length_and_magnitude_is_within_the_stated_bound_of_the_exact_norm(int decade)
    {
        double factor = double.Parse($"1e{decade}", System.Globalization.CultureInfo.InvariantCulture) / 16;
        for (int length = 1; length <= 256; length += length < 40 ? 1 : 12)
        {
            double[] x = [.. Numbers.Uniform(length, length).Select(value => value * factor)];
            ExactRational squares = ExactRational.Zero;
            foreach (double value in x)
            {
                squares += ExactRational.FromDouble(value) * value;
            }

            double norm = Norm.Compute(x);
            Ulp.AssertWithin((length / 64.0) + 4.5, norm, ExactRational.Sqrt(squares), $"length {length}");
            EveryWidth.AssertSame(norm, () => Norm.Compute(x), $"length {length}");
        }
    }

    [Fact]
    public void A_mixture_of_extremes_keeps_the_greatest()
    {
        EveryWidth.AssertSame(5e300, () => Norm.Compute([3e300, 1e-300, -4e300, double.Epsilon]), "large");
        EveryWidth.AssertSame(double.Epsilon, () => Norm.Compute([0, double.Epsilon]), "smallest");
        EveryWidth.AssertSame(double.MaxValue, () => Norm.Compute([double.MaxValue, 1]), "greatest");
    }

    [Fact]
    public void Specials_are_as_stated()
    {
        EveryWidth.AssertSame(0, () => Norm.Compute([]));
        EveryWidth.AssertSame(0, () => Norm.Compute([-0.0, 0]));
        EveryWidth.AssertSame(double.PositiveInfinity, () => Norm.Compute([1, double.NegativeInfinity]));
        EveryWidth.AssertSame(double.NaN, () => Norm.Compute([double.NaN, double.PositiveInfinity]));
        EveryWidth.AssertSame(double.NaN, () => Norm.Compute([.. new double[40], double.NaN]));
        EveryWidth.AssertSame(double.PositiveInfinity, () => Norm.Compute([double.MaxValue, double.MaxValue]));
    }

    [Fact]
    public void A_power_of_two_factors_out_to_the_bit_wherever_the_scale_changes()
    {
        double[] x = Numbers.Uniform(20, 9);
        double norm = Norm.Compute(x);
        for (int exponent = -900; exponent <= 1000; exponent += 50)
        {
            Bits.AssertSame(Math.ScaleB(norm, exponent), Norm.Compute([.. x.Select(v => Math.ScaleB(v, exponent))]), $"2^{exponent}");
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = [1e300, 1e300];
        AllocationAssert.None(() => Norm.Compute(x));
    }
}
