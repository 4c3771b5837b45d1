using Myco.Verification.Vectors;
using Xunit.Abstractions;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>The engine against 150-digit arithmetic: every case of fixtures/vectors/surface.json within six ulp, counted, so that none can go missing.</summary>
public sealed class GoldenVectorTests(ITestOutputHelper output)
{
    private static readonly Lazy<VectorTally> Tally = new(() => GoldenFile.Replay("surface"));

    public static TheoryData<string, int> Counts => new()
    {
        { "unit offsets", 58 },
        { "kappa", 58 },
        { "invariant", 232 },
        { "gradient", 232 },
        { "value in last asset", 232 },
        { "box excess", 232 },
        { "swap exact_in", 1856 },
        { "swap exact_out", 1856 },
        { "mint dense", 232 },
        { "mint single", 464 },
        { "mint proportional", 232 },
        { "mint near_proportional", 232 },
        { "burn", 696 },
        { "arbitrage", 464 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Every_vector_of_a_kind_is_met_within_six_ulp_VsHighPrecision(string name, int cases)
    {
        VectorKind kind = Assert.Single(Tally.Value.Kinds, kind => kind.Name == name);
        output.WriteLine($"{name}: {kind.Cases} cases, worst {kind.Worst:F2} ulp at {kind.Where}");
        Assert.Equal((cases, 0), (kind.Passed, kind.Failed));
    }

    [Fact]
    public void No_kind_of_vector_goes_uncounted_and_none_fails() => GoldenFile.AllPass(Tally.Value, Counts.Sum(row => (int)row[1]));
}
