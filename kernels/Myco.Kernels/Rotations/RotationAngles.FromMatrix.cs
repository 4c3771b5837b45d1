using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Rotations;

public static partial class RotationAngles
{
    /// <summary>The largest |QᵀQ − I|, element by element, of a matrix that is taken for a rotation.</summary>
    public const double OrthogonalityTolerance = 1e-12;

    /// <summary>Angles with ∏ G(i,j,θ_ij) = rotation.</summary>
    /// <remarks><para>Shapes: rotation N×N, N(N−1)/2 angles.</para>
    /// <para>Units: radians, in (−π, π]; not unique for N ≥ 3.</para>
    /// <para>Aliasing: the angles may not overlap the matrix.</para>
    /// <para>Rounding: the product of the angles' factors differs from the matrix by no more than the matrix from an orthogonal
    /// one, N·|QᵀQ − I|, and 2⁻²⁰⁰. The identity gives zeros exactly.</para>
    /// <para>Memory: 32·N² bytes of the stack, 128 KB at N = 64; nothing is allocated.</para>
    /// <para>Source: elimination column by column with G(i,j)ᵀ from the left, Golub and Van Loan, section 5.2.5.</para></remarks>
    /// <exception cref="ArgumentException">A shape is wrong, the spans overlap, the matrix is not orthogonal, or its determinant is −1.</exception>
    public static void FromMatrix(ReadOnlySpan<double> rotation, Span<QuadDouble> angles)
    {
        if (!TryFromMatrix(rotation, angles, out string? problem))
        {
            throw new ArgumentException(problem + ".", nameof(rotation));
        }
    }

    /// <summary>As <see cref="FromMatrix"/>, answering false and what is wrong where the matrix is no rotation.</summary>
    /// <exception cref="ArgumentException">A shape is wrong, or the spans overlap.</exception>
    [SkipLocalsInit]
    public static bool TryFromMatrix(ReadOnlySpan<double> rotation, Span<QuadDouble> angles, [NotNullWhen(false)] out string? problem)
    {
        int dimension = DimensionOf(rotation.Length);
        GuardCount(angles.Length, dimension, "angles");
        if (MemoryMarshal.AsBytes(rotation).Overlaps(MemoryMarshal.AsBytes(angles)))
        {
            ThrowOverlap();
        }

        double deviation = Deviation(rotation, dimension);
        if (!(deviation <= OrthogonalityTolerance))
        {
            problem = $"The matrix is not orthogonal: |QᵀQ − I| reaches {Text(deviation)}, the limit is {Text(OrthogonalityTolerance)}; pass more digits, or orthonormal columns";
            return false;
        }

        Span<QuadDouble> rest = stackalloc QuadDouble[rotation.Length];
        for (int element = 0; element < rest.Length; element++)
        {
            rest[element] = rotation[element];
        }

        Eliminate(rest, dimension, angles);
        problem = rest[^1].X0 < 0 ? "The matrix has determinant −1, a rotation has +1: change the sign of one row or column" : null;
        return problem is null;
    }

    private static void Eliminate(Span<QuadDouble> rest, int dimension, Span<QuadDouble> angles)
    {
        for (int i = 0, pair = 0; i < dimension - 1; i++)
        {
            int width = dimension - i;
            Span<QuadDouble> upper = rest.Slice((i * dimension) + i, width);
            for (int j = i + 1; j < dimension; j++, pair++)
            {
                Span<QuadDouble> lower = rest.Slice((j * dimension) + i, width);
                angles[pair] = EliminateFirst(upper, lower);
            }
        }
    }

    /// <summary>Turns the two rows until the lower one begins with 0 and the upper one with a number that is not negative.</summary>
    private static QuadDouble EliminateFirst(Span<QuadDouble> upper, Span<QuadDouble> lower)
    {
        QuadDouble x = upper[0], y = -lower[0];
        if (y.X0 == 0 && x.X0 >= 0)
        {
            return QuadDouble.Zero;
        }

        QuadDouble length = QuadDouble.Sqrt((x * x) + (y * y));
        RotateRows(upper, lower, x / length, -(y / length));
        lower[0] = QuadDouble.Zero;
        return QuadDoubleTrigonometry.ArcTangent(y, x);
    }

    /// <summary>max |QᵀQ − I|; NaN when an element is not finite.</summary>
    private static double Deviation(ReadOnlySpan<double> rotation, int dimension)
    {
        double largest = 0;
        for (int i = 0; i < dimension; i++)
        {
            for (int j = i; j < dimension; j++)
            {
                double sum = i == j ? -1 : 0;
                for (int row = 0; row < dimension; row++)
                {
                    sum += rotation[(row * dimension) + i] * rotation[(row * dimension) + j];
                }

                largest = Math.Max(largest, Math.Abs(sum));
            }
        }

        return largest;
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
