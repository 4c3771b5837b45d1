using Myco.Kernels.Loops;

namespace Myco.Kernels.Matrices;

/// <summary>Bᵢⱼ = Aⱼᵢ.</summary>
/// <remarks>Exact: bits are moved, NaN payloads included.</remarks>
public static class Transpose
{
    // Eight binary64 numbers are one cache line: a tile touches eight lines on either side.
    private const int Tile = 8;

    /// <summary>Writes the transpose of <paramref name="source"/> (r × c) to <paramref name="destination"/> (c × r), which shares no memory with it.</summary>
    /// <exception cref="ArgumentException">The shapes do not match, or the matrices overlap.</exception>
    public static void Apply(in ReadOnlyMatrixView source, in MatrixView destination)
    {
        MatrixGuard.RequireShape(destination, source.Columns, source.Rows, nameof(destination));
        SpanGuard.RequireApart(source.Values, destination.Values, nameof(source));
        for (int row = 0; row < source.Rows; row += Tile)
        {
            for (int column = 0; column < source.Columns; column += Tile)
            {
                Move(source, destination, row, column);
            }
        }
    }

    /// <summary>Transposes a square matrix in its own memory.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static void InPlace(in MatrixView matrix)
    {
        MatrixGuard.RequireSquare(matrix, nameof(matrix));
        Span<double> values = matrix.Values;
        for (int row = 1; row < matrix.Rows; row++)
        {
            for (int column = 0; column < row; column++)
            {
                int below = (row * matrix.Stride) + column;
                int above = (column * matrix.Stride) + row;
                (values[below], values[above]) = (values[above], values[below]);
            }
        }
    }

    private static void Move(in ReadOnlyMatrixView source, in MatrixView destination, int firstRow, int firstColumn)
    {
        int rows = Math.Min(source.Rows, firstRow + Tile);
        int columns = Math.Min(source.Columns, firstColumn + Tile);
        for (int column = firstColumn; column < columns; column++)
        {
            Span<double> target = destination.Row(column);
            for (int row = firstRow; row < rows; row++)
            {
                target[row] = source.Values[(row * source.Stride) + column];
            }
        }
    }
}
