using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>Walks on which each swap goes nearly as far as it can: a price, or s₀, all but vanishes, and most of its bits cancel.</summary>
internal static class EdgeWalks
{
    private const int Seed = 20_261_120;

    /// <summary>Surfaces of λ up to 2e6, whose states may be prepared in double-double: boxes narrow, wide and very wide.</summary>
    public static IReadOnlyList<DrawnSurface> Surfaces { get; } = [.. Draw()];

    /// <summary>A walk, its pool at each step; the same pool every time.</summary>
    public static IEnumerable<SteppedState> Of(DrawnSurface drawn, int seed, int steps)
    {
        Random random = new(seed);
        SteppedState pool = drawn.State(random).ToStepped();
        for (int step = 0; step < steps; step++)
        {
            (int k, int j) = RandomTrades.Pair(drawn.Dimension, random);
            double left = Math.ScaleB(1, -random.Next(1, 51));
            double largest = pool.ToPrepared().LargestAmount(SwapKind.ExactIn, k, j);
            if (largest > 0 && pool.ApplySwapExactIn(k, j, largest * (1 - left)).IsOk)
            {
                yield return pool;
            }
        }
    }

    /// <summary>The same state in quad-double.</summary>
    public static StateNumbers<QuadDouble> InQuadDouble(SteppedState pool)
    {
        DoubleDouble[] balances = [.. pool.Balances.ToArray().Zip(pool.BalancesLow.ToArray(), (high, low) => new DoubleDouble(high, low))];
        Assert.Equal(StateVerdict.Good, StatePreparation.Prepare(pool.Surface.InQuadDouble, balances, out StateNumbers<QuadDouble>? numbers));
        return numbers!;
    }

    private static IEnumerable<DrawnSurface> Draw()
    {
        Random random = new(Seed);
        foreach (int dimension in new[] { 2, 3, 5 })
        {
            foreach (double stretch in new[] { 1.25, 30, 4000, 1e6, 1.9e6 })
            {
                yield return DrawnSurfaces.Make(random, dimension, stretch, "all", random.Next(2) == 0);
                yield return VeryWide(random, dimension, stretch);
            }
        }
    }

    private static DrawnSurface VeryWide(Random random, int dimension, double stretch)
    {
        DrawnSurface drawn = DrawnSurfaces.Make(random, dimension, stretch, "all", true);
        return new($"{drawn} very", drawn.Stretch, drawn.Angles, [.. drawn.Lower.Select(low => low * 1e-4)], [.. drawn.Upper.Select(high => high * 1e4)]);
    }
}
