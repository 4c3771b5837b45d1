using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;

namespace Myco.Bench.Workloads;

/// <summary>A rotated surface of moderate stretch with a state inside its price box, drawn from a seed.</summary>
internal sealed class SampleSurface
{
    private const double Radius = 1e6;

    private SampleSurface(int dimension, int seed)
    {
        // The more axes, the rounder: else the other assets' terms outweigh an asset's own, and its offset turns negative.
        double eccentricity = Math.Min(1, 8.0 / dimension);
        Random random = new(seed);
        Stretch = [.. Enumerable.Range(0, dimension).Select(_ => 1 + (9 * eccentricity * random.NextDouble()))];
        double[] angles = [.. Enumerable.Range(0, RotationAngles.Count(dimension)).Select(_ => 0.3 * eccentricity * (random.NextDouble() - 0.5))];
        QuadDouble[] rotation = new QuadDouble[dimension * dimension];
        RotationAngles.ToMatrix(angles, rotation);
        Rotation = [.. rotation.Select(QuadDouble.ToDouble)];
        Surface = EllipsoidSurface.FromAngles(
            Stretch, angles, [.. Enumerable.Repeat(0.8, dimension)], [.. Enumerable.Repeat(1.25, dimension)]);
        Prices = [.. Enumerable.Range(0, dimension).Select(_ => 0.95 + (0.1 * random.NextDouble()))];
        Balances = BalancesAt(Prices);
        State = Surface.At(Balances);
    }

    public double[] Stretch { get; }

    /// <summary>Q, by rows.</summary>
    public double[] Rotation { get; }

    public double[] Prices { get; }

    public double[] Balances { get; }

    public EllipsoidSurface Surface { get; }

    public EllipsoidState State { get; }

    public int Dimension => Stretch.Length;

    public static SampleSurface Draw(int dimension, int seed = 1) => new(dimension, seed);

    /// <summary>v(p) = r(o − Σp/|p|_Σ), Σ = Q·diag(λ²)·Qᵀ (spec 01-surface, section 1).</summary>
    private double[] BalancesAt(double[] prices)
    {
        int n = Dimension;
        double[] turned = new double[n], product = new double[n];
        double square = 0;
        for (int axis = 0; axis < n; axis++)
        {
            for (int i = 0; i < n; i++)
            {
                turned[axis] += Rotation[(i * n) + axis] * prices[i];
            }

            square += turned[axis] * turned[axis] * Stretch[axis] * Stretch[axis];
        }

        for (int i = 0; i < n; i++)
        {
            for (int axis = 0; axis < n; axis++)
            {
                product[i] += Rotation[(i * n) + axis] * Stretch[axis] * Stretch[axis] * turned[axis];
            }
        }

        return [.. product.Select((value, i) => Radius * (Surface.UnitOffset[i] - (value / Math.Sqrt(square))))];
    }
}
