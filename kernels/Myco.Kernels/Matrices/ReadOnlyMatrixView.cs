namespace Myco.Kernels.Matrices;

/// <summary>A row-major matrix read over a span that the caller owns: element (i, j) is values[i·stride + j].</summary>
/// <remarks>A stride that is a multiple of 8, on memory aligned to 64 bytes, is the fastest.</remarks>
public readonly ref struct ReadOnlyMatrixView
{
    /// <summary>A matrix whose rows follow each other without a gap.</summary>
    /// <exception cref="ArgumentException">The span is too short, or a size is negative.</exception>
    public ReadOnlyMatrixView(ReadOnlySpan<double> values, int rows, int columns)
        : this(values, rows, columns, columns)
    {
    }

    /// <summary>A matrix whose rows start <paramref name="stride"/> elements from each other.</summary>
    /// <exception cref="ArgumentException">The span is too short, a size is negative, or the stride is below the columns.</exception>
    public ReadOnlyMatrixView(ReadOnlySpan<double> values, int rows, int columns, int stride)
    {
        MatrixGuard.RequireLayout(values.Length, rows, columns, stride);
        Values = values;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    /// <summary>The memory that holds the matrix.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The elements from the start of one row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>Element (<paramref name="row"/>, <paramref name="column"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The element is outside the matrix.</exception>
    public ref readonly double this[int row, int column]
    {
        get
        {
            MatrixGuard.RequireElement(row, Rows, column, Columns);
            return ref Values[(row * Stride) + column];
        }
    }
}
