using System.Collections.Immutable;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;

namespace Myco.Engine.Surfaces;

/// <summary>A surface by stretch factors, the angles of its rotation Q = ∏ G(i,j,θ_ij), each factor multiplied on the right, and price bounds.</summary>
public sealed record AnglesDefinition : SurfaceDefinition
{
    /// <summary>N stretch factors, 1 to 1e8.</summary>
    public required ImmutableArray<double> Stretch { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>N(N−1)/2 angles in radians, in the order (0,1),(0,2)…(0,N−1),(1,2)….</summary>
    public required ImmutableArray<double> Angles { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>N lower price bounds, 1e-12 to 1e12.</summary>
    public required ImmutableArray<double> PriceLower { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>N upper price bounds, none below its lower one, at least one above it.</summary>
    public required ImmutableArray<double> PriceUpper { get; init => field = value.IsDefault ? [] : value; }

    internal override ReadOnlySpan<double> AxisStretch => Stretch.AsSpan();

    internal override ReadOnlySpan<double> LeastPrices => PriceLower.AsSpan();

    internal override ReadOnlySpan<double> GreatestPrices => PriceUpper.AsSpan();

    internal override ReadOnlySpan<double> Turn => Angles.AsSpan();

    /// <inheritdoc/>
    public bool Equals(AnglesDefinition? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>The numbers a part of the way to others, each on a straight line.</summary>
    /// <param name="next">The numbers at the end, of the same lengths.</param>
    /// <param name="progress">0 to 1; exactly the end's from 1 on.</param>
    /// <remarks>Source: spec 02-reserve-system, section 8.</remarks>
    public AnglesDefinition Toward(AnglesDefinition next, double progress) => progress >= 1 ? next : new()
    {
        Stretch = Between(Stretch, next.Stretch, progress),
        Angles = Between(Angles, next.Angles, progress),
        PriceLower = Between(PriceLower, next.PriceLower, progress),
        PriceUpper = Between(PriceUpper, next.PriceUpper, progress),
    };

    internal override SurfaceProblem? Problem() => SurfaceGuards.StretchProblem(AxisStretch)
        ?? SurfaceGuards.AnglesProblem(Angles.AsSpan(), Dimension)
        ?? SurfaceGuards.PricesProblem(LeastPrices, GreatestPrices, Dimension);

    internal override QuadDouble[] Orientation(out SurfaceProblem? problem)
    {
        problem = null;
        QuadDouble[] rotation = new QuadDouble[Dimension * Dimension];
        RotationAngles.ToMatrix(Angles.AsSpan(), rotation);
        return rotation;
    }

    private static ImmutableArray<double> Between(ImmutableArray<double> from, ImmutableArray<double> to, double progress) =>
        [.. from.Zip(to, (a, b) => a + (progress * (b - a)))];
}
