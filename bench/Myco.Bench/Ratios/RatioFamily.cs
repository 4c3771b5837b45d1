using Myco.Bench.Ratios.Rows;

namespace Myco.Bench.Ratios;

/// <summary>Rows that are measured together, interleaved, under a name for <c>--only</c>.</summary>
/// <param name="Name">One word.</param>
/// <param name="MakeRows">Builds the scenarios and proves that ours and the baselines agree.</param>
internal sealed record RatioFamily(string Name, Func<IReadOnlyList<RatioRow>> MakeRows)
{
    /// <summary>Every family, in the table's order.</summary>
    public static IReadOnlyList<RatioFamily> All { get; } =
    [
        new("mixed", MixedSwapRows.Make),
        new("ladder", LadderRows.Make),
        new("single", SingleQuoteRows.Make),
        new("update", UpdateRows.Make),
        new("steps", StateStepRows.Make),
        new("products", ProductRows.Make),
        new("elementary", ElementaryRows.Make),
        new("words", WideIntegerRows.Make),
        new("pools", ExactPoolRows.Make),
        new("ellipsoid", ExactSurfaceRows.Make),
        new("reserve", ReserveRows.Make),
    ];

    /// <summary>The names, in the table's order, for texts.</summary>
    public static string Names => string.Join(", ", All.Select(family => family.Name));
}
