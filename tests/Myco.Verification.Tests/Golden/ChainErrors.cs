using System.Text.Json.Nodes;
using Myco.TestSupport;

namespace Myco.Verification.Tests.Golden;

/// <summary>The reverts of the vector files, read without the program.</summary>
internal static class ChainErrors
{
    public static IEnumerable<string> Files => Directory.GetFiles(Repository.PathOf("fixtures", "vectors"), "*.json").Order(StringComparer.Ordinal);

    /// <summary>Every different revert of a file of the chain's vectors, with the file's name.</summary>
    public static IEnumerable<(string File, string Kind, string? Text, string? Selector)> All() => Files
        .Select(path => (Name: Path.GetFileNameWithoutExtension(path), Root: JsonNode.Parse(File.ReadAllBytes(path))!.AsObject()))
        .Where(file => file.Root.ContainsKey("cases"))
        .SelectMany(file => file.Root["cases"]!.AsArray()
            .Select(node => node!["revert"]?.AsObject())
            .OfType<JsonObject>()
            .Select(revert => (file.Name, Text(revert["kind"])!, Text(revert["error"] ?? revert["code"] ?? revert["message"]), Text(revert["selector"])))
            .Distinct());

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
