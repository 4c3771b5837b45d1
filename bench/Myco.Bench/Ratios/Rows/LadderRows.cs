using Myco.Bench.Baselines;
using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>A ladder of sizes on one pair, per quote.</summary>
internal static class LadderRows
{
    public static IReadOnlyList<RatioRow> Make() => [.. InCache(), .. InMemory()];

    private static IEnumerable<RatioRow> InCache()
    {
        Ladder ladder = new(10_000);
        Work Per(string name, Action run) => new(name, ladder.Count, run);
        Work? Native(NativeSwaps? native) => native is null ? null : Per("C++", () => ladder.Native(native));
        Work ours = Per("ours", ladder.Ours);
        const string Title = "ladder on one pair, 10⁴ sizes";
        yield return new(Title, ours, Per("scalar C#", ladder.Scalar), Target.AtLeast(7));
        yield return new(Title, ours, Per("TensorPrimitives, temporaries", ladder.Tensors), Target.AtLeast(2.2));
        yield return new(Title, ours, ("C++ intrinsics", Native(NativeSwaps.Intrinsics)), Target.None);
        yield return new(Title, ours, ("g++ -O3, autovectorised", Native(NativeSwaps.Autovectorised)), Target.None);
        yield return new(Title, ours, Per("root and division alone, in packs", ladder.DividerFloor), Target.None);
    }

    private static IEnumerable<RatioRow> InMemory()
    {
        Ladder ladder = new(1_000_000);
        Work ours = new("ours", ladder.Count, ladder.Ours), tensors = new("TensorPrimitives, temporaries", ladder.Count, ladder.Tensors);
        yield return new("ladder on one pair, 10⁶ sizes", ours, tensors, Target.AtLeast(7));
    }
}
