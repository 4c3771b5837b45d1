using System.Runtime.CompilerServices;

namespace Myco.Kernels.Matrices;

/// <summary>The order of A and the three row strides of a <see cref="BatchedProduct"/>.</summary>
internal readonly struct ProductShape
{
    /// <summary>The shape of Y = A·X.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ProductShape(in ReadOnlyMatrixView a, in ReadOnlyMatrixView x, in MatrixView y)
        : this((nuint)a.Rows, (nuint)a.Stride, (nuint)x.Stride, (nuint)y.Stride)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ProductShape(nuint size, nuint strideA, nuint strideX, nuint strideY)
    {
        Size = size;
        StrideA = strideA;
        StrideX = strideX;
        StrideY = strideY;
    }

    /// <summary>The rows of A, X and Y.</summary>
    public nuint Size { get; }

    /// <summary>The elements between rows of A.</summary>
    public nuint StrideA { get; }

    /// <summary>The elements between rows of X.</summary>
    public nuint StrideX { get; }

    /// <summary>The elements between rows of Y.</summary>
    public nuint StrideY { get; }

    /// <summary>The same with another stride of X.</summary>
    public ProductShape WithStrideX(nuint strideX) => new(Size, StrideA, strideX, StrideY);

    /// <summary>Where the four rows from <paramref name="row"/> start, moved up when they would pass the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nuint FourRowsAt(nuint row) => Size < 4 ? 0 : nuint.Min(row, Size - 4);
}
