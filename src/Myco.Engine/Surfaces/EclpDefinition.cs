using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;

namespace Myco.Engine.Surfaces;

/// <summary>A surface by the parameters of a Gyroscope E-CLP: N = 2, stretch (λ, 1), rotation by (c, s) normalised in quad-double, bounds (α, β) on
/// the price of asset 0 in asset 1 and (1, 1) on asset 1.</summary>
/// <param name="Alpha">Lower bound of the price, above 0.</param>
/// <param name="Beta">Upper bound of the price, above <paramref name="Alpha"/>.</param>
/// <param name="C">Cosine of the rotation, 0 to 1.</param>
/// <param name="S">Sine of the rotation, 0 to 1, with |c² + s² − 1| ≤ 1e-9.</param>
/// <param name="Lambda">Stretch factor, 1 to 1e8.</param>
public sealed record EclpDefinition(double Alpha, double Beta, double C, double S, double Lambda) : SurfaceDefinition
{
    internal override ReadOnlySpan<double> AxisStretch => new double[] { Lambda, 1 };

    internal override ReadOnlySpan<double> LeastPrices => new double[] { Alpha, 1 };

    internal override ReadOnlySpan<double> GreatestPrices => new double[] { Beta, 1 };

    internal override ReadOnlySpan<double> Turn => new double[] { C, S };

    internal override SurfaceProblem? Problem() => SurfaceGuards.EclpProblem(this) ?? SurfaceGuards.PricesProblem(LeastPrices, GreatestPrices, Dimension);

    internal override QuadDouble[] Orientation(out SurfaceProblem? problem)
    {
        problem = null;
        QuadDouble norm = QuadDouble.Sqrt((QuadDouble)DoubleDouble.Product(C, C) + DoubleDouble.Product(S, S));
        QuadDouble[] rotation = new QuadDouble[4];
        RotationAngles.ToMatrix([(QuadDouble)C / norm], [(QuadDouble)S / norm], rotation);
        return rotation;
    }
}
