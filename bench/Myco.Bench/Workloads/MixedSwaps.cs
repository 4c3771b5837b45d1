using System.Runtime.InteropServices;
using Myco.Bench.Baselines;
using Myco.Engine;
using Myco.Engine.Batch;
using Myco.Kernels.Quadratics;

namespace Myco.Bench.Workloads;

/// <summary>Many swaps of random kinds and pairs on one state, all feasible.</summary>
internal sealed class MixedSwaps
{
    private readonly SampleSurface sample;
    private readonly SwapKind[] kinds;
    private readonly int[] assetsIn;
    private readonly int[] assetsOut;
    private readonly double[] amounts;
    private readonly double[] results;
    private readonly QuoteStatus[] statuses;
    private readonly SwapRow[] rows;
    private readonly byte[] kindBytes;
    private readonly byte[] statusBytes;
    private readonly TextbookQuote textbook;

    public MixedSwaps(int dimension, int count)
    {
        Random random = new(dimension);
        sample = SampleSurface.Draw(dimension);
        textbook = new(sample);
        (kinds, assetsIn, assetsOut, amounts) = (new SwapKind[count], new int[count], new int[count], new double[count]);
        (results, statuses, statusBytes) = (new double[count], new QuoteStatus[count], new byte[count]);
        for (int i = 0; i < count; i++)
        {
            kinds[i] = (SwapKind)random.Next(2);
            assetsIn[i] = random.Next(dimension);
            assetsOut[i] = (assetsIn[i] + random.Next(1, dimension)) % dimension;
            double largest = sample.State.LargestAmount(kinds[i], assetsIn[i], assetsOut[i]);
            amounts[i] = Math.Min(largest, sample.Balances[assetsOut[i]]) * (0.01 + (0.2 * random.NextDouble()));
            sample.State.QuoteSwap(kinds[i], assetsIn[i], assetsOut[i], amounts[i], 0);
        }

        rows = sample.State.Rows.ToArray();
        kindBytes = MemoryMarshal.AsBytes<SwapKind>(kinds).ToArray();
        Ours();
        double[] expected = [.. results];
        Scalar();
        Agreement.Require("scalar mixed swaps", expected, results);
        Textbook();
        Agreement.Require("textbook swaps", expected, results);
        foreach (NativeSwaps native in NativeSwaps.Installed)
        {
            Native(native);
            Agreement.Require("mixed swaps in C++", expected, results);
        }
    }

    public int Count => amounts.Length;

    public void Ours() => SwapBatch.Quote(sample.State, kinds, assetsIn, assetsOut, amounts, 0, results, statuses);

    public void OneAtATime()
    {
        double sum = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            sum += sample.State.QuoteSwap(kinds[i], assetsIn[i], assetsOut[i], amounts[i], 0).Amount;
        }

        results[0] = sum;
    }

    public void OneAfterTheOther()
    {
        double last = 0;
        for (int i = 0; i < amounts.Length; i++)
        {
            // Too small to change the amount, but the processor has to wait for it.
            last = sample.State.QuoteSwap(kinds[i], assetsIn[i], assetsOut[i], amounts[i] + (last * 1e-300), 0).Amount;
        }

        results[0] = last;
    }

    /// <summary>The square root and the division of a quote, each waiting for the one before: what no quote can undercut.</summary>
    public void RootsAndDivisionsInARow()
    {
        double last = 1;
        for (int i = 0; i < amounts.Length; i++)
        {
            last = amounts[i] / (Math.Sqrt(last) + 1);
        }

        results[0] = last;
    }

    public void Scalar() => ScalarSwaps.Mixed(rows, sample.Dimension, kindBytes, assetsIn, assetsOut, amounts, results, statusBytes);

    public void Native(NativeSwaps native) =>
        native.Mixed(rows, sample.Dimension, kindBytes, assetsIn, assetsOut, amounts, results, statusBytes);

    public void Textbook()
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            results[i] = textbook.Quote(kinds[i], assetsIn[i], assetsOut[i], amounts[i]);
        }
    }
}
