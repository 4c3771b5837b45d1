using System.Diagnostics;
using Myco.Engine;
using Myco.Engine.Batch;
using Myco.Engine.Surfaces;
using Myco.Verification.Surfaces;

namespace Myco.Cli.Demonstration;

/// <summary>A million mixed swaps on one state of eight assets: how fast, how exact, and at which cost in memory.</summary>
internal sealed class QuoteRace
{
    private const int Count = 1_000_000;
    private const int Rounds = 5;
    private const int Seed = 20_240_611;

    // Orders as they come, up to a tenth of what a pair can take.
    private const double LargestShare = 0.1;

    private static readonly double[] Stretch = [1, 2, 5, 20, 60, 200, 1000, 4000];

    private readonly EllipsoidState _state;
    private readonly SwapKind[] _kinds = new SwapKind[Count];
    private readonly int[] _assetsIn = new int[Count];
    private readonly int[] _assetsOut = new int[Count];
    private readonly double[] _amounts = new double[Count];
    private readonly double[] _results = new double[Count];
    private readonly QuoteStatus[] _statuses = new QuoteStatus[Count];

    /// <summary>Draws the surface's state and the orders; the same every time.</summary>
    public QuoteRace()
    {
        Random random = new(Seed);
        int n = Stretch.Length;
        double[] angles = [.. Enumerable.Range(0, n * (n - 1) / 2).Select(_ => (random.NextDouble() - 0.5) * Math.PI)];
        double[] lower = [.. Enumerable.Range(0, n).Select(asset => asset == n - 1 ? 1 : 0.8)];
        double[] upper = [.. lower.Select(price => 1 / price)];
        EllipsoidSurface surface = EllipsoidSurface.FromAngles(Stretch, angles, lower, upper);
        _state = surface.At(BalancesAtPar(surface));
        double[,,] usual = UsualAmounts();
        for (int i = 0; i < Count; i++)
        {
            _kinds[i] = (SwapKind)random.Next(2);
            _assetsIn[i] = random.Next(n);
            _assetsOut[i] = (_assetsIn[i] + 1 + random.Next(n - 1)) % n;
            _amounts[i] = random.NextDouble() * usual[(int)_kinds[i], _assetsIn[i], _assetsOut[i]];
        }
    }

    /// <summary>The number of quotes.</summary>
    public static int Quotes => Count;

    /// <summary>The number of assets.</summary>
    public static int Assets => Stretch.Length;

    /// <summary>The refused ones among them.</summary>
    public int Refused => _statuses.Count(status => status != QuoteStatus.Ok);

    /// <summary>Prices everything a few times; the best round counts, since others use the machine too.</summary>
    /// <returns>Quotes per second, and the bytes that the rounds allocated.</returns>
    public (double QuotesPerSecond, long Bytes) Run()
    {
        Quote();
        double best = double.PositiveInfinity;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Quote();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return (Count / best, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The largest error in ulp of every so many-th quote that was not refused, against the same swap in quad-double.</summary>
    public double WorstError(int sample)
    {
        double worst = 0;
        for (int i = 0; i < Count; i += Count / sample)
        {
            if (_statuses[i] == QuoteStatus.Ok)
            {
                worst = Math.Max(worst, SwapOracle.UlpError(_state, _kinds[i], _assetsIn[i], _assetsOut[i], _amounts[i], _results[i]));
            }
        }

        return worst;
    }

    /// <summary>The largest order of each kind and pair: a share of the largest feasible amount, or less where the amounts in
    /// between have a gap because a third asset's price would vanish.</summary>
    private double[,,] UsualAmounts()
    {
        double[,,] amounts = new double[2, Assets, Assets];
        foreach (SwapKind kind in Enum.GetValues<SwapKind>())
        {
            for (int pair = 0; pair < Assets * Assets; pair++)
            {
                (int assetIn, int assetOut) = (pair / Assets, pair % Assets);
                double amount = assetIn == assetOut ? 0 : LargestShare * _state.LargestAmount(kind, assetIn, assetOut);
                while (amount > 0 && !Quote(kind, assetIn, assetOut, amount).IsOk)
                {
                    amount /= 2;
                }

                amounts[(int)kind, assetIn, assetOut] = amount;
            }
        }

        return amounts;
    }

    private Quote Quote(SwapKind kind, int assetIn, int assetOut, double amount) =>
        kind == SwapKind.ExactIn ? _state.SwapExactIn(assetIn, assetOut, amount) : _state.SwapExactOut(assetIn, assetOut, amount);

    private void Quote() => SwapBatch.Quote(_state, _kinds, _assetsIn, _assetsOut, _amounts, fee: 0, _results, _statuses);

    /// <summary>The balances v(p) at prices of 1, for an invariant of a million. Source: spec 01-surface, section 1.</summary>
    private static double[] BalancesAtPar(EllipsoidSurface surface)
    {
        const double Invariant = 1e6;
        int n = surface.Dimension;
        double[] image = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => surface.InverseMetric(i, j)))];
        double norm = Math.Sqrt(image.Sum());
        return [.. Enumerable.Range(0, n).Select(i => Invariant * (surface.UnitOffset[i] - (image[i] / norm)))];
    }
}
