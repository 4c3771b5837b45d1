using MathNet.Numerics.LinearAlgebra;
using Myco.Kernels.Matrices;
using Myco.Kernels.Vectors;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Matrices;

public class MatrixVectorTests
{
    [Fact]
    public void Each_element_is_the_dot_product_of_its_row_to_the_bit_on_every_width()
    {
        EveryWidth.Run(() =>
        {
            for (int columns = 0; columns <= 70; columns++)
            {
                int rows = (columns * 7 % 11) + 1;
                using GuardedMemory a = GuardedMemory.EndingAtGuard(Numbers.Uniform(rows * columns, columns));
                using GuardedMemory x = GuardedMemory.EndingAtGuard(Numbers.Uniform(columns, 2));
                using GuardedMemory y = GuardedMemory.EndingAtGuard(rows);
                MatrixVector.Multiply(new ReadOnlyMatrixView(a.Span, rows, columns), x.Span, y.Span);
                for (int row = 0; row < rows; row++)
                {
                    Bits.AssertSame(Dot.Compute(a.Span.Slice(row * columns, columns), x.Span), y.Span[row], $"{rows} × {columns}");
                }
            }
        });
    }

    [Fact]
    public void The_product_agrees_with_MathNet_at_any_stride()
    {
        double[] values = Numbers.Uniform(9 * 20, 1);
        double[] x = Numbers.Uniform(13, 2);
        double[] y = new double[9];
        MatrixVector.Multiply(new ReadOnlyMatrixView(values, 9, 13, 20), x, y);
        Vector<double> expected = Matrix<double>.Build.Dense(9, 13, (i, j) => values[(i * 20) + j]) * Vector<double>.Build.DenseOfArray(x);
        Assert.All(y.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, tolerance: 1e-13));
    }

    [Fact]
    public void Wrong_shapes_and_overlaps_are_refused_and_nothing_is_allocated()
    {
        double[] a = new double[12];
        double[] x = new double[4];
        double[] y = new double[3];
        Assert.Throws<ArgumentException>(() => MatrixVector.Multiply(new ReadOnlyMatrixView(a, 3, 4), y, x));
        Assert.Throws<ArgumentException>(() => MatrixVector.Multiply(new ReadOnlyMatrixView(a, 3, 4), x, a.AsSpan(2, 3)));
        Assert.Throws<ArgumentException>(() => MatrixVector.Multiply(new ReadOnlyMatrixView(a, 3, 4), x, x.AsSpan(0, 3)));
        AllocationAssert.None(() => MatrixVector.Multiply(new ReadOnlyMatrixView(a, 3, 4), x, y));
    }
}
