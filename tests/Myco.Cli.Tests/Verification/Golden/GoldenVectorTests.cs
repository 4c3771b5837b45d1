using Myco.Cli.Console;
using Myco.TestSupport;

namespace Myco.Cli.Tests.Verification.Golden;

public sealed class GoldenVectorTests
{
    /// <summary>Every file with the number of its cases: one that is lost is a failure.</summary>
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
        { "surface", 7076 },
        { "surge", 177 },
        { "vault", 859 },
        { "weighted", 354 },
    };

    [Fact]
    public void Every_file_is_named_here() => Assert.Equal(
        Directory.GetFiles(Repository.PathOf("fixtures", "vectors"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
        Files.Select(row => (string)row[0]));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_every_function_passes(string name, int cases)
    {
        CliRun run = CliRun.Of("verify", Repository.PathOf("fixtures", "vectors", $"{name}.json"));
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal($"{cases} passed, 0 failed", run.OutputLines[^1]);
    }
}
