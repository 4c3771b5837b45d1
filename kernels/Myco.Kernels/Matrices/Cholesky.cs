using Myco.Kernels.Lanes;

namespace Myco.Kernels.Matrices;

/// <summary>S = L·Lᵀ with a lower triangular L, and the solution of S·x = b by it.</summary>
/// <remarks>Rounding: products and sums one after another in the order of the index, none fused; a relative error of n·ε times the condition of S.
/// Of packs every element is a system of its own. Source: Golub and Van Loan, Matrix Computations, algorithm 4.2.2.</remarks>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of S by L; the upper triangle is neither read nor written.</summary>
    /// <remarks>Shapes: S n×n, row after row, n = <paramref name="dimension"/>. Where S is not positive definite the rest of L is NaN or
    /// infinite, so that no solution by it is a number.</remarks>
    /// <returns>Whether S is positive definite, as rounded; of packs, in every element.</returns>
    /// <exception cref="ArgumentException">The matrix has not n² numbers.</exception>
    public static bool Factorize<TReal>(Span<TReal> matrix, int dimension)
        where TReal : struct, IReal<TReal>
    {
        RequireSquare(matrix.Length, dimension);
        TReal positive = TReal.LessThanOrEqual(0, 0);
        for (int i = 0; i < dimension; i++)
        {
            Span<TReal> row = matrix.Slice(i * dimension, dimension);
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<TReal> other = matrix.Slice(j * dimension, j + 1);
                row[j] = Less(row[j], row, other[..j]) / other[j];
            }

            TReal pivot = Less(row[i], row, row[..i]);
            positive &= TReal.LessThan(0, pivot);
            row[i] = TReal.Sqrt(pivot);
        }

        return TReal.All(positive);
    }

    /// <summary>Replaces b by the x of L·Lᵀ·x = b.</summary>
    /// <remarks>Shapes: L as <see cref="Factorize"/> leaves it, n×n; b n. Aliasing: b may not overlap L.</remarks>
    /// <exception cref="ArgumentException">The factor has not n² numbers.</exception>
    public static void Solve<TReal>(ReadOnlySpan<TReal> factor, Span<TReal> vector)
        where TReal : struct, IReal<TReal>
    {
        int n = vector.Length;
        RequireSquare(factor.Length, n);
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<TReal> row = factor.Slice(i * n, i + 1);
            vector[i] = Less(vector[i], row, vector[..i]) / row[i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            TReal value = vector[i];
            for (int m = i + 1; m < n; m++)
            {
                value -= factor[(m * n) + i] * vector[m];
            }

            vector[i] = value / factor[(i * n) + i];
        }
    }

    /// <summary>value − Σ xₘyₘ over the elements of y.</summary>
    private static TReal Less<TReal>(TReal value, ReadOnlySpan<TReal> x, ReadOnlySpan<TReal> y)
        where TReal : struct, IReal<TReal>
    {
        for (int m = 0; m < y.Length; m++)
        {
            value -= x[m] * y[m];
        }

        return value;
    }

    private static void RequireSquare(int length, int dimension)
    {
        if (length != (long)dimension * dimension)
        {
            throw new ArgumentException($"A square matrix of {length} numbers for {dimension} rows: pass {(long)dimension * dimension}, row after row.");
        }
    }
}
