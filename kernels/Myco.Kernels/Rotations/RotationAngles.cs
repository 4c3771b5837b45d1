using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Rotations;

/// <summary>Between a rotation matrix and its N(N−1)/2 angles, Q = ∏ G(i,j,θ_ij), each factor multiplied on the right, in the
/// order (0,1), (0,2), …, (0,N−1), (1,2), ….</summary>
/// <remarks>G(i,j,θ) is the identity but for [i,i] = [j,j] = cos θ, [i,j] = sin θ, [j,i] = −sin θ (Golub and Van Loan, section
/// 5.1.8). Matrices are row-major, angles are in radians.</remarks>
public static partial class RotationAngles
{
    /// <summary>The smallest and the largest number of axes.</summary>
    public const int SmallestDimension = 2, LargestDimension = 64;

    /// <summary>The number of angles of a rotation of that many axes: N(N−1)/2.</summary>
    public static int Count(int dimension) => dimension * (dimension - 1) / 2;

    /// <summary>upper, lower ← cosine·upper + sine·lower, cosine·lower − sine·upper: G(i,j) from the left on its two rows.</summary>
    private static void RotateRows(Span<QuadDouble> upper, Span<QuadDouble> lower, QuadDouble cosine, QuadDouble sine)
    {
        if (sine == QuadDouble.Zero && cosine == QuadDouble.One)
        {
            return;
        }

        for (int column = 0; column < upper.Length; column++)
        {
            QuadDouble x = upper[column], y = lower[column];
            if (x.X0 == 0 && y.X0 == 0)
            {
                continue;
            }

            upper[column] = (x * cosine) + (y * sine);
            lower[column] = (y * cosine) - (x * sine);
        }
    }

    private static int DimensionOf(int length)
    {
        int dimension = (int)Math.Round(Math.Sqrt(length));
        if (dimension * dimension != length || dimension < SmallestDimension || dimension > LargestDimension)
        {
            ThrowMatrix(length);
        }

        return dimension;
    }

    private static void GuardCount(int length, int dimension, string what)
    {
        if (length != Count(dimension))
        {
            ThrowCount(length, dimension, what);
        }
    }

    private static void ThrowMatrix(int length) =>
        throw new ArgumentException($"A rotation of {length} numbers: pass N·N of them, N from {SmallestDimension} to {LargestDimension}.");

    private static void ThrowCount(int length, int dimension, string what) =>
        throw new ArgumentException($"{length} {what} for {dimension} axes: pass {Count(dimension)}, in the order (0,1), (0,2), …, (1,2), ….");

    private static void ThrowOverlap() =>
        throw new ArgumentException("The result overlaps the input: pass memory of its own.");
}
