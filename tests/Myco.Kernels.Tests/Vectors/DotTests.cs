using FsCheck.Xunit;
using Myco.Kernels.Vectors;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Vectors;

public class DotTests
{
    [Fact]
    public void Every_length_is_within_the_stated_bound_of_the_exact_sum_on_every_width()
    {
        for (int length = 0; length <= 256; length++)
        {
            using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(length, length, 4));
            using GuardedMemory y = GuardedMemory.StartingAtGuard(Numbers.Spread(length, length + 1000, 4));
            ExactRational exact = ExactRational.Zero;
            double magnitude = 0;
            for (int i = 0; i < length; i++)
            {
                exact += ExactRational.FromDouble(x.Span[i]) * y.Span[i];
                magnitude += Math.Abs(x.Span[i] * y.Span[i]);
            }

            double bound = ((length / 32.0) + 6) * Math.ScaleB(magnitude, -53);
            double dot = Dot.Compute(x.Span, y.Span);
            Assert.True(ExactRational.Abs(exact - dot) <= bound, $"length {length}: {dot} against {exact.ToDouble()}");
            EveryWidth.AssertSame(dot, () => Dot.Compute(x.Span, y.Span), $"length {length}");
        }
    }

    [Property(Replay = "20251120,1")]
    public bool The_dot_product_commutes_to_the_bit(double[] x)
    {
        double[] y = [.. x.Reverse()];
        return Bits.Same(Dot.Compute(x, y), Dot.Compute(y, x));
    }

    [Fact]
    public void A_power_of_two_factors_out_to_the_bit()
    {
        double[] x = Numbers.Uniform(77, 1);
        double[] y = Numbers.Uniform(77, 2);
        Bits.AssertSame(16 * Dot.Compute(x, y), Dot.Compute([.. x.Select(v => 16 * v)], y));
    }

    [Fact]
    public void A_product_is_not_rounded_before_it_is_added() =>
        EveryWidth.AssertSame(
            Math.FusedMultiplyAdd(1 + 1e-9, 1 - 1e-9, -1),
            () =>
            {
                double[] x = new double[33];
                double[] y = new double[33];
                (x[0], y[0], x[32], y[32]) = (-1, 1, 1 + 1e-9, 1 - 1e-9);
                return Dot.Compute(x, y);
            });

    [Fact]
    public void Specials_follow_IEEE_754()
    {
        EveryWidth.AssertSame(double.NaN, () => Dot.Compute([1, double.NaN, 3], [1, 1, 1]));
        EveryWidth.AssertSame(double.NaN, () => Dot.Compute([double.PositiveInfinity], [0]));
        EveryWidth.AssertSame(double.NegativeInfinity, () => Dot.Compute([1, double.PositiveInfinity], [5, -1]));
        EveryWidth.AssertSame(0, () => Dot.Compute([], []));
    }

    [Fact]
    public void Different_lengths_are_refused_and_nothing_is_allocated()
    {
        double[] x = new double[50];
        Assert.Throws<ArgumentException>(() => Dot.Compute(x, x.AsSpan(1)));
        AllocationAssert.None(() => Dot.Compute(x, x));
    }
}
