using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.ExtendedPrecision;

/// <summary>A symmetric matrix times a vector, in extended precision.</summary>
public static class ExtendedSymmetricProduct
{
    /// <summary>result = S·vector.</summary>
    /// <remarks><para>Shapes: S n×n by rows, both triangles given and equal (each row is read as it stands); vector n; result n.</para>
    /// <para>Aliasing: the result may overlap neither the matrix nor the vector.</para>
    /// <para>Rounding: each element as <see cref="ExtendedDot"/>.</para></remarks>
    /// <exception cref="ArgumentException">A shape is wrong, or the result overlaps an input.</exception>
    public static void Multiply<TReal>(ReadOnlySpan<TReal> matrix, ReadOnlySpan<double> vector, Span<TReal> result)
        where TReal : struct, IExtendedReal<TReal>
    {
        Guard(matrix, vector.Length, result);
        if (MemoryMarshal.AsBytes(vector).Overlaps(MemoryMarshal.AsBytes(result)))
        {
            ThrowOverlap("vector");
        }

        for (int i = 0; i < result.Length; i++)
        {
            result[i] = ExtendedDot.Compute(matrix.Slice(i * vector.Length, vector.Length), vector);
        }
    }

    /// <inheritdoc cref="Multiply{TReal}(ReadOnlySpan{TReal}, ReadOnlySpan{double}, Span{TReal})"/>
    public static void Multiply<TReal>(ReadOnlySpan<TReal> matrix, ReadOnlySpan<TReal> vector, Span<TReal> result)
        where TReal : struct, IExtendedReal<TReal>
    {
        Guard(matrix, vector.Length, result);
        if (vector.Overlaps(result))
        {
            ThrowOverlap("vector");
        }

        for (int i = 0; i < result.Length; i++)
        {
            result[i] = ExtendedDot.Compute(matrix.Slice(i * vector.Length, vector.Length), vector);
        }
    }

    private static void Guard<TReal>(ReadOnlySpan<TReal> matrix, int dimension, Span<TReal> result)
        where TReal : struct, IExtendedReal<TReal>
    {
        if (matrix.Length != (long)dimension * dimension)
        {
            ThrowMatrix(matrix.Length, dimension);
        }

        if (result.Length != dimension)
        {
            ThrowResult(result.Length, dimension);
        }

        if (matrix.Overlaps(result))
        {
            ThrowOverlap("matrix");
        }
    }

    private static void ThrowMatrix(int length, int dimension) =>
        throw new ArgumentException($"A matrix of {length} numbers for a vector of {dimension}: pass {(long)dimension * dimension}, row after row.");

    private static void ThrowResult(int length, int dimension) =>
        throw new ArgumentException($"A result of {length} numbers for a vector of {dimension}: pass a span of {dimension}.");

    private static void ThrowOverlap(string input) =>
        throw new ArgumentException($"The result overlaps the {input}: pass memory of its own.");
}
