using Myco.Kernels.Matrices;

namespace Myco.Kernels.Tests.Matrices;

/// <summary>MatrixView and ReadOnlyMatrixView lay a matrix over a span; MatrixGuard refuses what does not fit, with the numbers.</summary>
public class MatrixViewTests
{
    [Fact]
    public void Elements_lie_where_the_stride_says()
    {
        double[] values = [.. Enumerable.Range(0, 14).Select(i => (double)i)];
        MatrixView view = new(values, 3, 4, 5);
        Assert.Equal(0, view[0, 0]);
        Assert.Equal(13, view[2, 3]);
        Assert.Equal((5, 8), (view[1, 0], view[1, 3]));
        view[1, 2] = -1;
        ReadOnlyMatrixView reading = view;
        Assert.Equal(-1, reading[1, 2]);
        Assert.Equal(-1, values[7]);
        Assert.Equal((3, 4, 5), (reading.Rows, reading.Columns, reading.Stride));
        Assert.Equal((10, 13), (reading[2, 0], reading[2, 3]));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 4)]
    [InlineData(0, -1)]
    public void An_element_outside_is_refused_even_inside_the_span(int row, int column)
    {
        double[] values = new double[40];
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatrixView(values, 3, 4, 5)[row, column]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyMatrixView(values, 3, 4, 5)[row, column]);
    }

    [Theory]
    [InlineData(13, 3, 4, 5, "need 14")]
    [InlineData(11, 3, 4, 4, "need 12")]
    [InlineData(99, 3, 4, 3, "stride is 3")]
    [InlineData(99, -1, 4, 4, "-1 rows")]
    [InlineData(99, 65536, 65536, 65536, "need 4294967296")]
    public void A_layout_that_does_not_fit_is_refused_with_the_numbers(int length, int rows, int columns, int stride, string part)
    {
        double[] values = new double[length];
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => _ = new MatrixView(values, rows, columns, stride)).Message, StringComparison.Ordinal);
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => _ = new ReadOnlyMatrixView(values, rows, columns, stride)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_row_needs_no_gap_and_an_empty_matrix_no_memory()
    {
        Assert.Equal(3, new MatrixView(new double[14], 3, 4, 5).Rows);
        Assert.Equal(7, new MatrixView([], 0, 7).Columns);
        Assert.Equal(7, new ReadOnlyMatrixView([], 7, 0).Rows);
    }
}
