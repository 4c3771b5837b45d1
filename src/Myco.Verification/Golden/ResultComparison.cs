using System.Text.Json;
using Myco.Engine.Formats;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The results of a vector against those of the engine, by path and as text: equal, no tolerance.</summary>
/// <remarks>A file may leave a result out, but not all of them, nor elements of a list.</remarks>
internal static class ResultComparison
{
    /// <summary>The first difference; null when there is none.</summary>
    /// <param name="expected">The case's <c>out</c>.</param>
    /// <param name="returned">What the engine returned, path → text.</param>
    /// <exception cref="DocumentException">The results are malformed.</exception>
    public static string? Difference(VectorNode expected, Dictionary<string, string> returned)
    {
        List<(string Path, string Text)> flat = [];
        List<string> ends = [];
        Flatten(expected, string.Empty, flat, ends);
        foreach ((string path, string text) in flat)
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

        if (returned.Keys.FirstOrDefault(path => ends.Exists(end => path.StartsWith(end, StringComparison.Ordinal))) is string beyond)
        {
            return $"{beyond} is {returned[beyond]}; the contract's list ends before it";
        }

        return flat.Count == 0 && returned.Count > 0 ? $"the case names no result; the engine returns {string.Join(", ", returned.Keys.Take(4))}" : null;
    }

    private static void Flatten(VectorNode node, string path, List<(string Path, string Text)> flat, List<string> ends)
    {
        switch (node.Kind)
        {
            case JsonTokenType.StartObject:
                foreach (string key in node.Keys())
                {
                    Flatten(node[key], path.Length == 0 ? key : $"{path}.{key}", flat, ends);
                }

                break;
            case JsonTokenType.StartArray:
                List<VectorNode> items = node.List();
                for (int i = 0; i < items.Count; i++)
                {
                    Flatten(items[i], $"{path}[{i}]", flat, ends);
                }

                ends.Add($"{path}[{items.Count}]");
                break;
            case JsonTokenType.True or JsonTokenType.False:
                flat.Add((path, node.Flag() ? "true" : "false"));
                break;
            default:
                flat.Add((path, node.Text()));
                break;
        }
    }
}
