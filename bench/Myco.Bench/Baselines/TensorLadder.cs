using System.Numerics.Tensors;
using Myco.Kernels.Quadratics;

namespace Myco.Bench.Baselines;

/// <summary>A ladder of sizes on one pair with TensorPrimitives: one pass over memory per operation, with temporaries.</summary>
internal sealed class TensorLadder(int count)
{
    private readonly double[] slopes = new double[count];
    private readonly double[] roots = new double[count];

    /// <summary>The near root of b ≤ 0 only, and no limit: less than the ladder does.</summary>
    public void Quote(in SwapRow row, double[] amounts, double[] results)
    {
        TensorPrimitives.Multiply(amounts, row.Minor, roots);
        TensorPrimitives.Add(roots, row.Mixed, roots);
        TensorPrimitives.MultiplyAdd(roots, amounts, row.Own * row.Own, roots);
        TensorPrimitives.Sqrt(roots, roots);
        TensorPrimitives.Multiply(amounts, row.Cross, slopes);
        TensorPrimitives.Add(slopes, row.Own, slopes);
        TensorPrimitives.Subtract(roots, slopes, roots);
        TensorPrimitives.Multiply(amounts, row.Square, slopes);
        TensorPrimitives.Add(slopes, row.Linear, slopes);
        TensorPrimitives.Multiply(slopes, amounts, slopes);
        TensorPrimitives.Divide(slopes, roots, results);
    }
}
