using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Myco.Bench.Workloads;
using Myco.Engine;

namespace Myco.Bench.Baselines;

/// <summary>A swap quote as a textbook has it: |A(v − r·o)|² = r² solved for the new balance, the old one subtracted, in O(N²),
/// with MathNet's vectors.</summary>
internal sealed class TextbookQuote
{
    private readonly Matrix<double> transform;
    private readonly Vector<double> balances;
    private readonly Vector<double> center;
    private readonly double radius;

    public TextbookQuote(SampleSurface sample)
    {
        Control.UseManaged();
        Control.UseSingleThread();
        int n = sample.Dimension;
        transform = Matrix<double>.Build.Dense(n, n, (axis, i) => sample.Rotation[(i * n) + axis] / sample.Stretch[axis]);
        balances = Vector<double>.Build.DenseOfArray(sample.Balances);
        radius = sample.State.Invariant;
        center = Vector<double>.Build.DenseOfArray(sample.Surface.UnitOffset.ToArray()) * radius;
    }

    /// <summary>The amount out for an exact amount in, or the amount in for an exact amount out.</summary>
    public double Quote(SwapKind kind, int assetIn, int assetOut, double amount)
    {
        bool exactIn = kind == SwapKind.ExactIn;
        (int given, int asked) = exactIn ? (assetIn, assetOut) : (assetOut, assetIn);
        Vector<double> moved = balances.Clone();
        moved[given] += exactIn ? amount : -amount;
        moved[asked] = center[asked];

        // |u + xa|² = r² for x = the new balance less its center, a the column of the asset asked for.
        Vector<double> u = transform * (moved - center), a = transform.Column(asked);
        double square = a * a, half = a * u, rest = (u * u) - (radius * radius);
        double solved = center[asked] - ((half + Math.Sqrt((half * half) - (square * rest))) / square);
        return exactIn ? balances[asked] - solved : solved - balances[asked];
    }
}
