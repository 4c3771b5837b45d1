using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Verification.Vectors;

namespace Myco.Verification.Eclp;

/// <summary>Reads <c>eclp.json</c>: the parameter sets, and what the contracts answered to swaps on them.</summary>
/// <remarks>Provenance and layout: <c>fixtures/README.md</c>.</remarks>
public static class EclpVectors
{
    private const string OutGivenIn = "calcOutGivenIn";
    private const string InGivenOut = "calcInGivenOut";

    /// <summary>Every set, in the order of the file.</summary>
    /// <exception cref="DocumentException">The text is malformed.</exception>
    public static IReadOnlyList<EclpVectorSet> Read(Stream stream)
    {
        VectorNode root = VectorDocument.Read(stream);
        ILookup<string, EclpSwapVector> swaps = root["cases"].List()
            .Where(node => node["fn"].Text() is OutGivenIn or InGivenOut)
            .ToLookup(node => node["ps"].Text(), Swap);
        return [.. root["paramSets"].List().Select(set => new EclpVectorSet(
            set["id"].Text(), set["kind"].Text(), set["valid"].Flag(), EclpFields.Curve(set), EclpFields.Derived(set), [.. swaps[set["id"].Text()]]))];
    }

    private static EclpSwapVector Swap(VectorNode node)
    {
        VectorNode input = node["in"];
        (SwapKind kind, string given, string asked) = node["fn"].Text() == OutGivenIn
            ? (SwapKind.ExactIn, "amountIn", "amountOut")
            : (SwapKind.ExactOut, "amountOut", "amountIn");
        return new(
            kind,
            input["tokenInIsToken0"].Flag() ? 0 : 1,
            [input["x"].UInt(), input["y"].UInt()],
            input[given].UInt(),
            node.Has("out") ? node["out"][asked].UInt() : null);
    }
}
