using Myco.Kernels.Matrices;
using Myco.Kernels.Rotations;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Rotations;

public class GivensRotationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(153.9)]
    [InlineData(307.5)]
    public void Construction_is_within_three_ulp_of_the_exact_rotation_at_any_magnitude(double decades)
    {
        double[] pairs = Numbers.Spread(600, 5, decades);
        for (int i = 0; i < pairs.Length; i += 2)
        {
            CheckAgainstExact(pairs[i], pairs[i + 1]);
            CheckAgainstExact(pairs[i], pairs[i] * (1 + (1e-3 * i)));
        }
    }

    [Fact]
    public void Extremes_neither_overflow_nor_underflow()
    {
        double[] extremes = [double.Epsilon, 1e-320, 2.2250738585072014e-308, 1.5e-154, 1, 4.7e153, 4.8e153, 1e308];
        foreach (double a in extremes)
        {
            foreach (double b in extremes)
            {
                CheckAgainstExact(a, -b);
            }
        }
    }

    [Fact]
    public void Zero_cases_come_first()
    {
        Check(1, 0, -3, -3, 0);
        Check(1, 0, 0, 0, 0);
        Check(1, 0, double.PositiveInfinity, double.PositiveInfinity, -0.0);
        Check(0, 1, 0, 2, 2);
        Check(0, -1, -0.0, 2, -2);
        Assert.True(double.IsNaN(GivensRotation.Eliminate(double.NaN, 1, out double r).Cosine) && double.IsNaN(r));
        Assert.True(double.IsNaN(GivensRotation.Eliminate(1, double.PositiveInfinity, out _).Sine));

        static void Check(double c, double s, double a, double expected, double b)
        {
            GivensRotation rotation = GivensRotation.Eliminate(a, b, out double r);
            Assert.Equal((c, s, expected), (rotation.Cosine, rotation.Sine, r));
        }
    }

    [Fact]
    public void Vectors_of_every_length_turn_by_the_formula_on_every_width()
    {
        GivensRotation rotation = new(Math.Cos(0.7), Math.Sin(0.7));
        EveryWidth.Run(() =>
        {
            for (int length = 0; length <= 256; length++)
            {
                using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Uniform(length, 1));
                using GuardedMemory y = GuardedMemory.StartingAtGuard(Numbers.Uniform(length, 2));
                double[] oldX = x.Span.ToArray();
                double[] oldY = y.Span.ToArray();
                rotation.Apply(x.Span, y.Span);
                Bits.AssertSame([.. oldX.Zip(oldY, (a, b) => Math.FusedMultiplyAdd(rotation.Sine, b, rotation.Cosine * a))], x.Span);
                Bits.AssertSame([.. oldX.Zip(oldY, (a, b) => Math.FusedMultiplyAdd(-rotation.Sine, a, rotation.Cosine * b))], y.Span);
            }
        });
    }

    [Fact]
    public void Rows_and_columns_follow_the_convention_of_Golub_and_Van_Loan()
    {
        GivensRotation rotation = new(0.8, 0.6);
        double[] left = [1, 0, 0, 0, 1, 0, 0, 0, 1];
        double[] right = [.. left];
        rotation.ApplyToRows(new MatrixView(left, 3, 3), 0, 2);
        rotation.ApplyToColumns(new MatrixView(right, 3, 3), 0, 2);
        double[] g = [0.8, 0, 0.6, 0, 1, 0, -0.6, 0, 0.8];
        Assert.Equal(g, left);
        Assert.Equal(g, right);
    }

    [Fact]
    public void The_transpose_of_G_M_is_M_transposed_times_the_inverse_to_the_bit()
    {
        GivensRotation rotation = GivensRotation.Eliminate(0.3, -1.7, out _);
        double[] rows = Numbers.Uniform(5 * 9, 1);
        double[] columns = new double[9 * 5];
        Transpose.Apply(new ReadOnlyMatrixView(rows, 5, 9), new MatrixView(columns, 9, 5));
        rotation.ApplyToRows(new MatrixView(rows, 5, 9), 1, 4);
        rotation.Inverse.ApplyToColumns(new MatrixView(columns, 9, 5), 1, 4);
        double[] back = new double[5 * 9];
        Transpose.Apply(new ReadOnlyMatrixView(columns, 9, 5), new MatrixView(back, 5, 9));
        Bits.AssertSame(rows, back);
    }

    [Fact]
    public void Elimination_leaves_a_zero_where_it_should()
    {
        double[] m = [3, 1, 2, 4, 5, 6];
        GivensRotation.Eliminate(m[0], m[3], out double r).ApplyToRows(new MatrixView(m, 2, 3), 0, 1);
        Assert.Equal(5, r);
        Assert.Equal(5, m[0], 15);
        Assert.Equal(0, m[3], 15);
    }

    [Fact]
    public void Overlaps_equal_axes_and_outside_axes_are_refused_and_nothing_is_allocated()
    {
        GivensRotation rotation = new(0.8, 0.6);
        double[] m = new double[12];
        Assert.Throws<ArgumentException>(() => rotation.Apply(m, m));
        Assert.Throws<ArgumentException>(() => rotation.Apply(m.AsSpan(0, 4), m.AsSpan(3, 4)));
        Assert.Throws<ArgumentException>(() => rotation.Apply(m.AsSpan(0, 4), m.AsSpan(5, 5)));
        Assert.Throws<ArgumentException>(() => rotation.ApplyToRows(new MatrixView(m, 3, 4), 1, 1));
        Assert.Throws<ArgumentException>(() => rotation.ApplyToColumns(new MatrixView(m, 3, 4), 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => rotation.ApplyToRows(new MatrixView(m, 3, 4), 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => rotation.ApplyToColumns(new MatrixView(m, 3, 4), 0, 4));
        AllocationAssert.None(() =>
        {
            GivensRotation.Eliminate(1, 2, out _).ApplyToRows(new MatrixView(m, 3, 4), 0, 1);
            rotation.ApplyToColumns(new MatrixView(m, 3, 4), 0, 1);
        });
    }

    private static void CheckAgainstExact(double a, double b)
    {
        GivensRotation rotation = GivensRotation.Eliminate(a, b, out double r);
        ExactRational length = ExactRational.Sqrt((ExactRational.FromDouble(a) * a) + (ExactRational.FromDouble(b) * b));
        ExactRational exact = a < 0 ? -length : length;
        Ulp.AssertWithin(3, r, exact, $"r of ({a:R}, {b:R})");
        Ulp.AssertWithin(3, rotation.Cosine, ExactRational.FromDouble(a) / exact, $"c of ({a:R}, {b:R})");
        Ulp.AssertWithin(3, rotation.Sine, ExactRational.FromDouble(b) / exact, $"s of ({a:R}, {b:R})");
        Assert.True(rotation.Cosine >= 0);
    }
}
