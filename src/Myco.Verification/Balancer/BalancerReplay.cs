using Myco.Engine.Formats;
using Myco.Verification.Golden;
using Myco.Verification.Vectors;

namespace Myco.Verification.Balancer;

/// <summary>Replays a pool file of Balancer's ports: the state of one pool, with the results of swaps, adds and removes on it, each on a fresh state.</summary>
/// <remarks>Told by its shape, for it names no format. Results are equal or the case fails; a pool type or hook that is not known fails every case.
/// The pools are older ones: their rules are those before the vectors' commit. Source: spec/04-onchain-math.md §2.</remarks>
internal static class BalancerReplay
{
    /// <summary>What messages call the format.</summary>
    public const string Format = "a Balancer pool file";

    private static readonly string[] RootKeys = ["pool", "swaps", "adds", "removes"];

    /// <summary>Whether the file has the shape of one.</summary>
    public static bool Fits(VectorNode root) =>
        root.Has("pool") && (root.Has("swaps") || root.Has("adds") || root.Has("removes")) && !root.Has("header") && !root.Has("format");

    /// <summary>Replays the whole file into a tally.</summary>
    /// <exception cref="DocumentException">The file is malformed.</exception>
    public static void Run(VectorNode root, VectorTally tally)
    {
        KnownKeys.FailUnknown(root, RootKeys, Format, tally);
        BalancerPoolFile file = BalancerPoolFile.Read(root["pool"]);
        IBalancerCalls? calls = null;
        string why = string.Empty;
        try
        {
            calls = BalancerPools.Of(file);
        }
        catch (Exception exception) when (exception is DocumentException or ArgumentException)
        {
            why = exception.Message;
        }

        int cases = 0;
        foreach ((string kind, VectorNode node) in Cases(root))
        {
            cases++;
            string? difference = calls is null ? why : Difference(calls, kind, node);
            if (difference is null)
            {
                tally.Pass(kind, node.Where);
            }
            else
            {
                tally.Fail(kind, node.Where, difference);
            }
        }

        if (cases == 0)
        {
            tally.Fail("cases", "pool", "the file holds no case; it verifies nothing");
        }
    }

    private static IEnumerable<(string Kind, VectorNode Node)> Cases(VectorNode root)
    {
        foreach (string list in root.Keys().Where(key => key is "swaps" or "adds" or "removes"))
        {
            foreach (VectorNode node in root[list].List())
            {
                string key = list == "swaps" ? "swapKind" : "kind";
                string kind = node.Has(key) ? node[key].Text() : "without a kind";
                yield return ($"{list[..^1]} {kind}", node);
            }
        }
    }

    private static string? Difference(IBalancerCalls calls, string kind, VectorNode node)
    {
        try
        {
            GoldenCall call = new(node, null);
            VectorNode expected = calls.Run(kind, call);
            return call.Fault.IsRaised
                ? $"refused: {RevertComparison.InWords(Engine.Pools.FaultReverts.ToRevert(call.Fault))}; the contract has {expected.Written()}"
                : ResultComparison.Difference(expected, call.Returned);
        }
        catch (DocumentException exception)
        {
            return exception.Message;
        }
        catch (Exception exception)
        {
            // What an operation cannot take, such as another number of amounts than tokens, fails its case, not the run.
            return $"the replay ended in {exception.GetType().Name}: {exception.Message}; check the shape of {node.Where}";
        }
    }
}
