using Myco.Kernels.Matrices;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Matrices;

public class RankTwoUpdateTests
{
    [Fact]
    public void Every_length_on_every_width_is_two_multiply_adds_and_stays_inside_its_memory()
    {
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                using GuardedMemory source = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 3));
                using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 1));
                using GuardedMemory y = GuardedMemory.StartingAtGuard(Numbers.Uniform(length, 2));
                using GuardedMemory late = GuardedMemory.EndingAtGuard(length);
                using GuardedMemory early = GuardedMemory.StartingAtGuard(length);
                double[] expected = Expected(source.Span, 0.3, x.Span, -0.7, y.Span);
                bool below = RankTwoUpdate.Apply(source.Span, 0.3, x.Span, -0.7, y.Span, late.Span);
                RankTwoUpdate.Apply(source.Span, 0.3, x.Span, -0.7, y.Span, early.Span);
                Bits.AssertSame(expected, late.Span, $"length {length}");
                Bits.AssertSame(expected, early.Span, $"length {length}");
                Assert.Equal(expected.All(value => value < 0), below);
            }
        });
    }

    [Fact]
    public void One_element_that_is_not_below_zero_is_seen_at_every_place()
    {
        EveryWidth.Run(() =>
        {
            foreach (int length in new[] { 1, 3, 8, 13, 64 })
            {
                double[] source = [.. Enumerable.Repeat(-1.0, length)], zeros = new double[length], target = new double[length];
                Assert.True(RankTwoUpdate.Apply(source, 1, zeros, 1, zeros, target));
                for (int at = 0; at < length; at++)
                {
                    foreach (double other in new[] { 0, -0.0, 1, double.NaN, double.PositiveInfinity })
                    {
                        source[at] = other;
                        Assert.False(RankTwoUpdate.Apply(source, 1, zeros, 1, zeros, target));
                    }

                    source[at] = -1;
                }
            }
        });
    }

    [Fact]
    public void The_target_may_be_any_of_the_others()
    {
        EveryWidth.Run(() =>
        {
            foreach (int length in new[] { 3, 8, 21, 64 })
            {
                for (int aliased = 0; aliased < 3; aliased++)
                {
                    double[][] data = [Numbers.Uniform(length, 1), Numbers.Uniform(length, 2), Numbers.Uniform(length, 3)];
                    double[] expected = Expected(data[0], 2, data[1], 3, data[2]);
                    RankTwoUpdate.Apply(data[0], 2, data[1], 3, data[2], data[aliased]);
                    Bits.AssertSame(expected, data[aliased]);
                }
            }
        });
    }

    [Fact]
    public void Other_lengths_are_refused_and_nothing_is_allocated()
    {
        double[] three = new double[3], four = new double[4];
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(three, 1, four, 1, four, four));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(four, 1, three, 1, four, four));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(four, 1, four, 1, three, four));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(four, 1, four, 1, four, three));
        AllocationAssert.None(() => RankTwoUpdate.Apply(three, 1, three, 1, three, three));
    }

    private static double[] Expected(ReadOnlySpan<double> source, double a, ReadOnlySpan<double> x, double b, ReadOnlySpan<double> y)
    {
        double[] expected = new double[source.Length];
        for (int i = 0; i < source.Length; i++)
        {
            expected[i] = Math.FusedMultiplyAdd(b, y[i], Math.FusedMultiplyAdd(a, x[i], source[i]));
        }

        return expected;
    }
}
