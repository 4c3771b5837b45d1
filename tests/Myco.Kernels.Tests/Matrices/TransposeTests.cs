using Myco.Kernels.Matrices;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Matrices;

public class TransposeTests
{
    [Fact]
    public void Every_shape_to_twenty_moves_every_element_and_back_again()
    {
        for (int rows = 0; rows <= 20; rows++)
        {
            for (int columns = 0; columns <= 20; columns++)
            {
                double[] source = Numbers.Uniform(rows * (columns + 2), 1);
                using GuardedMemory target = GuardedMemory.EndingAtGuard(rows * columns);
                double[] back = new double[rows * columns];
                Transpose.Apply(new ReadOnlyMatrixView(source, rows, columns, columns + 2), new MatrixView(target.Span, columns, rows));
                Transpose.Apply(new ReadOnlyMatrixView(target.Span, columns, rows), new MatrixView(back, rows, columns));
                for (int row = 0; row < rows; row++)
                {
                    for (int column = 0; column < columns; column++)
                    {
                        Assert.Equal(source[(row * (columns + 2)) + column], target.Span[(column * rows) + row]);
                        Assert.Equal(source[(row * (columns + 2)) + column], back[(row * columns) + column]);
                    }
                }
            }
        }
    }

    [Fact]
    public void In_place_is_the_same_as_out_of_place_and_leaves_the_gaps_alone()
    {
        for (int n = 0; n <= 33; n++)
        {
            double[] source = Numbers.Uniform(n * (n + 3), 1);
            double[] expected = [.. source];
            Transpose.Apply(new ReadOnlyMatrixView(source, n, n, n + 3), new MatrixView(expected, n, n, n + 3));
            Transpose.InPlace(new MatrixView(source, n, n, n + 3));
            Bits.AssertSame(expected, source);
        }
    }

    [Fact]
    public void Wrong_shapes_and_overlaps_are_refused_and_nothing_is_allocated()
    {
        double[] a = new double[12];
        double[] b = new double[12];
        Assert.Throws<ArgumentException>(() => Transpose.Apply(new ReadOnlyMatrixView(a, 3, 4), new MatrixView(b, 3, 4)));
        Assert.Throws<ArgumentException>(() => Transpose.Apply(new ReadOnlyMatrixView(a, 3, 3), new MatrixView(a, 3, 3)));
        Assert.Throws<ArgumentException>(() => Transpose.InPlace(new MatrixView(a, 3, 4)));
        AllocationAssert.None(() =>
        {
            Transpose.Apply(new ReadOnlyMatrixView(a, 3, 4), new MatrixView(b, 4, 3));
            Transpose.InPlace(new MatrixView(a, 3, 3));
        });
    }
}
