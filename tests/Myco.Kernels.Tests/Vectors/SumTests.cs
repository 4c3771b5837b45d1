using Myco.Kernels.Vectors;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Vectors;

public class SumTests
{
    [Fact]
    public void Every_length_is_within_the_stated_bound_of_the_exact_sum_on_every_width()
    {
        for (int length = 0; length <= 256; length++)
        {
            using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(length, length, 6));
            ExactRational exact = ExactRational.Zero;
            double magnitude = 0;
            foreach (double value in x.Span)
            {
                exact += value;
                magnitude += Math.Abs(value);
            }

            double sum = Sum.Compute(x.Span);
            Assert.True(ExactRational.Abs(exact - sum) <= ((length / 32.0) + 6) * Math.ScaleB(magnitude, -53), $"length {length}");
            EveryWidth.AssertSame(sum, () => Sum.Compute(x.Span), $"length {length}");
        }
    }

    [Fact]
    public void Whole_numbers_add_up_exactly() =>
        EveryWidth.AssertSame(1000.0 * 1001 / 2, () => Sum.Compute([.. Enumerable.Range(1, 1000).Select(i => (double)i)]));

    [Fact]
    public void Specials_follow_IEEE_754()
    {
        EveryWidth.AssertSame(0, () => Sum.Compute([-0.0, -0.0]));
        EveryWidth.AssertSame(double.NaN, () => Sum.Compute([double.PositiveInfinity, double.NegativeInfinity]));
        EveryWidth.AssertSame(double.PositiveInfinity, () => Sum.Compute([1, double.PositiveInfinity]));
        EveryWidth.AssertSame(double.NaN, () => Sum.Compute([.. new double[40], double.NaN]));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        double[] x = new double[50];
        AllocationAssert.None(() => Sum.Compute(x));
    }
}
