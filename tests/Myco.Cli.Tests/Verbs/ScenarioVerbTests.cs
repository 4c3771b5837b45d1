using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Myco.Cli.Console;
using Myco.TestSupport;

namespace Myco.Cli.Tests.Verbs;

/// <summary>ScenarioVerb and ScenarioRunVerb: the list, a scenario to start from, a course as table, CSV, JSON or picture.</summary>
public sealed class ScenarioVerbTests
{
    private static readonly string[] Names = ["token-launch", "bank-run", "mixed-issuance"];

    public static TheoryData<string> Scenarios => new(Names);

    [Fact]
    public void The_list_has_all_three_and_each_can_be_written_and_run()
    {
        string list = CliRun.Of("scenario", "list").Output;
        Assert.All(Names, name => Assert.Contains(name, list, StringComparison.Ordinal));
        using Folder folder = new();
        foreach (string name in Names)
        {
            Assert.Equal(ExitCode.Done, CliRun.Of("scenario", "new", folder[$"{name}.json"], "--from", name).Code);
            Assert.Equal(CliRun.Of("scenario", "run", name, "--format", "csv").OutputBytes, CliRun.Of("scenario", "run", folder[$"{name}.json"], "--format", "csv").OutputBytes);
        }

        CliRun.Of("scenario", "new", folder["bank-run.json"]).IsRefused("--force");
        Assert.Equal(File.ReadAllBytes(folder["bank-run.json"]), CliRun.Of("scenario", "new").OutputBytes);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Table_and_JSON_and_CSV_tell_the_same_course(string name)
    {
        CliRun csv = CliRun.Of("scenario", "run", name, "--format", "csv");
        Assert.Equal(ExitCode.Done, csv.Code);
        Assert.StartsWith("step,time,supply,reserveValue,backingRatio,invariant,minted,burned,valueIn,valueOut,redemptionRate", csv.OutputLines[0], StringComparison.Ordinal);
        JsonElement json = JsonDocument.Parse(CliRun.Of("scenario", "run", name, "--format", "json").OutputBytes).RootElement;
        JsonElement course = json.GetProperty("course");
        Assert.Equal(csv.OutputLines.Length - 1, course.GetArrayLength());
        Assert.Equal(csv.OutputLines[^1].Split(',')[4], course[course.GetArrayLength() - 1].GetProperty("backingRatio").GetDouble().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(course[course.GetArrayLength() - 1].GetProperty("supply").GetDouble(), json.GetProperty("supply").GetDouble());
        string[] table = CliRun.Of("scenario", "run", name).OutputLines;
        Assert.Contains("course", table);
        Assert.InRange(table.Length, 30, 45);
    }

    [Fact]
    public void The_comparison_shows_what_the_design_promises()
    {
        JsonElement[] groups = [.. JsonDocument.Parse(CliRun.Of("scenario", "run", "bank-run", "--compare", "--format", "json").OutputBytes)
            .RootElement.GetProperty("payoutPerToken").EnumerateArray()];
        Assert.Equal(5, groups.Length);
        Assert.All(groups[3..], group => Assert.True(group.GetProperty("curveAndDampening").GetDouble() > group.GetProperty("parUntilEmpty").GetDouble()));
        Assert.Equal(6, CliRun.Of("scenario", "run", "bank-run", "--compare", "--format", "csv").OutputLines.Length);
        Assert.Contains("last quartile", CliRun.Of("scenario", "run", "bank-run", "--compare").Output, StringComparison.Ordinal);
        CliRun.Of("scenario", "run", "token-launch", "--compare").IsRefused("no bank run");
        CliRun.Of("scenario", "run", "bank-run", "--compare", "--format", "svg").IsRefused("leave out --compare");
    }

    [Fact]
    public void Files_are_written_whole_and_alone_and_the_seed_can_be_another()
    {
        using Folder folder = new();
        string place = folder["deep/out"];
        Assert.Equal(ExitCode.Done, CliRun.Of("scenario", "run", "bank-run", "--out", place, "--state-out", folder["state.json"]).Code);
        Assert.Equal(["bank-run.csv", "bank-run.svg"], Directory.GetFiles(place).Select(Path.GetFileName).Order());
        Assert.Equal(["state.json"], folder.Files());
        Assert.Equal(CliRun.Of("scenario", "run", "bank-run", "--format", "csv").OutputBytes, File.ReadAllBytes(Path.Combine(place, "bank-run.csv")));
        Assert.Equal(CliRun.Of("scenario", "run", "bank-run", "--format", "svg").OutputBytes, File.ReadAllBytes(Path.Combine(place, "bank-run.svg")));
        Assert.NotEqual(File.ReadAllBytes(Path.Combine(place, "bank-run.csv")), CliRun.Of("scenario", "run", "bank-run", "--seed", "2", "--format", "csv").OutputBytes);
        CliRun.Of("scenario", "run", "bank-run", "--out", folder["state.json"]).IsRefused("name a folder");
        CliRun.Of("scenario", "run", "bank-run", "--out", folder["new"], "--state-out", folder["."]).IsRefused("is a folder");
        Assert.False(Directory.Exists(folder["new"]));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_picture_is_XML_with_its_curves_inside_the_frame(string name)
    {
        XElement picture = XElement.Parse(CliRun.Of("scenario", "run", name, "--format", "svg").Output);
        double height = double.Parse(picture.Attribute("height")!.Value, CultureInfo.InvariantCulture);
        XElement[] curves = [.. picture.Elements().Where(element => element.Name.LocalName == "polyline")];
        Assert.True(curves.Length >= (name == "bank-run" ? 4 : 2));
        foreach (string[] point in curves.SelectMany(curve => curve.Attribute("points")!.Value.Split(' ')).Select(pair => pair.Split(',')))
        {
            Assert.InRange(double.Parse(point[0], CultureInfo.InvariantCulture), 0, 800);
            Assert.InRange(double.Parse(point[1], CultureInfo.InvariantCulture), 0, height);
        }

        Assert.Equal(name == "bank-run" ? 10 : 0, picture.Elements().Count(element => element.Name.LocalName == "rect") - 1);
    }

    [Fact]
    public void The_picture_that_the_README_shows_is_this_one()
    {
        string path = Repository.PathOf("fixtures", "pictures", "bank-run.svg");
        Assert.Equal(CliRun.Of("scenario", "run", "bank-run", "--format", "svg").Output, File.ReadAllText(path));
        Assert.Contains("fixtures/pictures/bank-run.svg", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_orders_are_named_and_counted()
    {
        using Folder folder = new();
        string path = folder.Write("tight.json", CliRun.Of("scenario", "new").Output.Replace("\"mint\":", "\"flowLimits\": {\"shortFlowThreshold\": 0.01},\n    \"mint\":", StringComparison.Ordinal));
        CliRun.Of("scenario", "run", path, "--max-errors", "-1").IsRefused("--max-errors is -1");
        CliRun run = CliRun.Of("scenario", "run", path, "--max-errors", "3", "--format", "csv");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Equal(4, run.ErrorLines.Length);
        Assert.StartsWith("bank-run: step ", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("more refused", run.ErrorLines[3], StringComparison.Ordinal);
        Assert.Equal(122, run.OutputLines.Length);
    }

    [Theory]
    [InlineData("\"steps\": 121", "\"steps\": 12,\n  \"steps\": 121", "'steps' stands twice")]
    [InlineData("\"stepSeconds\": 21600", "\"stepSeconds\": -1", "stepSeconds is -1")]
    [InlineData("[0.2039450224893684, 0.3217947887104398, 0.1834251284388545, 0.29083506036133727]", "[0.25, 0.25, 0.25, 0.25]", "the first deposit of 1000000 is refused, PriceBox")]
    [InlineData("\"priceLower\": [0.4, 0.4, 0.4, 1]", "\"priceLower\": [4, 0.4, 0.4, 1]", "tight.json:37:22: parameters.surface.priceLower[0] leaves par out")]
    [InlineData("\"stretch\": [2,", "\"stretch\": [0,", "tight.json:35:18: parameters.surface.stretch makes no surface")]
    public void A_bad_file_is_one_line_and_nothing_is_written(string good, string bad, string what)
    {
        using Folder folder = new();
        string text = CliRun.Of("scenario", "new").Output;
        Assert.Contains(good, text, StringComparison.Ordinal);
        string path = folder.Write("tight.json", text.Replace(good, bad, StringComparison.Ordinal));
        CliRun.Of("scenario", "run", path, "--out", folder["out"], "--state-out", folder["state.json"]).IsRefused(what);
        Assert.Equal(["tight.json"], folder.Files());
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("is no scenario and no file", "scenario", "run", "picnic")]
    [InlineData("no such file", "scenario", "run", "picnic.json")]
    [InlineData("see 'myco scenario --help'", "scenario", "fly")]
    [InlineData("see 'myco scenario run --help'", "scenario", "run")]
    [InlineData("'picnic'", "scenario", "new", "--from", "picnic")]
    [InlineData("--seed", "scenario", "run", "bank-run", "--seed", "-1")]
    public void Wrong_usage_is_one_line(string what, params string[] arguments) => CliRun.Of(arguments).IsRefused(what);

    [Theory]
    [InlineData("run")]
    [InlineData("list")]
    [InlineData("new")]
    public void Every_verb_of_it_has_help_with_an_example(string verb)
    {
        string help = CliRun.Of("scenario", verb, "--help").Output;
        Assert.Contains($"myco scenario {verb}", help[help.IndexOf("Example:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
