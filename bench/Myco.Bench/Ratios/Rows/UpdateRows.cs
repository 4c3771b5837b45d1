using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>A swap and the O(N) update of the state, per swap.</summary>
internal static class UpdateRows
{
    private const int Pairs = 1_024;

    public static IReadOnlyList<RatioRow> Make() => [.. Rows(8, Target.None), .. Rows(64, Target.AtLeast(20))];

    private static IEnumerable<RatioRow> Rows(int dimension, Target overRebuilding)
    {
        Updates updates = new(dimension, Pairs);
        Work plain = new("swap and update", updates.Swaps, updates.PlainSwapAndUpdate);
        Work exact = new("swap and update in double-double", updates.Swaps, updates.SwapAndUpdate);
        Work rebuild = new("preparing the state anew", 1, updates.Rebuild);
        yield return new($"swap and update, N = {dimension}", plain, new Work("a quote alone", updates.Swaps, updates.QuoteOnly), Target.AtMost(6));
        yield return new($"swap and update, N = {dimension}", plain, rebuild, overRebuilding);
        yield return new($"the same in double-double, N = {dimension}", exact, rebuild, overRebuilding);
    }
}
