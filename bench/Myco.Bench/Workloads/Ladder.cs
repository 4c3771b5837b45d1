using Myco.Bench.Baselines;
using Myco.Engine;
using Myco.Engine.Batch;
using Myco.Kernels.Quadratics;

namespace Myco.Bench.Workloads;

/// <summary>Many sizes on one pair of one state, all feasible.</summary>
internal sealed class Ladder
{
    private readonly SampleSurface sample = SampleSurface.Draw(8);
    private readonly double[] amounts;
    private readonly double[] results;
    private readonly QuoteStatus[] statuses;
    private readonly byte[] statusBytes;
    private readonly SwapRow row;
    private readonly TensorLadder tensors;

    public Ladder(int count)
    {
        double largest = sample.State.LargestAmount(SwapKind.ExactIn, 0, 1);
        amounts = [.. Enumerable.Range(1, count).Select(i => 0.5 * largest * i / count)];
        (results, statuses, statusBytes) = (new double[count], new QuoteStatus[count], new byte[count]);
        row = sample.State.Rows[1];
        tensors = new(count);
        Ours();
        double[] expected = [.. results];
        Scalar();
        Agreement.Require("scalar ladder", expected, results);
        Tensors();
        Agreement.Require("ladder of TensorPrimitives", expected, results);
        foreach (NativeSwaps native in NativeSwaps.Installed)
        {
            Native(native);
            Agreement.Require("ladder in C++", expected, results);
        }
    }

    public int Count => amounts.Length;

    public void Ours() => SwapLadder.Quote(sample.State, SwapKind.ExactIn, 0, 1, amounts, 0, results, statuses);

    public void Scalar() => ScalarSwaps.Ladder(in row, amounts, results, statusBytes);

    public void Native(NativeSwaps native) => native.Ladder(in row, amounts, results, statusBytes);

    public void DividerFloor() => RootsAndDivisions.Run(amounts, results);

    public void Tensors() => tensors.Quote(in row, amounts, results);
}
