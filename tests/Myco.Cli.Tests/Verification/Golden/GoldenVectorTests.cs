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
        { "lbp", 193 },
        { "quantamm", 305 },
        { "stable", 597 },
        { "surface", 7076 },
        { "surge", 177 },
        { "weighted", 354 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_every_function_passes(string name, int cases)
    {
        CliRun run = CliRun.Of("verify", Repository.PathOf("fixtures", "vectors", $"{name}.json"));
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal($"{cases} passed, 0 failed", run.OutputLines[^1]);
    }
}
