using System.Text.Json;
using Myco.Engine.Pools;

namespace Myco.Cli.Verification.Golden;

/// <summary>Replays <c>golden-vectors-1</c>: every case of every function, results digit by digit, reverts by kind.</summary>
internal static class GoldenReplay
{
    /// <summary>The name of the format.</summary>
    public const string Format = "golden-vectors-1";

    /// <summary>Replays the whole file into a tally.</summary>
    /// <param name="root">The file.</param>
    /// <param name="name">The name of the file without its extension, which tells the library.</param>
    /// <param name="tally">Where cases are counted by function.</param>
    public static void Run(VectorNode root, string name, VectorTally tally)
    {
        if (GoldenLibraries.Find(name) is not GoldenLibrary library)
        {
            tally.Fail("library", name, $"no library is named '{name}'; nothing of the file was replayed");
            return;
        }

        Dictionary<string, VectorNode> sets = root.Keys().Contains("paramSets") ? root["paramSets"].List().ToDictionary(set => set["id"].Text()) : [];
        foreach (VectorNode node in root["cases"].List())
        {
            string function = node["fn"].Text();
            if (!library.Functions.TryGetValue(function, out Action<GoldenCall>? replay))
            {
                tally.Fail(function, node.Where, $"'{function}' is no function of {library.Name}");
                continue;
            }

            GoldenCall call = new(node["in"], node.Keys().Contains("ps") ? sets[node["ps"].Text()] : null);
            replay(call);
            string? difference = Difference(node, call, library.Era);
            if (difference is null)
            {
                tally.Pass(function, node.Where);
            }
            else
            {
                tally.Fail(function, node.Where, difference);
            }
        }
    }

    private static string? Difference(VectorNode node, GoldenCall call, ContractEra era)
    {
        Revert revert = call.Fault.ToRevert();
        bool expected = node.Keys().Contains("revert");
        if (revert == Revert.None)
        {
            return expected ? $"a result; the contract reverts: {node["revert"].Element.GetRawText()}" : Difference(Flatten(node["out"]), call.Returned);
        }

        if (!expected)
        {
            return $"refused: {revert}; the contract has {node["out"].Element.GetRawText()}";
        }

        return RevertDifference(node["revert"], revert, era);
    }

    private static string? RevertDifference(VectorNode expected, Revert revert, ContractEra era)
    {
        string kind = expected["kind"].Text();
        if (kind == "any")
        {
            return null;
        }

        ChainError error = RevertCatalog.OnChain(revert, era);
        string key = kind switch { "custom" => "error", "panic" => "code", _ => "message" };
        string text = expected[key].Text();
        ChainErrorKind expectedKind = kind switch { "custom" => ChainErrorKind.Custom, "panic" => ChainErrorKind.Panic, _ => ChainErrorKind.Message };
        return error.Kind == expectedKind && error.Text == text
            ? null
            : $"{revert} ({error.Kind} {error.Text}); the contract reverts with {kind} {text}";
    }

    private static string? Difference(Dictionary<string, string> expected, Dictionary<string, string> returned)
    {
        foreach ((string path, string text) in expected)
        {
            if (!returned.TryGetValue(path, out string? value))
            {
                return $"{path} is not returned; the contract has {text}";
            }

            if (value != text)
            {
                return $"{path} is {value}; the contract has {text}";
            }
        }

        return null;
    }

    private static Dictionary<string, string> Flatten(VectorNode node)
    {
        Dictionary<string, string> flat = [];
        Add(node, string.Empty, flat);
        return flat;
    }

    private static void Add(VectorNode node, string path, Dictionary<string, string> flat)
    {
        switch (node.Element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (string key in node.Keys())
                {
                    Add(node[key], path.Length == 0 ? key : $"{path}.{key}", flat);
                }

                break;
            case JsonValueKind.Array:
                List<VectorNode> items = node.List();
                for (int i = 0; i < items.Count; i++)
                {
                    Add(items[i], $"{path}[{i}]", flat);
                }

                break;
            case JsonValueKind.True or JsonValueKind.False:
                flat[path] = node.Flag() ? "true" : "false";
                break;
            default:
                flat[path] = node.Text();
                break;
        }
    }
}
