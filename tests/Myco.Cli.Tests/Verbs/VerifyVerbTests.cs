using System.Text.Json;
using System.Text.Json.Nodes;
using Myco.Cli.Console;
using Myco.TestSupport;

namespace Myco.Cli.Tests.Verbs;

/// <summary>The verb's report and exit codes; the replays have tests of their own, and the golden files are replayed in the engine's.</summary>
public sealed class VerifyVerbTests
{
    // The example of fixtures/README.md: two results, three cases.
    private const int Cases = 3;

    [Fact]
    public void A_good_file_is_done_and_counted_in_the_last_line()
    {
        using Folder folder = new();
        CliRun run = CliRun.Of("verify", folder.Write("v.json", Example().ToJsonString()));
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal($"{Cases} passed, 0 failed", run.OutputLines[^1]);
    }

    [Fact]
    public void JSON_has_the_kinds_and_the_closing_line_goes_to_standard_error()
    {
        using Folder folder = new();
        CliRun run = CliRun.Of("verify", folder.Write("v.json", Example().ToJsonString()), "--format", "json");
        JsonElement root = JsonDocument.Parse(run.OutputBytes).RootElement;
        Assert.Equal(Cases, root.GetProperty("kinds").EnumerateArray().Sum(kind => kind.GetProperty("cases").GetInt32()));
        Assert.Equal(2, root.GetProperty("kinds").EnumerateArray().Sum(kind => kind.GetProperty("reverts").GetInt32()));
        Assert.Equal(Cases, root.GetProperty("passed").GetInt64());
        Assert.Equal($"{Cases} passed, 0 failed", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void A_folder_stands_for_its_files_and_an_unknown_format_is_a_failure()
    {
        using Folder folder = new();
        folder.Write("good.json", Example().ToJsonString());
        folder.Write("chain.json", "{\"header\": {\"schema\": \"golden-vectors-2\"}, \"cases\": []}");
        folder.Write("readme.txt", "not a file of vectors");
        CliRun run = CliRun.Of("verify", folder[string.Empty]);
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Contains("the format is 'golden-vectors-2'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal($"{Cases} passed, 1 failed", run.OutputLines[^1]);
    }

    [Fact]
    public void A_folder_without_vectors_and_a_missing_file_are_refused()
    {
        using Folder folder = new();
        CliRun.Of("verify", folder[string.Empty]).IsRefused("holds no *.json file; name a folder of vectors");
        CliRun.Of("verify", folder["none.json"]).IsRefused("none.json: no such file; check the name");
    }

    [Theory]
    [InlineData("{\n\"header\": }", "v.json:2:11: not JSON: ")]
    [InlineData("{\"header\": {}}", "v.json:1:12: header.schema is missing; complete the file")]
    [InlineData("{\"h\\ud800\": 1, \"format\": 2}", "v.json:1:2: a string holds")]
    public void A_malformed_file_is_one_line_and_exit_code_2(string text, string what)
    {
        using Folder folder = new();
        CliRun.Of("verify", folder.Write("v.json", text)).IsRefused(what);
    }

    [Fact]
    public void Only_so_many_failures_are_named()
    {
        JsonObject file = Example();
        foreach (JsonNode? node in file["cases"]!.AsArray())
        {
            node!["fn"] = "computeAnything";
        }

        using Folder folder = new();
        string path = folder.Write("v.json", file.ToJsonString());
        CliRun run = CliRun.Of("verify", path, "--max-errors", "2");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Contains("… and 1 more failed", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Single(CliRun.Of("verify", path, "--max-errors", "0").ErrorLines);
        Assert.Equal(Cases, CliRun.Of("verify", path).ErrorLines.Length);
    }

    [Fact]
    public void Numbers_of_the_options_have_limits()
    {
        CliRun.Of("verify", "x.json", "--max-errors", "-1").IsRefused("--max-errors is -1");
        CliRun.Of("verify", "x.json", "--max-errors", "few").IsRefused("Cannot parse argument 'few' for option '--max-errors'; see");
        CliRun.Of("verify", "x.json", "--max-ulp", "0,5").IsRefused("--max-ulp is '0,5'; it must be a number");
        CliRun.Of("verify", "x.json", "--max-ulp", "-1").IsRefused("--max-ulp is -1; it must be at least 0 and finite");
    }

    [Fact]
    public void The_bar_is_the_one_that_is_asked_for()
    {
        using Folder folder = new();
        JsonNode root = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "surface.json")))!;
        root["surfaces"] = new JsonArray(root["surfaces"]![0]!.DeepClone());
        string path = folder.Write("v.json", root.ToJsonString());
        Assert.Equal(ExitCode.Done, CliRun.Of("verify", path).Code);
        CliRun strict = CliRun.Of("verify", path, "--max-ulp", "0");
        Assert.Equal(ExitCode.SomeFailed, strict.Code);
        Assert.All(strict.ErrorLines, line => Assert.Contains("the limit is 0", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_names_the_formats_and_every_library()
    {
        string help = CliRun.Of("verify", "--help").Output;
        Assert.Contains("Known formats: myco-surface-vectors/1, golden-vectors-1, and pool files", help, StringComparison.Ordinal);
        Assert.Contains("names what it is for: ellipsoid, ellipsoid_contract, eclp, eclp_onswap, clp2, clp2_v2, clp3, fixedpoint, weighted,", help, StringComparison.Ordinal);
    }

    private static JsonObject Example()
    {
        string text = File.ReadAllText(Repository.PathOf("fixtures", "README.md"));
        return JsonNode.Parse(text.Split("```json\n")[1].Split("```")[0])!.AsObject();
    }
}
