using Xunit.Abstractions;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>The engine against 150-digit arithmetic: every case of fixtures/vectors/surface.json, counted, so that none can go missing.</summary>
public sealed class GoldenVectorTests(GoldenVectors vectors, ITestOutputHelper output) : IClassFixture<GoldenVectors>
{
    public const double UlpLimit = 6;

    public static TheoryData<string, int> Counts => new()
    {
        { "offsets", 335 },
        { "kappa", 58 },
        { "invariant", 232 },
        { "gradient", 1340 },
        { "value", 232 },
        { "box excess", 232 },
        { "swap exact_in", 1522 },
        { "swap exact_in: Infeasible", 334 },
        { "swap exact_out", 1521 },
        { "swap exact_out: Infeasible", 335 },
        { "mint dense", 139 },
        { "mint dense: Infeasible", 67 },
        { "mint dense: OutsidePriceBounds", 26 },
        { "mint single", 402 },
        { "mint single: Infeasible", 38 },
        { "mint single: OutsidePriceBounds", 24 },
        { "mint single by name", 402 },
        { "mint single by name: Infeasible", 38 },
        { "mint single by name: OutsidePriceBounds", 24 },
        { "mint proportional", 232 },
        { "mint near_proportional", 206 },
        { "mint near_proportional: Infeasible", 22 },
        { "mint near_proportional: OutsidePriceBounds", 4 },
        { "burn", 508 },
        { "burn: Infeasible", 188 },
        { "arbitrage balances", 2680 },
        { "arbitrage value", 464 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_vector_of_a_kind_is_met_within_six_ulp_VsHighPrecision(string kind, int cases)
    {
        (int counted, double worst, List<string> failures) = vectors.Of(kind);
        output.WriteLine($"{kind}: {counted} cases, worst {worst:F2} ulp");
        Assert.True(failures.Count == 0, $"{failures.Count} of {counted} fail; {string.Join("\n", failures.Take(5))}");
        Assert.Equal(cases, counted);
    }

    [Fact]
    public void No_kind_of_vector_goes_uncounted() =>
        Assert.Equal(Counts.Select(row => (string)row[0]).Order(StringComparer.Ordinal), vectors.Kinds.Order(StringComparer.Ordinal));
}
