using Myco.TestSupport;
using Myco.Verification;
using Myco.Verification.Vectors;

namespace Myco.Engine.Tests.Pools;

/// <summary>The exact wing against the contracts: every case of every file of fixtures/vectors, counted, so that none can go missing.</summary>
public sealed class GoldenVectorTests
{
    // Replayed in the room of the surfaces, at every width.
    private const string Surfaces = "surface";

    public static TheoryData<string, int> Files => new()
    {
        { "clp2", 599 },
        { "clp2_v2", 495 },
        { "clp3", 390 },
        { "eclp", 2045 },
        { "eclp_onswap", 1594 },
        { "ellipsoid", 6060 },
        { "ellipsoid_contract", 15_348 },
        { "fixedpoint", 1196 },
        { "lbp", 193 },
        { "pamm", 1101 },
        { "quantamm", 305 },
        { "reserve_safety", 209 },
        { "stable", 597 },
        { "surge", 177 },
        { "vault", 859 },
        { "weighted", 354 },
    };

    [Fact]
    public void Every_file_is_named_here_or_among_the_surfaces() => Assert.Equal(
        VectorFiles.In(Repository.PathOf("fixtures", "vectors")).Select(path => Path.GetFileNameWithoutExtension(path)),
        Files.Select(row => (string)row[0]).Append(Surfaces).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_every_function_is_the_contracts_VsContract(string name, int cases) => GoldenFile.AllPass(GoldenFile.Replay(name), cases);

    /// <summary>Pool files of Balancer's ports, read where they lie.</summary>
    [Fact]
    public void Real_pools_give_the_ports_results_without_tolerance_VsPorts()
    {
        const int Cases = 56;
        if (SharedData.Find("vectors", "balancer") is string folder)
        {
            Assert.Equal(Cases, VectorFiles.In(folder).Sum(path =>
            {
                VectorTally tally = GoldenFile.ReplayAt(path);
                GoldenFile.AllPass(tally, tally.Passed);
                return tally.Passed;
            }));
        }
    }
}
