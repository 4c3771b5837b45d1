using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Myco.Cli.Console;
using Myco.TestSupport;

namespace Myco.Cli.Tests.Verbs;

public sealed class VerifyVerbTests
{
    private static string Vectors => Repository.PathOf("fixtures", "vectors", "surface.json");

    [Fact]
    public void Every_golden_vector_passes_at_6_ulp_and_is_counted()
    {
        CliRun run = CliRun.Of("verify", Vectors);
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal($"{Count(Vectors)} passed, 0 failed", run.OutputLines[^1]);
        Assert.Equal(7076, Count(Vectors));
    }

    [Fact]
    public void JSON_has_the_kinds_and_the_closing_line_goes_to_standard_error()
    {
        using Folder folder = new();
        string path = folder.Write("v.json", Small().ToJsonString());
        CliRun run = CliRun.Of("verify", path, "--format", "json");
        JsonElement root = JsonDocument.Parse(run.OutputBytes).RootElement;
        Assert.Equal(Count(path), root.GetProperty("kinds").EnumerateArray().Sum(kind => kind.GetProperty("cases").GetInt32()));
        Assert.Equal(Count(path), root.GetProperty("passed").GetInt64());
        Assert.Equal($"{Count(path)} passed, 0 failed", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void A_folder_stands_for_its_files_and_an_unknown_format_is_a_failure()
    {
        using Folder folder = new();
        int count = Count(folder.Write("good.json", Small().ToJsonString()));
        folder.Write("chain.json", "{\"header\": {\"schema\": \"golden-vectors-2\"}, \"cases\": []}");
        folder.Write("readme.txt", "not a file of vectors");
        CliRun run = CliRun.Of("verify", folder[string.Empty]);
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Contains("the format is 'golden-vectors-2'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal($"{count} passed, 1 failed", run.OutputLines[^1]);
    }

    [Theory]
    [InlineData("swaps", "result", "1", "swap exact_")]
    [InlineData("swaps", "result", "infeasible", "came Ok")]
    [InlineData("swaps", "result", "unlikely", "verdict 'unlikely' is unknown")]
    [InlineData("swaps", "kind", "exact_both", "the kind is unknown")]
    [InlineData("mints", "kind", "triple", "the kind is unknown")]
    [InlineData("mints", "supply_growth", "outside_price_bounds", "came Ok")]
    [InlineData("burns", "result", "2.5e-7", "burn: off by")]
    [InlineData("arbitrage", "value", "1", "arbitrage: off by")]
    public void A_single_wrong_vector_fails_and_is_named(string list, string key, string value, string what)
    {
        using Folder folder = new();
        JsonNode root = Small();
        root["surfaces"]![0]!["states"]![0]![list]![0]![key] = value;
        CliRun run = CliRun.Of("verify", folder.Write("v.json", root.ToJsonString()));
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        string error = Assert.Single(run.ErrorLines);
        Assert.Contains($"surfaces[0].states[0].{list}[0]", error, StringComparison.Ordinal);
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.EndsWith(" passed, 1 failed", run.OutputLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_surface_that_cannot_be_built_fails_all_its_cases()
    {
        using Folder folder = new();
        JsonNode root = Small();
        string path = folder.Write("good.json", root.ToJsonString());
        int count = Count(path);
        Assert.Equal($"{count} passed, 0 failed", CliRun.Of("verify", path).OutputLines[^1]);
        root["surfaces"]![0]!["stretch"]![0] = "0.5";
        Assert.Equal($"0 passed, {count} failed", CliRun.Of("verify", folder.Write("v.json", root.ToJsonString())).OutputLines[^1]);
    }

    [Fact]
    public void A_bar_of_nothing_fails_every_number_that_is_rounded()
    {
        using Folder folder = new();
        string path = folder.Write("v.json", Small().ToJsonString());
        CliRun run = CliRun.Of("verify", path, "--max-ulp", "0");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        int failed = run.ErrorLines.Length;
        Assert.True(failed > Count(path) / 4, $"{failed} failed");
        Assert.All(run.ErrorLines, line => Assert.Contains("the limit is 0", line, StringComparison.Ordinal));
        Assert.Equal($"{Count(path) - failed} passed, {failed} failed", run.OutputLines[^1]);
    }

    [Theory]
    [InlineData("surfaces", "missing")]
    [InlineData("format", "missing")]
    public void A_file_without_its_keys_is_malformed(string key, string what)
    {
        using Folder folder = new();
        JsonObject root = Small().AsObject();
        root.Remove(key);
        CliRun.Of("verify", folder.Write("v.json", root.ToJsonString())).IsRefused(what);
    }

    [Theory]
    [InlineData("\"format\"", "\"\\ud800\"")]
    [InlineData("\"kind\":\"exact_in\"", "\"kind\":\"\\udc00\"")]
    [InlineData("\"kappa\"", "\"k\\ud800\":1,\"kappa\"")]
    public void Half_a_character_is_one_line_and_exit_code_2(string good, string bad)
    {
        using Folder folder = new();
        string text = Small().ToJsonString();
        Assert.Contains(good, text, StringComparison.Ordinal);
        CliRun.Of("verify", folder.Write("v.json", text.Replace(good, bad, StringComparison.Ordinal))).IsRefused("half of a character");
    }

    [Fact]
    public void A_key_that_is_not_replayed_is_a_failure_and_a_remark_is_not()
    {
        using Folder folder = new();
        JsonNode root = Small();
        root["surfaces"]![0]!["states"]![0]!["twirls"] = new JsonArray();
        root["surfaces"]![0]!["hue"] = 1;
        root["shade"] = 1;
        root["note"] = "not a vector";
        CliRun run = CliRun.Of("verify", folder.Write("v.json", root.ToJsonString()));
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.EndsWith(" passed, 3 failed", run.OutputLines[^1], StringComparison.Ordinal);
        Assert.All(new[] { "twirls", "hue", "shade" }, key => Assert.Contains($"'{key}'", run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_cut_off_or_damaged_never_crashes_the_program()
    {
        const int Seed = 20_240_704;
        Random random = new(Seed);
        using Folder folder = new();
        byte[] good = Encoding.UTF8.GetBytes(Small().ToJsonString());
        for (int round = 0; round < 400; round++)
        {
            byte[] bytes = round < 200 ? good[..(round * good.Length / 200)] : [.. good];
            if (round >= 200)
            {
                bytes[random.Next(bytes.Length)] = (byte)"0123456789\"{}[]:,.-ex"[random.Next(21)];
            }

            CliRun run = CliRun.Of("verify", folder.Write("v.json", bytes));
            Assert.True(run.Code is ExitCode.Done or ExitCode.SomeFailed or ExitCode.Refused, $"round {round}: {run.Error}");
            Assert.True(round >= 200 || run.Code == ExitCode.Refused);
        }
    }

    private static JsonNode Small()
    {
        JsonNode root = JsonNode.Parse(File.ReadAllBytes(Vectors))!;
        JsonNode surface = root["surfaces"]![0]!.DeepClone();
        surface["states"] = new JsonArray(surface["states"]![0]!.DeepClone());
        root["surfaces"] = new JsonArray(surface);
        return root;
    }

    /// <summary>Counts the cases of a file on its own account.</summary>
    private static int Count(string path) => JsonNode.Parse(File.ReadAllBytes(path))!["surfaces"]!.AsArray().Sum(surface =>
        2 + surface!["states"]!.AsArray().Sum(state => 4 + new[] { "swaps", "mints", "burns", "arbitrage" }.Sum(list => state![list]!.AsArray().Count)));
}
