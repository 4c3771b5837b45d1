using System.Text.Json.Nodes;
using Myco.TestSupport;

namespace Myco.Verification.Tests.Golden;

/// <summary>A small file of golden-vectors-1, cut from a large one: results, reverts of each form, parameter sets, lists.</summary>
internal static class SmallFile
{
    public const int Cases = 14;

    /// <summary>Four kinds of case of stable.json: plain results, a custom error, a panic, truths.</summary>
    public static JsonObject Create()
    {
        JsonObject full = JsonNode.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "stable.json")))!.AsObject();
        JsonNode[] all = [.. full["cases"]!.AsArray().Select(node => node!)];
        JsonNode[] chosen =
        [
            .. all.Where(node => node["out"] is not null && (string)node["fn"]! == "computeInvariant").Take(4),
            .. all.Where(node => (string)node["fn"]! == "poolOnSwap" && node["out"] is not null).Take(3),
            .. all.Where(node => (string?)node["revert"]?["kind"] == "custom").Take(3),
            .. all.Where(node => (string?)node["revert"]?["kind"] == "panic").Take(2),
            .. all.Where(node => (string)node["fn"]! == "poolAmplification").Take(2),
        ];
        JsonObject header = full["header"]!.DeepClone().AsObject();
        header.Remove("counts");
        HashSet<string> sets = [.. chosen.Select(node => (string?)node["ps"]).OfType<string>()];
        return new()
        {
            ["header"] = header,
            ["paramSets"] = new JsonArray([.. full["paramSets"]!.AsArray().Where(set => sets.Contains((string)set!["id"]!)).Select(set => set!.DeepClone())]),
            ["cases"] = new JsonArray([.. chosen.Select(node => node.DeepClone())]),
        };
    }

    /// <summary>The first case with a result, the first with a revert of that form.</summary>
    public static JsonObject Case(JsonObject file, string key, string? kind = null) => file["cases"]!.AsArray()
        .Select(node => node!.AsObject())
        .First(node => node.ContainsKey(key) && (kind is null || (string?)node[key]!["kind"] == kind));
}
