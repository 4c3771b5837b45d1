using System.Text.Json;
using Myco.Cli.Console;
using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Tests.Verbs;

public sealed class InspectVerbTests
{
    [Fact]
    public void The_numbers_are_the_engines_own()
    {
        using Folder folder = new();
        CliRun run = CliRun.Of("inspect", folder.PoolPath, "--format", "json");
        Assert.Equal(ExitCode.Done, run.Code);
        EllipsoidState state = PoolFile.Parse(File.ReadAllBytes(folder.PoolPath)).ToState();
        JsonElement root = JsonDocument.Parse(run.OutputBytes).RootElement;
        Assert.Equal(state.Surface.Kappa, root.GetProperty("kappa").GetDouble());
        Assert.Equal(state.Invariant, root.GetProperty("invariant").GetDouble());
        Assert.Equal(state.BoxExcess, root.GetProperty("boxExcess").GetDouble());
        Assert.Equal(state.ValueIn(2), root.GetProperty("value").GetDouble(), 1e-9);
        Assert.Equal(state.Surface.UnitOffset[1], root.GetProperty("assets")[1].GetProperty("unitOffset").GetDouble());
        Assert.Equal(state.SpotPrice(0, 1), root.GetProperty("spotPrices")[0].GetProperty("1").GetDouble());
        JsonElement pair = root.GetProperty("pairs")[0];
        Assert.Equal(state.LargestAmount(SwapKind.ExactIn, 0, 1), pair.GetProperty("largestExactIn").GetDouble());
        Assert.Equal(state.LargestAmount(SwapKind.ExactOut, 0, 1), pair.GetProperty("largestExactOut").GetDouble());
        Assert.Equal(6, root.GetProperty("pairs").GetArrayLength());
    }

    [Fact]
    public void Rates_scale_amounts_prices_and_limits()
    {
        using Folder folder = new();
        string scaled = Folder.Pool
            .Replace("[1080, 1110, 455]", "[1080, 11.1, 455]", StringComparison.Ordinal)
            .Replace("\"fee\"", "\"rates\": [1, 100, 1], \"fee\"", StringComparison.Ordinal);
        JsonElement plain = Json(folder.PoolPath);
        JsonElement rated = Json(folder.Write("rated.json", scaled));
        Assert.Equal(plain.GetProperty("invariant").GetDouble(), rated.GetProperty("invariant").GetDouble());
        Assert.Equal(100, Number(rated, "spotPrice") / Number(plain, "spotPrice"), 1e-12);
        Assert.Equal(100, Number(plain, "largestExactOut") / Number(rated, "largestExactOut"), 1e-12);
        Assert.Equal(Number(plain, "largestExactIn"), Number(rated, "largestExactIn"));

        static JsonElement Json(string path) => JsonDocument.Parse(CliRun.Of("inspect", path, "--format", "json").OutputBytes).RootElement;
        static double Number(JsonElement root, string key) => root.GetProperty("pairs")[0].GetProperty(key).GetDouble();
    }

    [Fact]
    public void The_table_names_every_asset_as_it_is_written()
    {
        using Folder folder = new();
        string path = folder.Write("odd.json", Folder.Pool.Replace("DAI", "wstEth", StringComparison.Ordinal));
        string text = CliRun.Of("inspect", path).Output;
        Assert.Matches("in +│ +USDC │ +1 │ +wstEth", text);
        Assert.All(new[] { "USDC", "kappa", "box excess", "largest exact in" }, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Sixty_four_assets_keep_a_line_for_each()
    {
        using Folder folder = new();
        string[] names = [.. Enumerable.Range(0, 64).Select(i => $"A{i}")];
        string ones = string.Join(',', Enumerable.Repeat("1", 63));
        string lower = string.Join(',', Enumerable.Repeat("0.9", 63));
        string angles = string.Join(',', Enumerable.Repeat("0", 64 * 63 / 2));
        string path = folder.Write("wide.json", $$"""
            {"kind":"ellipsoid","assets":["{{string.Join("\",\"", names)}}"],"stretch":[{{ones}},1],"angles":[{{angles}}],
            "priceLower":[{{lower}},1],"priceUpper":[{{ones}},1],"balances":[{{ones}},1]}
            """);
        CliRun run = CliRun.Of("inspect", path);
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Contains(run.OutputLines, line => names.All(name => line.Contains($" {name} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_pool_cut_off_at_any_byte_is_one_line_and_exit_code_2()
    {
        using Folder folder = new();
        for (int length = 0; length < Folder.Pool.Length; length++)
        {
            CliRun.Of("inspect", folder.Write("cut.json", Folder.Pool[..length])).IsRefused("cut.json");
        }
    }

    [Fact]
    public void A_fault_in_the_pool_is_named_with_file_line_and_column()
    {
        using Folder folder = new();
        string path = folder.Write("bad.json", Folder.Pool.Replace("[2, 3, 1]", "[2, 3, 0.5]", StringComparison.Ordinal));
        CliRun.Of("inspect", path).IsRefused("bad.json:4:14: stretch ");
    }
}
