using MathNet.Numerics.LinearAlgebra;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Batch;

/// <summary>A surface, a fresh state of it (no pair quoted yet) inside its price box, and random orders, drawn from a seed.</summary>
internal sealed class Sample
{
    private const double Radius = 1000;

    public Sample(int dimension, int seed)
    {
        Random random = new(seed);
        double[] stretch = [.. Enumerable.Range(0, dimension).Select(_ => 1 + (3 * random.NextDouble()))];
        double[] angles = [.. Enumerable.Range(0, dimension * (dimension - 1) / 2).Select(_ => 0.4 * (random.NextDouble() - 0.5))];
        Surface = EllipsoidSurface.FromAngles(stretch, angles, Repeat(0.5, dimension), Repeat(2, dimension));
        State = Fresh(seed);
    }

    public EllipsoidSurface Surface { get; }

    public EllipsoidState State { get; }

    public int Dimension => Surface.Dimension;

    /// <summary>Another state of the same surface, at prices within 10 % of 1.</summary>
    public EllipsoidState Fresh(int seed)
    {
        Random random = new(seed);
        return Surface.At(BalancesAt([.. Enumerable.Range(0, Dimension).Select(_ => 0.9 + (0.2 * random.NextDouble()))]));
    }

    public Orders Draw(int count, int seed) => new(Dimension, count, seed);

    /// <summary>v(p) = r(o − Σp/|p|_Σ), where ΣG = 1.</summary>
    private double[] BalancesAt(double[] prices)
    {
        int n = Dimension;
        Matrix<double> metric = Matrix<double>.Build.Dense(n, n, (i, j) => Surface.Columns.Metric(i, j));
        Vector<double> vector = Vector<double>.Build.Dense(prices);
        Vector<double> image = metric.Solve(vector);
        double length = Math.Sqrt(vector.DotProduct(image));
        return [.. Enumerable.Range(0, n).Select(i => Radius * (Surface.UnitOffset[i] - (image[i] / length)))];
    }

    private static double[] Repeat(double value, int count) => [.. Enumerable.Repeat(value, count)];
}
