using Myco.Bench.Baselines;
using Myco.Engine;
using Myco.Engine.Batch;

namespace Myco.Bench.Workloads;

/// <summary>Many states of one surface, each stepped by a swap of its own size; every other step takes the one before back.</summary>
internal sealed class StateSteps
{
    private const int AssetIn = 0, AssetOut = 2;
    private const int Pack = 8;

    private readonly SampleSurface sample;
    private readonly StateBatch states;
    private readonly double[] metric;
    private readonly double[] scalarGradients;
    private readonly double[] scalarBalances;
    private readonly AlignedNumbers nativeStates;
    private readonly double[] amounts;
    private readonly double[] there;
    private readonly double[] back;
    private readonly QuoteStatus[] statuses;
    private readonly byte[] statusBytes;

    public StateSteps(int dimension, int count)
    {
        Random random = new(dimension);
        sample = SampleSurface.Draw(dimension);
        states = StateBatch.Repeat(sample.State, count);
        metric = new double[dimension * dimension];
        for (int i = 0; i < metric.Length; i++)
        {
            metric[i] = sample.Surface.Columns.Metric(i / dimension, i % dimension);
        }

        scalarGradients = [.. Enumerable.Repeat(sample.State.Gradient.ToArray(), count).SelectMany(gradient => gradient)];
        scalarBalances = [.. Enumerable.Repeat(sample.Balances, count).SelectMany(balances => balances)];
        nativeStates = InPacks([.. sample.State.Gradient, .. sample.Balances], count);
        amounts = [.. Enumerable.Range(0, count).Select(_ => sample.Balances[AssetIn] * 0.05 * (0.1 + random.NextDouble()))];
        (there, back, statuses, statusBytes) = (new double[count], new double[count], new QuoteStatus[count], new byte[count]);
        Ours();
        double[] expected = [.. there];
        Agreement.Require("steps taken back", amounts, back);
        Scalar();
        Agreement.Require("scalar steps", expected, there);
        if (NativeSwaps.Intrinsics is NativeSwaps native)
        {
            Native(native);
            Agreement.Require("steps in C++", expected, there);
        }
    }

    /// <summary>Steps of one state in one run.</summary>
    public int Steps => 2 * amounts.Length;

    public void Ours()
    {
        states.Step(AssetIn, AssetOut, amounts, there, statuses);
        states.Step(AssetOut, AssetIn, there, back, statuses);
    }

    public void Scalar()
    {
        ScalarSwaps.Step(sample.Dimension, metric, scalarGradients, scalarBalances, AssetIn, AssetOut, amounts, there);
        ScalarSwaps.Step(sample.Dimension, metric, scalarGradients, scalarBalances, AssetOut, AssetIn, there, back);
    }

    public void Native(NativeSwaps native)
    {
        native.Step(sample.Dimension, metric, nativeStates, AssetIn, AssetOut, amounts, there, statusBytes);
        native.Step(sample.Dimension, metric, nativeStates, AssetOut, AssetIn, there, back, statusBytes);
    }

    /// <summary>Eight copies of each number, and that for every pack of states.</summary>
    private static AlignedNumbers InPacks(ReadOnlySpan<double> numbers, int count)
    {
        AlignedNumbers packs = new(numbers.Length * count);
        for (int i = 0; i < packs.Span.Length; i++)
        {
            packs.Span[i] = numbers[i / Pack % numbers.Length];
        }

        return packs;
    }
}
