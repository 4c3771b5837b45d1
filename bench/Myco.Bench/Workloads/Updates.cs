using Myco.Engine.Batch;
using Myco.Engine.Surfaces;

namespace Myco.Bench.Workloads;

/// <summary>Swaps applied to a mutable state, each followed by the one that takes it back, so that the state stays where it is.</summary>
internal sealed class Updates
{
    private readonly SampleSurface sample;
    private readonly SteppedState stepped;
    private readonly SwapPath path;
    private readonly int[] assetsIn;
    private readonly int[] assetsOut;
    private readonly double[] amounts;
    private readonly double[] results;

    public Updates(int dimension, int count)
    {
        Random random = new(dimension);
        sample = SampleSurface.Draw(dimension);
        stepped = sample.State.ToStepped();
        path = new(sample.State);
        assetsIn = [.. Enumerable.Range(0, count).Select(_ => random.Next(dimension))];
        assetsOut = [.. assetsIn.Select(asset => (asset + random.Next(1, dimension)) % dimension)];
        amounts = [.. assetsOut.Select(asset => sample.Balances[asset] * (0.001 + (0.01 * random.NextDouble())))];
        results = new double[count];
        SwapAndUpdate();
        Agreement.Require("swaps taken back", amounts, results);
        PlainSwapAndUpdate();
        Agreement.Require("swaps in binary64 taken back", amounts, results);
    }

    /// <summary>Swaps of one run of <see cref="SwapAndUpdate"/>.</summary>
    public int Swaps => 2 * amounts.Length;

    public void SwapAndUpdate()
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            double amountOut = stepped.ApplySwapExactIn(assetsIn[i], assetsOut[i], amounts[i]).Amount;
            results[i] = stepped.ApplySwapExactIn(assetsOut[i], assetsIn[i], amountOut).Amount;
        }
    }

    /// <summary>The same in plain binary64.</summary>
    public void PlainSwapAndUpdate()
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            double amountOut = path.Swap(assetsIn[i], assetsOut[i], amounts[i]).Amount;
            results[i] = path.Swap(assetsOut[i], assetsIn[i], amountOut).Amount;
        }
    }

    /// <summary>As many quotes as <see cref="SwapAndUpdate"/> swaps, from a prepared state.</summary>
    public void QuoteOnly()
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            results[i] = sample.State.SwapExactIn(assetsIn[i], assetsOut[i], amounts[i]).Amount
                         + sample.State.SwapExactIn(assetsOut[i], assetsIn[i], amounts[i]).Amount;
        }
    }

    /// <summary>One state prepared from balances.</summary>
    public void Rebuild() => results[0] = sample.Surface.At(sample.Balances).Invariant;
}
