using System.Text.Json.Nodes;
using Myco.Engine.Formats;
using Myco.Verification.Vectors;

namespace Myco.Verification.Tests.Golden;

/// <summary>GoldenReplay of a file, each case a GoldenCall: ResultComparison, RevertComparison and GoldenCounts each name the one thing that is wrong.</summary>
public sealed class GoldenReplayTests
{
    [Fact]
    public void A_good_file_passes_with_every_case_counted_and_its_reverts()
    {
        VectorKind[] kinds = [.. Replay(SmallFile.Create()).Counts(SmallFile.Cases, 0).Tally!.Kinds];
        Assert.Equal(SmallFile.Cases, kinds.Sum(kind => kind.Cases));
        Assert.Equal(5, kinds.Sum(kind => kind.Reverts));
    }

    public static TheoryData<string, Action<JsonObject>> Damages => new()
    {
        { "the contract has 1", file => SmallFile.Case(file, "out")["out"]!["invariant"] = "1" },
        { "is not returned; the contract has 7", file => SmallFile.Case(file, "out")["out"]!["extra"] = "7" },
        { "the case names no result", file => SmallFile.Case(file, "out")["out"] = new JsonObject() },
        { "refused: ", file => Swap(file, "revert", "out", new JsonObject { ["invariant"] = "33" }) },
        { "a result; the contract reverts with", file => Swap(file, "out", "revert", new JsonObject { ["kind"] = "any" }) },
        { "is no function of stable; known are ", file => SmallFile.Case(file, "out")["fn"] = "computeAnything" },
        { "no parameter set has that id", file => SmallFile.Case(file, "out")["ps"] = "nowhere" },
        { "names no parameter set", file => SmallFile.Case(file, "out").Remove("ps") },
        { "'hue' is no key of a case", file => SmallFile.Case(file, "out")["hue"] = 1 },
        { "either \"out\" or \"revert\"", file => SmallFile.Case(file, "out")["revert"] = new JsonObject { ["kind"] = "any" } },
        { "either \"out\" or \"revert\"", file => SmallFile.Case(file, "out").Remove("out") },
        { "in is missing", file => SmallFile.Case(file, "out").Remove("in") },
        { "fn is missing", file => SmallFile.Case(file, "out").Remove("fn") },
        { "must be a list", file => SmallFile.Case(file, "out")["in"]!["balances"] = "4" },
        { "from 0 to 2^256 - 1", file => SmallFile.Case(file, "out")["in"]!["balances"]![0] = "-4" },
        { "the limit is 1024", file => SmallFile.Case(file, "out")["in"]!["balances"] = new JsonArray([.. Enumerable.Range(0, 1025).Select(_ => (JsonNode)"1")]) },
        { "kind is 'gentle'; known are custom", file => SmallFile.Case(file, "revert")["revert"]!["kind"] = "gentle" },
        { "has the key 'why'", file => SmallFile.Case(file, "revert")["revert"]!["why"] = "so" },
        { "the contract reverts with {\"kind\":\"empty\"}", file => SmallFile.Case(file, "revert")["revert"] = new JsonObject { ["kind"] = "empty" } },
        { "refused by another reason: ", file => SmallFile.Case(file, "revert", "panic")["revert"]!["code"] = "1" },
        { "refused by another reason: ", file => SmallFile.Case(file, "revert", "custom")["revert"] = new JsonObject { ["kind"] = "custom", ["error"] = "MaxInRatio()" } },
        { "refused by another reason: ", file => SmallFile.Case(file, "revert", "custom")["revert"] = new JsonObject { ["kind"] = "custom", ["selector"] = "0x340a4533" } },
        { "that of MaxInRatio() is 0x340a4533", file => SmallFile.Case(file, "revert", "custom")["revert"]!["error"] = "MaxInRatio()" },
        { "header.counts.cases: counts: is 15; the file holds 14", file => file["header"]!["counts"] = new JsonObject { ["cases"] = 15 } },
        { "header.counts.reverts: counts: is 4; the file holds 5", file => file["header"]!["counts"] = new JsonObject { ["reverts"] = 4 } },
        { "'computeInvariant' is in the file and not counted there", file => file["header"]!["counts"] = new JsonObject { ["perFunction"] = Counts(file, "computeInvariant") } },
        { "header.counts.functions.computeInvariant: counts: is 1; the file holds ", file => file["header"]!["counts"] = Functions(file) },
        { "header.counts.refusals.NoSuchError(): counts: is 1; the file holds 0", file => file["header"]!["counts"] = Refusals(file) },
        { "'colours' is no key of golden-vectors-1", file => file["header"]!["counts"] = new JsonObject { ["colours"] = 3 } },
        { "'tints' is no key of golden-vectors-1", file => file["tints"] = new JsonArray() },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void One_wrong_thing_is_one_failure_named(string what, Action<JsonObject> damage)
    {
        JsonObject file = SmallFile.Create();
        damage(file);
        Replay(file).HasOneFailure(what);
    }

    [Theory]
    [InlineData("{\"header\":{\"schema\":\"golden-vectors-1\"},\"cases\":{}}", "cases must be a list")]
    [InlineData("{\"header\":{\"schema\":\"golden-vectors-1\"}}", "cases is missing")]
    [InlineData("{\"header\":{\"schema\":\"golden-vectors-1\",\"library\":\"stable\"},\"paramSets\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"cases\":[]}", "paramSets[1].id is 'a', as that of paramSets[0]")]
    [InlineData("{\"header\":{\"schema\":\"golden-vectors-1\",\"library\":\"stable\"},\"paramSets\":[{}],\"cases\":[]}", "paramSets[0].id is missing")]
    [InlineData("{\"header\":{\"schema\":\"golden-vectors-1\",\"schema\":\"golden-vectors-1\"},\"cases\":[]}", "'schema' stands twice")]
    [InlineData("{\"header\":{},\"cases\":[]}", "header.schema is missing")]
    public void A_file_without_its_parts_is_refused(string text, string what) => VectorRun.Of("stable", text).IsRefused(what);

    [Theory]
    [InlineData("{\n  \"header\": }", 2, 13)]
    [InlineData("{\n  \"header\": {\"schema\": \"golden-vectors-1\"},\n  \"cases\": 7\n}", 3, 12)]
    [InlineData("{\n  \"header\": {\n  \"schema\": \"x\", \"schema\": \"x\"}\n}", 3, 18)]
    [InlineData("{\n  \"header\": {}\n}", 2, 13)]
    public void A_refusal_has_its_line_and_column(string text, int line, int column)
    {
        DocumentException? refusal = VectorRun.Of("stable", text).Refusal;
        Assert.Equal((line, column), (refusal!.Line, refusal.Column));
    }

    [Fact]
    public void A_file_without_cases_verifies_nothing_and_fails()
    {
        JsonObject file = SmallFile.Create();
        file["cases"] = new JsonArray();
        Replay(file).HasOneFailure("verifies nothing");
    }

    [Fact]
    public void A_selector_alone_and_any_are_enough_and_remarks_are_no_vectors()
    {
        JsonObject file = SmallFile.Create();
        JsonObject revert = SmallFile.Case(file, "revert", "custom")["revert"]!.AsObject();
        revert.Remove("error");
        SmallFile.Case(file, "revert", "panic")["revert"] = new JsonObject { ["kind"] = "any" };
        SmallFile.Case(file, "out")["note"] = "a remark";
        Replay(file).Counts(SmallFile.Cases, 0);
    }

    private static VectorRun Replay(JsonObject file) => VectorRun.Of("stable", file);

    private static void Swap(JsonObject file, string from, string to, JsonObject value)
    {
        JsonObject node = SmallFile.Case(file, from);
        node.Remove(from);
        node[to] = value;
    }

    private static JsonObject Counts(JsonObject file, string except) => new(file["cases"]!.AsArray()
        .GroupBy(node => (string)node!["fn"]!)
        .Where(group => group.Key != except)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonObject { ["cases"] = group.Count() })));

    private static JsonObject Functions(JsonObject file) => new()
    {
        ["functions"] = new JsonObject(file["cases"]!.AsArray()
            .GroupBy(node => (string)node!["fn"]!)
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)(group.Key == "computeInvariant" ? 1 : group.Count())))),
    };

    private static JsonObject Refusals(JsonObject file) => new()
    {
        ["refusals"] = new JsonObject(file["cases"]!.AsArray()
            .Select(node => node!["revert"])
            .OfType<JsonNode>()
            .GroupBy(node => (string)(node["error"] ?? node["code"])!)
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Count()))
            .Append(KeyValuePair.Create("NoSuchError()", (JsonNode?)1))),
    };
}
