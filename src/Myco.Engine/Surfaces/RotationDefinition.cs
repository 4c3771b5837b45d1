using System.Collections.Immutable;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;

namespace Myco.Engine.Surfaces;

/// <summary>A surface by stretch factors, its rotation, which is factored into angles in quad-double that define the surface, and price bounds.</summary>
public sealed record RotationDefinition : SurfaceDefinition
{
    /// <summary>N stretch factors, 1 to 1e8.</summary>
    public required ImmutableArray<double> Stretch { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Q, row-major N×N, with |QᵀQ − I| ≤ 1e-12 and determinant +1.</summary>
    public required ImmutableArray<double> Rotation { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>N lower price bounds, 1e-12 to 1e12.</summary>
    public required ImmutableArray<double> PriceLower { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>N upper price bounds, none below its lower one, at least one above it.</summary>
    public required ImmutableArray<double> PriceUpper { get; init => field = value.IsDefault ? [] : value; }

    internal override ReadOnlySpan<double> AxisStretch => Stretch.AsSpan();

    internal override ReadOnlySpan<double> LeastPrices => PriceLower.AsSpan();

    internal override ReadOnlySpan<double> GreatestPrices => PriceUpper.AsSpan();

    internal override ReadOnlySpan<double> Turn => Rotation.AsSpan();

    /// <inheritdoc/>
    public bool Equals(RotationDefinition? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    internal override SurfaceProblem? Problem() => SurfaceGuards.StretchProblem(AxisStretch)
        ?? SurfaceGuards.RotationProblem(Rotation.AsSpan(), Dimension)
        ?? SurfaceGuards.PricesProblem(LeastPrices, GreatestPrices, Dimension);

    internal override QuadDouble[]? Orientation(out SurfaceProblem? problem)
    {
        QuadDouble[] angles = new QuadDouble[RotationAngles.Count(Dimension)];
        if (!RotationAngles.TryFromMatrix(Rotation.AsSpan(), angles, out string? text))
        {
            problem = new("rotation", text);
            return null;
        }

        problem = null;
        QuadDouble[] rotation = new QuadDouble[Rotation.Length];
        RotationAngles.ToMatrix(angles, rotation);
        return rotation;
    }
}
