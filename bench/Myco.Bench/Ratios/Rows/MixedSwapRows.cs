using Myco.Bench.Baselines;
using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>A mixed batch on one state, per quote.</summary>
internal static class MixedSwapRows
{
    private const int Quotes = 10_000;

    public static IReadOnlyList<RatioRow> Make() => [.. Rows(8, 3.5, Target.AtLeast(0.9)), .. Rows(64, 3, Target.None)];

    private static IEnumerable<RatioRow> Rows(int dimension, double overScalar, Target overNative)
    {
        MixedSwaps swaps = new(dimension, Quotes);
        Work Per(string name, Action run) => new(name, swaps.Count, run);
        Work? Native(string name, NativeSwaps? native) => native is null ? null : Per(name, () => swaps.Native(native));
        Work ours = Per("ours", swaps.Ours);
        string title = $"mixed batch, N = {dimension}, 10⁴ quotes";
        yield return new(title, ours, Per("scalar C#", swaps.Scalar), Target.AtLeast(overScalar));
        yield return new(title, ours, ("C++ intrinsics", Native("C++ intrinsics", NativeSwaps.Intrinsics)), overNative);
        yield return new(title, ours, ("g++ -O3, autovectorised", Native("g++ -O3", NativeSwaps.Autovectorised)), Target.None);
    }
}
