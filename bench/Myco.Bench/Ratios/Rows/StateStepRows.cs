using Myco.Bench.Baselines;
using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Many states, one step each, the pair common to the step, per state and step.</summary>
internal static class StateStepRows
{
    private const int States = 128;

    public static IReadOnlyList<RatioRow> Make() => [.. Rows(4), .. Rows(8)];

    private static IEnumerable<RatioRow> Rows(int dimension)
    {
        StateSteps steps = new(dimension, States);
        Work Per(string name, Action run) => new(name, steps.Steps, run);
        Work ours = Per("ours", steps.Ours);
        NativeSwaps? intrinsics = NativeSwaps.Intrinsics;
        string title = $"{States} states stepped, N = {dimension}";
        yield return new(title, ours, Per("scalar C#", steps.Scalar), Target.AtLeast(5.5));
        yield return new(title, ours, ("C++ intrinsics", intrinsics is null ? null : Per("", () => steps.Native(intrinsics))), Target.AtLeast(1));
    }
}
