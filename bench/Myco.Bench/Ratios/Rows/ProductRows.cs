using Myco.Bench.Baselines;
using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Batched N×N · N×M, per floating-point operation.</summary>
internal static class ProductRows
{
    private const int PeakRounds = 10_000;
    private const int Columns = 240;

    public static IReadOnlyList<RatioRow> Make()
    {
        Work peak = new("peak of fused multiply-add", PeakArithmetic.Operations(PeakRounds), () => PeakArithmetic.Run(PeakRounds));
        (OpenBlas? blas, NativeProduct? native) = (OpenBlas.Find(), NativeProduct.Find());
        return [.. Rows(8, 0.84, peak, blas, native), .. Rows(64, 0.95, peak, blas, native)];
    }

    private static IEnumerable<RatioRow> Rows(int dimension, double fraction, Work peak, OpenBlas? blas, NativeProduct? native)
    {
        Products products = new(dimension, Columns);
        Work Per(string name, Action run) => new(name, products.Operations, run);
        Work ours = Per("ours", products.Ours);
        if (blas is not null)
        {
            products.Require("product of OpenBLAS", () => products.OpenBlas(blas));
        }

        if (native is not null)
        {
            products.Require("product in C++", () => products.Native(native));
        }

        string title = $"batched product {dimension}×{dimension} · {dimension}×{Columns}, per flop";
        yield return new(title, ours, peak, Target.AtLeast(fraction));
        yield return new(title, ours, ("OpenBLAS, one thread", blas is null ? null : Per("", () => products.OpenBlas(blas))), Target.AtLeast(1));
        yield return new(title, ours, ("C++ intrinsics", native is null ? null : Per("", () => products.Native(native))), Target.None);
        yield return new(title, ours, Per("MathNet, managed", products.MathNet), Target.None);
        yield return new(title, ours, Per("scalar C#", products.Scalar), Target.None);
    }
}
