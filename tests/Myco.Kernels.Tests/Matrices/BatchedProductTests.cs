using MathNet.Numerics.LinearAlgebra;
using Myco.Kernels.Lanes;
using Myco.Kernels.Matrices;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Matrices;

/// <summary>BatchedProduct and its ProductShape, by the tiles of ProductTile and EightRowSums: the bits of ascending multiply-adds at every size and tail.</summary>
public class BatchedProductTests
{
    [Fact]
    public void Every_size_to_twenty_and_every_tail_has_the_bits_of_ascending_multiply_adds()
    {
        for (int n = 0; n <= 20; n++)
        {
            foreach (int m in new[] { 0, 1, 2, 3, 5, 7, 8, 9, 11, 12, 13, 23, 24, 25, 31, 48, 55, 73 })
            {
                Check(n, m, n, m, m);
            }
        }
    }

    [Theory]
    [InlineData(24, 103)]
    [InlineData(31, 50)]
    [InlineData(33, 240)]
    [InlineData(64, 77)]
    [InlineData(67, 29)]
    [InlineData(3, 2100)]
    [InlineData(8, 700)]
    [InlineData(64, 192)]
    [InlineData(16, 512)]
    public void Large_sizes_cross_the_blocks_and_have_the_same_bits(int n, int m) => Check(n, m, n, m, m);

    [Fact]
    public void Strides_may_differ_for_each_matrix()
    {
        Check(10, 37, 13, 40, 51);
        Check(8, 75, 8, 80, 77);
        Check(8, 75, 11, 80, 77);
    }

    [Fact]
    public void The_product_agrees_with_MathNet()
    {
        double[] a = Numbers.Uniform(16 * 16, 1);
        double[] x = Numbers.Uniform(16 * 50, 2);
        double[] y = new double[16 * 50];
        BatchedProduct.Multiply(new ReadOnlyMatrixView(a, 16, 16), new ReadOnlyMatrixView(x, 16, 50), new MatrixView(y, 16, 50));
        Matrix<double> expected = Matrix<double>.Build.Dense(16, 16, (i, j) => a[(i * 16) + j])
            * Matrix<double>.Build.Dense(16, 50, (i, j) => x[(i * 50) + j]);
        for (int i = 0; i < y.Length; i++)
        {
            Assert.Equal(expected[i / 50, i % 50], y[i], tolerance: 1e-13);
        }
    }

    [Fact]
    public void The_identity_changes_nothing_and_NaN_stays_in_its_column()
    {
        double[] x = Numbers.Uniform(9 * 41, 1);
        double[] y = new double[9 * 41];
        double[] identity = new double[81];
        for (int i = 0; i < 9; i++)
        {
            identity[i * 10] = 1;
        }

        BatchedProduct.Multiply(new ReadOnlyMatrixView(identity, 9, 9), new ReadOnlyMatrixView(x, 9, 41), new MatrixView(y, 9, 41));
        Bits.AssertSame(x, y);
        x[40] = double.NaN;
        BatchedProduct.Multiply(new ReadOnlyMatrixView(identity, 9, 9), new ReadOnlyMatrixView(x, 9, 41), new MatrixView(y, 9, 41));
        for (int i = 0; i < y.Length; i++)
        {
            Assert.Equal(i % 41 == 40, double.IsNaN(y[i]));
        }
    }

    [Fact]
    public void Wrong_shapes_and_overlaps_are_refused_and_nothing_is_allocated()
    {
        double[] a = new double[9];
        double[] x = new double[90];
        double[] y = new double[90];
        Assert.Throws<ArgumentException>(() => Multiply(3, 2, a, 3, 30, x, 3, 30, y));
        Assert.Throws<ArgumentException>(() => Multiply(3, 3, a, 2, 30, x, 3, 30, y));
        Assert.Throws<ArgumentException>(() => Multiply(3, 3, a, 3, 30, x, 3, 29, y));
        Assert.Throws<ArgumentException>(() => Multiply(3, 3, a, 3, 30, x, 3, 30, x));
        Assert.Throws<ArgumentException>(() => Multiply(3, 3, y, 3, 30, x, 3, 30, y));
        AllocationAssert.None(() => Multiply(3, 3, a, 3, 30, x, 3, 30, y));
    }

    private static void Multiply(int rowsA, int columnsA, double[] a, int rowsX, int columnsX, double[] x, int rowsY, int columnsY, double[] y) =>
        BatchedProduct.Multiply(
            new ReadOnlyMatrixView(a, rowsA, columnsA), new ReadOnlyMatrixView(x, rowsX, columnsX), new MatrixView(y, rowsY, columnsY));

    private static void Check(int n, int m, int strideA, int strideX, int strideY)
    {
        using GuardedMemory a = GuardedMemory.EndingAtGuard(Numbers.Uniform(Length(n, n, strideA), n));
        using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Uniform(Length(n, m, strideX), m));
        double[] expected = new double[Length(n, m, strideY)];
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < m; c++)
            {
                double sum = 0;
                for (int p = 0; p < n; p++)
                {
                    sum = Math.FusedMultiplyAdd(a.Span[(i * strideA) + p], x.Span[(p * strideX) + c], sum);
                }

                expected[(i * strideY) + c] = sum;
            }
        }

        EveryWidth.Run(() =>
        {
            using GuardedMemory y = GuardedMemory.EndingAtGuard(expected.Length);
            BatchedProduct.Multiply(
                new ReadOnlyMatrixView(a.Span, n, n, strideA), new ReadOnlyMatrixView(x.Span, n, m, strideX), new MatrixView(y.Span, n, m, strideY));
            Bits.AssertSame(expected, y.Span, $"N = {n}, M = {m}, width {LaneWidth.Current}");
        });
    }

    private static int Length(int rows, int columns, int stride) => rows == 0 || columns == 0 ? 0 : ((rows - 1) * stride) + columns;
}
