using System.Globalization;
using System.Text.Json;
using Myco.Cli.Console;

namespace Myco.Cli.Tests.Verbs;

public sealed class DemoVerbTests
{
    [Fact]
    public void The_chain_never_pays_more_the_twins_are_exact_and_a_million_quotes_stay_within_4_ulp_without_allocation()
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
        // 210 compared, 2 of nothing: with the 48 refused ones they are all swap cases of the ten sets.
        Assert.Equal(212, pools.Sum(pool => pool.GetProperty("swaps").GetInt32() + pool.GetProperty("dust").GetInt32() + pool.GetProperty("ofNothing").GetInt32()));

        JsonElement[] twins = [.. root.GetProperty("exactTwins").EnumerateArray()];
        Assert.Equal(pools.Select(pool => pool.GetProperty("set").GetString()), twins.Select(twin => twin.GetProperty("set").GetString()));
        Assert.Equal(260, twins.Sum(twin => twin.GetProperty("cases").GetInt32()));
        Assert.All(twins, twin =>
        {
            Assert.Equal(twin.GetProperty("cases").GetInt32(), twin.GetProperty("twinEqual").GetInt32());
            Assert.InRange(twin.GetProperty("chainKeepsMedian").GetDouble(), 30, 1e9);
            Assert.True(twin.GetProperty("chainKeepsMost").GetDouble() > twin.GetProperty("ellipsoidKeepsMost").GetDouble());
            // The ellipsoid keeps less than a unit, and loses nothing.
            Assert.InRange(twin.GetProperty("ellipsoidKeepsLeast").GetDouble(), 0, 1);
            Assert.InRange(twin.GetProperty("ellipsoidKeepsMost").GetDouble(), 0, 1);
            Assert.InRange(twin.GetProperty("quoteWorstUlp").GetDouble(), 0, 4);
        });

        JsonElement[] lines = [.. root.GetProperty("oneSwap").EnumerateArray()];
        Assert.Equal(["chain", "E-CLP twin", "ellipsoid", "binary64 quote"], lines.Select(line => line.GetProperty("by").GetString()));
        Assert.Equal(lines[0].GetProperty("paidOut").GetString(), lines[1].GetProperty("paidOut").GetString());
        Assert.InRange(lines[2].GetProperty("keeps").GetDouble(), 0, 1);
        double amount = double.Parse(lines[3].GetProperty("paidOut").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(Math.Abs(lines[3].GetProperty("keeps").GetDouble()), 0, 1e-13 * amount);

        JsonElement quotes = root.GetProperty("mixedQuotes")[0];
        Assert.Equal(1_000_000, quotes.GetProperty("quotes").GetInt32());
        Assert.InRange(quotes.GetProperty("worstUlp").GetDouble(), 0.1, 4);
        Assert.Equal(0, quotes.GetProperty("bytesAllocated").GetInt64());
    }
}
