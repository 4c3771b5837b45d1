using Myco.Engine.Formats;
using Myco.Engine.Pools;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>Replays <c>golden-vectors-1</c>: every case of every function, results digit by digit, reverts by kind.</summary>
/// <remarks>A malformed case, an unknown function and a replay that throws each fail their own case; a malformed header or parameter set
/// refuses the file.</remarks>
internal static class GoldenReplay
{
    /// <summary>The name of the format.</summary>
    public const string Format = "golden-vectors-1";

    private const string Malformed = "malformed case";
    private static readonly string[] RootKeys = ["header", "paramSets", "cases"];
    private static readonly string[] CaseKeys = ["fn", "ps", "in", "out", "revert"];

    /// <summary>Replays the whole file into a tally.</summary>
    /// <param name="root">The file.</param>
    /// <param name="name">The name of the file without its extension, which may tell the library.</param>
    /// <param name="tally">Where cases are counted by function.</param>
    /// <exception cref="DocumentException">The header or a parameter set is malformed.</exception>
    public static void Run(VectorNode root, string name, VectorTally tally)
    {
        VectorNode header = root["header"];
        List<VectorNode> cases = root["cases"].List();
        List<(string Function, string? Error)> named = [.. cases.Select(node => (FunctionOf(node), RevertComparison.ErrorOf(node)))];
        KnownKeys.FailUnknown(root, RootKeys, Format, tally);
        if (GoldenLibraries.Of(header, name, [.. named.Select(entry => entry.Function)], out string problem) is not GoldenLibrary library)
        {
            tally.Fail("library", "header", $"{problem}; nothing of the file was replayed");
            return;
        }

        Dictionary<string, VectorNode> sets = ParameterSets(root);
        for (int i = 0; i < cases.Count; i++)
        {
            Count(cases[i], named[i].Function, named[i].Error is not null, library, sets, tally);
        }

        if (cases.Count == 0)
        {
            tally.Fail("cases", "cases", "the list is empty; a file without cases verifies nothing");
        }

        if (header.Has("counts"))
        {
            GoldenCounts.Check(header["counts"], named, tally);
        }
    }

    private static string FunctionOf(VectorNode node) =>
        node.Has("fn") && node["fn"].IsString ? node["fn"].Text() : Malformed;

    private static Dictionary<string, VectorNode> ParameterSets(VectorNode root)
    {
        Dictionary<string, VectorNode> sets = [];
        foreach (VectorNode set in root.Has("paramSets") ? root["paramSets"].List() : [])
        {
            if (!sets.TryAdd(set["id"].Text(), set))
            {
                throw set["id"].Problem($"is '{set["id"].Text()}', as that of {sets[set["id"].Text()].Where}; give each set its own");
            }
        }

        return sets;
    }

    private static void Count(
        VectorNode node, string function, bool reverts, GoldenLibrary library, Dictionary<string, VectorNode> sets, VectorTally tally)
    {
        string? difference;
        try
        {
            difference = Replay(node, library, sets);
        }
        catch (DocumentException exception)
        {
            difference = exception.Message;
        }

        if (difference is null)
        {
            tally.Pass(function, node.Where, reverts);
        }
        else
        {
            tally.Fail(function, node.Where, difference, reverts);
        }
    }

    private static string? Replay(VectorNode node, GoldenLibrary library, Dictionary<string, VectorNode> sets)
    {
        string function = node["fn"].Text();
        if (KnownKeys.FirstUnknown(node, CaseKeys) is string key)
        {
            return $"'{key}' is no key of a case; known are {string.Join(", ", CaseKeys)}";
        }

        if (node.Has("out") == node.Has("revert"))
        {
            return "a case has either \"out\" or \"revert\"; give it one of them";
        }

        if (!library.Functions.TryGetValue(function, out Action<GoldenCall>? replay))
        {
            return $"'{function}' is no function of {library.Name}; known are {string.Join(", ", library.Functions.Keys.Order(StringComparer.Ordinal))}";
        }

        VectorNode? set = null;
        if (node.Has("ps"))
        {
            set = sets.TryGetValue(node["ps"].Text(), out VectorNode found)
                ? found
                : throw node["ps"].Problem($"is '{node["ps"].Text()}', and no parameter set has that id; add it");
        }

        GoldenCall call = new(node["in"], set);
        Invoke(replay, call);
        return Difference(node, call, library.Era);
    }

    private static void Invoke(Action<GoldenCall> replay, GoldenCall call)
    {
        try
        {
            replay(call);
        }
        catch (Exception exception) when (exception is not DocumentException)
        {
            // A list shorter than an index needs: what the function cannot take fails its case, not the run.
            throw call.Input.Problem($"has a shape that its function cannot take: the replay ended in {exception.GetType().Name}: {exception.Message}; check it", exception);
        }
    }

    private static string? Difference(VectorNode node, GoldenCall call, ContractEra era)
    {
        Revert revert = call.Fault.ToRevert();
        if (node.Has("revert"))
        {
            return revert == Revert.None
                ? $"a result; the contract reverts with {node["revert"].Written()}"
                : RevertComparison.Difference(node["revert"], revert, era);
        }

        return revert == Revert.None
            ? ResultComparison.Difference(node["out"], call.Returned)
            : $"refused: {RevertComparison.InWords(revert)}; the contract has {node["out"].Written()}";
    }
}
