using Myco.Kernels.Matrices;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Matrices;

public class SymmetricMatrixVectorTests
{
    [Fact]
    public void Even_and_odd_terms_are_added_apart_on_every_width_and_within_the_stated_bound()
    {
        for (int n = 0; n <= 70; n++)
        {
            int stride = n + (n % 3);
            using GuardedMemory s = GuardedMemory.EndingAtGuard(Symmetric(n, stride).AsSpan(0, Math.Max(0, (stride * (n - 1)) + n)));
            using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Spread(n, 7, 2));
            double[] expected = Expected(s.Span, stride, x.Span);
            EveryWidth.Run(() =>
            {
                using GuardedMemory y = GuardedMemory.EndingAtGuard(n);
                SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s.Span, n, n, stride), x.Span, y.Span);
                Bits.AssertSame(expected, y.Span, $"n = {n}");
            });
            CheckBound(s.Span, stride, x.Span, expected);
        }
    }

    [Fact]
    public void The_form_x_S_y_is_the_same_from_either_side()
    {
        double[] s = Symmetric(16, 16);
        double[] x = Numbers.Uniform(16, 1);
        double[] y = Numbers.Uniform(16, 2);
        double[] sx = new double[16];
        double[] sy = new double[16];
        SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 16, 16), x, sx);
        SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 16, 16), y, sy);
        Assert.Equal(Kernels.Vectors.Dot.Compute(x, sy), Kernels.Vectors.Dot.Compute(y, sx), 13);
    }

    [Fact]
    public void Wrong_shapes_and_overlaps_are_refused_and_nothing_is_allocated()
    {
        double[] s = new double[16];
        double[] x = new double[4];
        double[] y = new double[4];
        Assert.Throws<ArgumentException>(() => SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 2, 4), x, y));
        Assert.Throws<ArgumentException>(() => SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 3, 3), x, y));
        Assert.Throws<ArgumentException>(() => SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 4, 4), x, x));
        Assert.Throws<ArgumentException>(() => SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 4, 4), x, s.AsSpan(12)));
        AllocationAssert.None(() => SymmetricMatrixVector.Multiply(new ReadOnlyMatrixView(s, 4, 4), x, y));
    }

    private static double[] Symmetric(int n, int stride)
    {
        double[] values = Numbers.Uniform(n * stride, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                values[(i * stride) + j] = values[(j * stride) + i];
            }
        }

        return values;
    }

    private static double[] Expected(ReadOnlySpan<double> s, int stride, ReadOnlySpan<double> x)
    {
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            double[] halves = new double[2];
            for (int p = 0; p < x.Length; p++)
            {
                halves[p % 2] = Math.FusedMultiplyAdd(s[(i * stride) + p], x[p], halves[p % 2]);
            }

            y[i] = halves[0] + halves[1];
        }

        return y;
    }

    private static void CheckBound(ReadOnlySpan<double> s, int stride, ReadOnlySpan<double> x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            ExactRational exact = ExactRational.Zero;
            double magnitude = 0;
            for (int p = 0; p < x.Length; p++)
            {
                exact += ExactRational.FromDouble(s[(i * stride) + p]) * x[p];
                magnitude += Math.Abs(s[(i * stride) + p] * x[p]);
            }

            Assert.True(ExactRational.Abs(exact - y[i]) <= ((x.Length / 2.0) + 1) * Math.ScaleB(magnitude, -53));
        }
    }
}
