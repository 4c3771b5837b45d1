using Myco.Bench.Baselines;
using Myco.Bench.Scenarios;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Batched N×N · N×M, per floating-point operation.</summary>
internal static class ProductRows
{
    private const int PeakRounds = 10_000;
    private const int Columns = 240;

    public static IReadOnlyList<RatioRow> Make()
    {
        Work peak = new("peak of fused multiply-add", PeakArithmetic.Operations(PeakRounds), () => PeakArithmetic.Run(PeakRounds));
        Action<double[], double[], double[], int, int>? multiply = OpenBlas.Find();
        return [.. Rows(8, 0.84, peak, multiply), .. Rows(64, 0.95, peak, multiply)];
    }

    private static IEnumerable<RatioRow> Rows(
        int dimension, double fraction, Work peak, Action<double[], double[], double[], int, int>? multiply)
    {
        Products products = new(dimension, Columns);
        Work Per(string name, Action run) => new(name, products.Operations, run);
        Work ours = Per("ours", products.Ours);
        Work? blas = multiply is null ? null : Per("OpenBLAS, one thread", () => products.OpenBlas(multiply));
        string title = $"batched product {dimension}×{dimension} · {dimension}×{Columns}, per flop";
        yield return new(title, ours, peak, Target.AtLeast(fraction));
        yield return new(title, ours, ("OpenBLAS, one thread", blas), Target.AtLeast(1));
        yield return new(title, ours, Per("MathNet, managed", products.MathNet), Target.None);
        yield return new(title, ours, Per("scalar C#", products.Scalar), Target.None);
    }
}
