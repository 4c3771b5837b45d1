using System.Runtime.CompilerServices;

namespace Myco.Kernels.Matrices;

/// <summary>The order of A and the three row strides of a <see cref="BatchedProduct"/>.</summary>
internal readonly struct ProductShape(in ReadOnlyMatrixView a, in ReadOnlyMatrixView x, in MatrixView y)
{
    /// <summary>The rows of A, X and Y.</summary>
    public nuint Size { get; } = (nuint)a.Rows;

    /// <summary>The elements between rows of A.</summary>
    public nuint StrideA { get; } = (nuint)a.Stride;

    /// <summary>The elements between rows of X.</summary>
    public nuint StrideX { get; } = (nuint)x.Stride;

    /// <summary>The elements between rows of Y.</summary>
    public nuint StrideY { get; } = (nuint)y.Stride;

    /// <summary>Where the four rows from <paramref name="row"/> start, moved up when they would pass the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint FourRowsAt(nuint row) => Size < 4 ? 0 : nuint.Min(row, Size - 4);
}
