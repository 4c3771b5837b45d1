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
                using GuardedMemory k = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 1));
                using GuardedMemory j = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 2));
                using GuardedMemory late = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 3));
                using GuardedMemory early = GuardedMemory.StartingAtGuard(Numbers.Uniform(length, 3));
                double[] expected = Expected(0.3, k.Span, -0.7, j.Span, late.Span);
                RankTwoUpdate.Apply(0.3, k.Span, -0.7, j.Span, late.Span);
                RankTwoUpdate.Apply(0.3, k.Span, -0.7, j.Span, early.Span);
                Bits.AssertSame(expected, late.Span, $"length {length}");
                Bits.AssertSame(expected, early.Span, $"length {length}");
            }
        });
    }

    [Fact]
    public void The_vector_may_be_either_column()
    {
        EveryWidth.Run(() =>
        {
            foreach (int length in new[] { 3, 8, 21, 64 })
            {
                double[] k = Numbers.Uniform(length, 1);
                double[] j = Numbers.Uniform(length, 2);
                double[] expected = Expected(2, k, 3, j, k);
                RankTwoUpdate.Apply(2, k, 3, j, k);
                Bits.AssertSame(expected, k);
                expected = Expected(2, k, 3, j, j);
                RankTwoUpdate.Apply(2, k, 3, j, j);
                Bits.AssertSame(expected, j);
            }
        });
    }

    [Fact]
    public void The_columns_of_a_symmetric_matrix_are_its_rows()
    {
        double[] s = [1, 2, 3, 0, 2, 4, 5, 0, 3, 5, 6, 0];
        double[] g = [10, 20, 30];
        RankTwoUpdate.Apply(new ReadOnlyMatrixView(s, 3, 3, 4), 2, 0, -1, 2, g);
        Assert.Equal([10 + 2 - 3, 20 + 4 - 5, 30 + 6 - 6], g);
    }

    [Fact]
    public void Wrong_shapes_and_partial_overlaps_are_refused_and_nothing_is_allocated()
    {
        double[] s = new double[16];
        double[] g = new double[4];
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(1, s.AsSpan(0, 4), 1, s.AsSpan(4, 3), g));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(1, s.AsSpan(0, 3), 1, s.AsSpan(4, 4), g));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(1, s.AsSpan(0, 4), 1, s.AsSpan(8, 4), s.AsSpan(1, 4)));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(1, s.AsSpan(0, 4), 1, s.AsSpan(8, 4), s.AsSpan(5, 4)));
        Assert.Throws<ArgumentException>(() => RankTwoUpdate.Apply(new ReadOnlyMatrixView(s, 3, 4), 1, 0, 1, 1, g));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankTwoUpdate.Apply(new ReadOnlyMatrixView(s, 4, 4), 1, 0, 1, 4, g));
        AllocationAssert.None(() => RankTwoUpdate.Apply(new ReadOnlyMatrixView(s, 4, 4), 1, 0, 1, 1, g));
    }

    private static double[] Expected(double a, ReadOnlySpan<double> k, double b, ReadOnlySpan<double> j, ReadOnlySpan<double> g)
    {
        double[] expected = new double[g.Length];
        for (int i = 0; i < g.Length; i++)
        {
            expected[i] = Math.FusedMultiplyAdd(b, j[i], Math.FusedMultiplyAdd(a, k[i], g[i]));
        }

        return expected;
    }
}
