using System.Text.Json;

namespace Myco.Cli.Tests.Verbs;

public sealed class DemoVerbTests
{
    [Fact]
    public void The_chain_never_pays_more_and_a_million_quotes_stay_within_4_ulp_without_allocation()
    {
        CliRun run = CliRun.Of("demo", "--format", "json");
        Assert.True(run.Code == ExitCode.Done, run.Error);
        JsonElement root = JsonDocument.Parse(run.OutputBytes).RootElement;
        JsonElement[] pools = [.. root.GetProperty("realPools").EnumerateArray()];
        Assert.Equal(10, pools.Length);
        Assert.All(pools, pool =>
        {
            Assert.Equal(0, pool.GetProperty("chainPaysMore").GetInt32());
            Assert.InRange(pool.GetProperty("worstDifference").GetDouble(), -1e-15, 1e-6);
            Assert.InRange(pool.GetProperty("swaps").GetInt32(), 10, 30);
        });
        // 210 compared, 2 of nothing: with the 39 refused ones they are all swap cases of the ten sets.
        Assert.Equal(212, pools.Sum(pool => pool.GetProperty("swaps").GetInt32() + pool.GetProperty("dust").GetInt32() + pool.GetProperty("ofNothing").GetInt32()));

        JsonElement quotes = root.GetProperty("mixedQuotes")[0];
        Assert.Equal(1_000_000, quotes.GetProperty("quotes").GetInt32());
        Assert.InRange(quotes.GetProperty("worstUlp").GetDouble(), 0.1, 4);
        Assert.Equal(0, quotes.GetProperty("bytesAllocated").GetInt64());
    }
}
