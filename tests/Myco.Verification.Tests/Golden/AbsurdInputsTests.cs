using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Myco.TestSupport;

namespace Myco.Verification.Tests.Golden;

/// <summary>Every input of every function of every library, at and beyond the edges, a verdict on each: Clp2Replay, Clp2V2Replay, Clp3Replay, EclpReplay, EclpOnSwapReplay,
/// EllipsoidReplay, FixedPointReplay, LbpReplay, PammReplay, QuantAmmReplay, ReserveSafetyReplay, StableReplay, SurgeReplay, VaultReplay with VaultCalls and VaultStates,
/// WeightedReplay: no crash, no hang.</summary>
public sealed partial class AbsurdInputsTests
{
    private static readonly string[] Integers =
    [
        "0", "1", "2", "999999999999999999", "1000000000000000000", "1000000000000000001", "340282366920938463463374607431768211455", "340282366920938463463374607431768211456",
        "57896044618658097711785492504343953926634992332820282019728792003956564819967", "57896044618658097711785492504343953926634992332820282019728792003956564819968",
        "115792089237316195423570985008687907853269984665640564039457584007913129639935", "115792089237316195423570985008687907853269984665640564039457584007913129639936",
        "-1", "-57896044618658097711785492504343953926634992332820282019728792003956564819968", "2147483647", "2147483648", "8", "9",
    ];

    public static TheoryData<string> Libraries => [.. ChainErrors.Files
        .Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "surface")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Every_case_gets_a_verdict(string name)
    {
        JsonObject full = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", $"{name}.json")))!.AsObject();
        JsonArray cases = [];
        JsonArray sets = [];
        foreach (IGrouping<string, JsonNode?> group in full["cases"]!.AsArray().GroupBy(node => (string)node!["fn"]!))
        {
            JsonObject first = (group.FirstOrDefault(node => node!["out"] is not null) ?? group.First())!.AsObject();
            JsonNode? set = full["paramSets"]?.AsArray().FirstOrDefault(candidate => (string)candidate!["id"]! == (string?)first["ps"]);
            AddChanged(first, "in", set, cases, sets);
            AddChanged(first, "set", set, cases, sets);
        }

        VectorRun run = Replay(name, full, cases, sets);
        int failed = run.Failures.Count;
        Assert.True(failed > cases.Count / 8, $"only {failed} of {cases.Count} absurd cases differ");
        run.Counts(cases.Count - failed, failed);
        Assert.DoesNotContain(run.Failures, line => Ended().IsMatch(line));
    }

    /// <summary>Adds the case once for each of its numbers, or of its parameter set's, and each word, every list also empty and once longer.</summary>
    private static void AddChanged(JsonObject original, string part, JsonNode? set, JsonArray cases, JsonArray sets)
    {
        JsonNode? root = part == "in" ? original["in"] : set;
        foreach (string path in root is null ? [] : Paths(root, string.Empty))
        {
            for (int word = 0; word < Integers.Length; word++)
            {
                JsonObject changed = original.DeepClone().AsObject();
                JsonNode? changedSet = set?.DeepClone();
                Change(part == "in" ? changed["in"]! : changedSet!, path, word);
                if (changedSet is not null)
                {
                    string id = $"s{sets.Count}";
                    changed["ps"] = id;
                    changedSet["id"] = id;
                    sets.Add(changedSet);
                }

                cases.Add(changed);
            }
        }
    }

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject group => group.Where(entry => entry.Key is not ("id" or "origin" or "kind" or "poolType")).SelectMany(entry => Paths(entry.Value, $"{path}/{entry.Key}")),
        JsonArray list => list.Select((item, index) => Paths(item, $"{path}/{index}")).SelectMany(paths => paths).Append(path),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.String or System.Text.Json.JsonValueKind.Number => [path],
        _ => [],
    };

    private static void Change(JsonNode root, string path, int word)
    {
        string[] keys = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        JsonNode parent = root;
        foreach (string key in keys[..^1])
        {
            parent = parent is JsonArray list ? list[int.Parse(key)]! : parent[key]!;
        }

        if (parent is JsonArray items)
        {
            items[int.Parse(keys[^1])] = Integers[word];
        }
        else if (parent[keys[^1]] is JsonArray array)
        {
            parent[keys[^1]] = word % 2 == 0 ? new JsonArray() : new JsonArray([.. array.Select(item => item?.DeepClone()), .. Enumerable.Repeat(0, word).Select(_ => (JsonNode?)Integers[word])]);
        }
        else
        {
            parent[keys[^1]] = Integers[word];
        }
    }

    private static VectorRun Replay(string name, JsonObject full, JsonArray cases, JsonArray sets)
    {
        JsonObject header = full["header"]!.DeepClone().AsObject();
        header.Remove("counts");
        JsonObject file = new() { ["header"] = header, ["paramSets"] = sets, ["cases"] = cases };
        return VectorRun.Of(name, file);
    }

    // A guard for embedders may speak (ArgumentException); a list too short for an index of the case may end its case. Anything else is a defect.
    [GeneratedRegex(@"the replay ended in (?!Argument\w*Exception|IndexOutOfRangeException)")]
    private static partial Regex Ended();
}
