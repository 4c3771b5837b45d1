using System.Runtime.InteropServices;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Rotations;

public static partial class RotationAngles
{
    /// <summary>rotation = ∏ G(i,j,θ_ij).</summary>
    /// <remarks><para>Shapes: N(N−1)/2 angles, rotation N×N.</para>
    /// <para>Units: radians, each |θ| ≤ <see cref="QuadDoubleTrigonometry.LargestAngle"/>; beyond, NaN in the matrix.</para>
    /// <para>Aliasing: the matrix may not overlap the angles.</para>
    /// <para>Rounding: each element within N·2⁻²⁰³; angles of 0 give the identity exactly.</para></remarks>
    /// <exception cref="ArgumentException">A shape is wrong, or the spans overlap.</exception>
    public static void ToMatrix(ReadOnlySpan<QuadDouble> angles, Span<QuadDouble> rotation)
    {
        int dimension = DimensionOf(rotation.Length);
        GuardCount(angles.Length, dimension, "angles");
        if (angles.Overlaps(rotation))
        {
            ThrowOverlap();
        }

        SetIdentity(rotation, dimension);
        for (int i = dimension - 2, pair = angles.Length - 1; i >= 0; i--)
        {
            for (int j = dimension - 1; j > i; j--, pair--)
            {
                QuadDoubleTrigonometry.SinCos(angles[pair], out QuadDouble sine, out QuadDouble cosine);
                Prepend(rotation, dimension, i, j, cosine, sine);
            }
        }
    }

    /// <inheritdoc cref="ToMatrix(ReadOnlySpan{QuadDouble}, Span{QuadDouble})"/>
    public static void ToMatrix(ReadOnlySpan<double> angles, Span<QuadDouble> rotation)
    {
        int dimension = DimensionOf(rotation.Length);
        GuardCount(angles.Length, dimension, "angles");
        if (MemoryMarshal.AsBytes(angles).Overlaps(MemoryMarshal.AsBytes(rotation)))
        {
            ThrowOverlap();
        }

        SetIdentity(rotation, dimension);
        for (int i = dimension - 2, pair = angles.Length - 1; i >= 0; i--)
        {
            for (int j = dimension - 1; j > i; j--, pair--)
            {
                QuadDoubleTrigonometry.SinCos(angles[pair], out QuadDouble sine, out QuadDouble cosine);
                Prepend(rotation, dimension, i, j, cosine, sine);
            }
        }
    }

    /// <summary>rotation = ∏ G(i,j), each factor given by its cosine and sine instead of its angle.</summary>
    /// <remarks><para>Shapes: N(N−1)/2 cosines and sines, rotation N×N.</para>
    /// <para>Units: none; c² + s² = 1 is the caller's word and is not checked.</para>
    /// <para>Aliasing: the matrix may overlap neither.</para>
    /// <para>Rounding: each element within N·2⁻²⁰³.</para></remarks>
    /// <exception cref="ArgumentException">A shape is wrong, or the spans overlap.</exception>
    public static void ToMatrix(ReadOnlySpan<QuadDouble> cosines, ReadOnlySpan<QuadDouble> sines, Span<QuadDouble> rotation)
    {
        int dimension = DimensionOf(rotation.Length);
        GuardCount(cosines.Length, dimension, "cosines");
        GuardCount(sines.Length, dimension, "sines");
        if (cosines.Overlaps(rotation) || sines.Overlaps(rotation))
        {
            ThrowOverlap();
        }

        SetIdentity(rotation, dimension);
        for (int i = dimension - 2, pair = cosines.Length - 1; i >= 0; i--)
        {
            for (int j = dimension - 1; j > i; j--, pair--)
            {
                Prepend(rotation, dimension, i, j, cosines[pair], sines[pair]);
            }
        }
    }

    /// <summary>rotation ← G(i,j)·rotation, where only the columns from i on differ from the identity's so far.</summary>
    /// <remarks>Built from the last factor to the first, the product costs 4N³/3 multiplications; from the first to the
    /// last it would cost 2N³.</remarks>
    private static void Prepend(Span<QuadDouble> rotation, int dimension, int i, int j, QuadDouble cosine, QuadDouble sine)
    {
        int width = dimension - i;
        RotateRows(rotation.Slice((i * dimension) + i, width), rotation.Slice((j * dimension) + i, width), cosine, sine);
    }

    private static void SetIdentity(Span<QuadDouble> rotation, int dimension)
    {
        rotation.Clear();
        for (int i = 0; i < dimension; i++)
        {
            rotation[(i * dimension) + i] = QuadDouble.One;
        }
    }
}
