using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Matrices;

/// <summary>What the matrix kernels ask of their shapes before they run.</summary>
internal static class MatrixGuard
{
    /// <summary>Requires room for the matrix in its span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireLayout(int length, int rows, int columns, int stride)
    {
        if (rows < 0 || columns < 0)
        {
            ThrowNegative(rows, columns);
        }

        if (stride < columns)
        {
            ThrowStride(stride, columns);
        }

        long needed = rows == 0 || columns == 0 ? 0 : ((rows - 1L) * stride) + columns;
        if (length < needed)
        {
            ThrowShort(length, needed, rows, columns, stride);
        }
    }

    /// <summary>Requires an element inside the matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireElement(int row, int rows, int column, int columns)
    {
        if ((uint)row >= (uint)rows)
        {
            ThrowOutside(nameof(row), row, rows);
        }

        if ((uint)column >= (uint)columns)
        {
            ThrowOutside(nameof(column), column, columns);
        }
    }

    /// <summary>Requires as many rows as columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireSquare(in ReadOnlyMatrixView matrix, string name)
    {
        if (matrix.Rows != matrix.Columns)
        {
            ThrowNotSquare(matrix.Rows, matrix.Columns, name);
        }
    }

    /// <summary>Requires the shape that the other operands imply.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireShape(in ReadOnlyMatrixView matrix, int rows, int columns, string name)
    {
        if (matrix.Rows != rows || matrix.Columns != columns)
        {
            ThrowShape(matrix.Rows, matrix.Columns, rows, columns, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowNegative(int rows, int columns) =>
        throw new ArgumentException($"A matrix of {rows} rows and {columns} columns was asked for; neither may be below 0; correct the size.");

    [DoesNotReturn]
    private static void ThrowStride(int stride, int columns) =>
        throw new ArgumentException($"The stride is {stride}; at least the {columns} columns are needed; enlarge it.", nameof(stride));

    [DoesNotReturn]
    private static void ThrowShort(int length, long needed, int rows, int columns, int stride) => throw new ArgumentException(
        $"The span has {length} elements; {rows} rows of {columns} at stride {stride} need {needed}; enlarge the span.");

    [DoesNotReturn]
    private static void ThrowOutside(string name, int index, int limit) =>
        throw new ArgumentOutOfRangeException(name, index, $"The {name} must be at least 0 and below {limit}; correct the index.");

    [DoesNotReturn]
    private static void ThrowNotSquare(int rows, int columns, string name) =>
        throw new ArgumentException($"'{name}' has {rows} rows and {columns} columns; as many of each are needed; pass a square matrix.", name);

    [DoesNotReturn]
    private static void ThrowShape(int rows, int columns, int wantedRows, int wantedColumns, string name) => throw new ArgumentException(
        $"'{name}' is {rows} by {columns}; the other operands need {wantedRows} by {wantedColumns}; pass a matrix of that shape.", name);
}
