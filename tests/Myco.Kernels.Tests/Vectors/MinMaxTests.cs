using Myco.Kernels.Vectors;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Vectors;

public class MinMaxTests
{
    [Fact]
    public void Every_length_has_the_extremes_of_a_sorted_copy_on_every_width()
    {
        for (int length = 1; length <= 256; length++)
        {
            using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(length, length, 10));
            double[] sorted = [.. x.Span];
            Array.Sort(sorted);
            EveryWidth.AssertSame(sorted[0], () => MinMax.Minimum(x.Span), $"length {length}");
            EveryWidth.AssertSame(sorted[^1], () => MinMax.Maximum(x.Span), $"length {length}");
            Assert.Equal((sorted[0], sorted[^1]), MinMax.Compute(x.Span));
        }
    }

    [Fact]
    public void Zeros_are_ordered_by_sign_infinities_are_ordinary_and_NaN_wins()
    {
        EveryWidth.AssertSame(-0.0, () => MinMax.Minimum([0, -0.0, 0]));
        EveryWidth.AssertSame(0.0, () => MinMax.Maximum([-0.0, 0, -0.0]));
        EveryWidth.AssertSame(double.NegativeInfinity, () => MinMax.Minimum([1, double.NegativeInfinity]));
        EveryWidth.AssertSame(double.PositiveInfinity, () => MinMax.Minimum([double.PositiveInfinity]));
        for (int at = 0; at < 40; at++)
        {
            double[] x = new double[40];
            x[at] = double.NaN;
            EveryWidth.AssertSame(double.NaN, () => MinMax.Minimum(x), $"at {at}");
            EveryWidth.AssertSame(double.NaN, () => MinMax.Maximum(x), $"at {at}");
        }
    }

    [Fact]
    public void No_element_is_refused_and_nothing_is_allocated()
    {
        Assert.Throws<ArgumentException>(() => MinMax.Compute([]));
        Assert.Throws<ArgumentException>(() => MinMax.Maximum([]));
        double[] x = new double[50];
        AllocationAssert.None(() => MinMax.Compute(x));
    }
}
