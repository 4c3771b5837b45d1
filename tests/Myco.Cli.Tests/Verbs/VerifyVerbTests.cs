using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Myco.Cli.Tests.Verbs;

public sealed class VerifyVerbTests
{
    private static string Fixtures => Path.Combine(RepositoryRoot(), "fixtures", "vectors");

    [Fact]
    public void Every_golden_vector_passes_at_6_ulp_and_is_counted()
    {
        string path = Path.Combine(Fixtures, "surface.json");
        CliRun run = CliRun.Of("verify", path);
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal($"{Count(path)} passed, 0 failed", run.OutputLines[^1]);
        Assert.Equal(7076, Count(path));
    }

    [Fact]
    public void JSON_has_the_kinds_and_the_closing_line_goes_to_standard_error()
    {
        CliRun run = CliRun.Of("verify", Path.Combine(Fixtures, "surface.json"), "--format", "json");
        JsonElement root = JsonDocument.Parse(run.OutputBytes).RootElement;
        Assert.Equal(14, root.GetProperty("kinds").GetArrayLength());
        Assert.Equal(7076, root.GetProperty("passed").GetInt64());
        Assert.Equal("7076 passed, 0 failed", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void A_folder_stands_for_its_files_and_an_unknown_format_is_a_failure()
    {
        CliRun run = CliRun.Of("verify", Fixtures);
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Contains("the format is 'golden-vectors-1'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("7076 passed, 1 failed", run.OutputLines[^1]);
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
    public void A_bar_of_nothing_fails_nearly_everything()
    {
        CliRun run = CliRun.Of("verify", Path.Combine(Fixtures, "surface.json"), "--max-ulp", "0");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
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
        JsonNode root = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Fixtures, "surface.json")))!;
        JsonNode surface = root["surfaces"]![0]!.DeepClone();
        surface["states"] = new JsonArray(surface["states"]![0]!.DeepClone());
        root["surfaces"] = new JsonArray(surface);
        return root;
    }

    /// <summary>Counts the cases of a file on its own account.</summary>
    private static int Count(string path) => JsonNode.Parse(File.ReadAllBytes(path))!["surfaces"]!.AsArray().Sum(surface =>
        2 + surface!["states"]!.AsArray().Sum(state => 4 + new[] { "swaps", "mints", "burns", "arbitrage" }.Sum(list => state![list]!.AsArray().Count)));

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Myco.Engine.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Myco.Engine.sln lies in no folder above the tests.");
    }
}
