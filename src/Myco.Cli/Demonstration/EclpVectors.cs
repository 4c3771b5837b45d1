using System.Text.Json;
using Myco.Engine;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Integers;

namespace Myco.Cli.Demonstration;

/// <summary>The real-world E-CLP parameter sets and what the contracts answered for them, from the file built into the program.</summary>
/// <remarks>Provenance and layout: <c>fixtures/README.md</c>. Parameters and amounts are integers of 18 decimals, derived parameters of 38.</remarks>
internal static class EclpVectors
{
    private const string Resource = "eclp.json";

    /// <summary>One parameter set with its swap cases.</summary>
    /// <param name="Id">The set's name in the file.</param>
    /// <param name="Parameters">The parameters, as the contract stores them.</param>
    /// <param name="Cases">The swaps.</param>
    public sealed record ParameterSet(string Id, EclpParameters Parameters, IReadOnlyList<SwapCase> Cases);

    /// <summary>One swap in the chain's integers.</summary>
    /// <param name="Kind">Which amount is given.</param>
    /// <param name="AssetIn">The asset paid in, 0 or 1; the other is paid out.</param>
    /// <param name="Balances">The balances.</param>
    /// <param name="Amount">The amount given.</param>
    /// <param name="Result">The contract's amount; null where it refused.</param>
    public sealed record SwapCase(SwapKind Kind, int AssetIn, UInt256[] Balances, UInt256 Amount, UInt256? Result)
    {
        /// <summary>The asset paid out.</summary>
        public int AssetOut => 1 - AssetIn;
    }

    /// <summary>Reads the sets of kind <c>real</c>.</summary>
    public static List<ParameterSet> ReadReal()
    {
        using Stream stream = typeof(EclpVectors).Assembly.GetManifestResourceStream(Resource)!;
        using JsonDocument document = JsonDocument.Parse(stream);
        ILookup<string, JsonElement> cases = document.RootElement.GetProperty("cases").EnumerateArray()
            .Where(element => Text(element, "fn") is "calcOutGivenIn" or "calcInGivenOut")
            .ToLookup(element => Text(element, "ps"));
        return [.. document.RootElement.GetProperty("paramSets").EnumerateArray()
            .Where(set => Text(set, "kind") == "real")
            .Select(set => new ParameterSet(Text(set, "id"), ReadParameters(set), [.. cases[Text(set, "id")].Select(ReadCase)]))];
    }

    private static EclpParameters ReadParameters(JsonElement set) => EclpParameters.Create(
        new(Signed(set, "alpha"), Signed(set, "beta"), Signed(set, "c"), Signed(set, "s"), Signed(set, "lambda")),
        new(
            Signed(set, "tauAlphaX"), Signed(set, "tauAlphaY"), Signed(set, "tauBetaX"), Signed(set, "tauBetaY"),
            Signed(set, "u"), Signed(set, "v"), Signed(set, "w"), Signed(set, "z"), Signed(set, "dSq")));

    private static SwapCase ReadCase(JsonElement element)
    {
        JsonElement input = element.GetProperty("in");
        bool exactIn = Text(element, "fn") == "calcOutGivenIn";
        return new(
            exactIn ? SwapKind.ExactIn : SwapKind.ExactOut,
            input.GetProperty("tokenInIsToken0").GetBoolean() ? 0 : 1,
            [Number(input, "x"), Number(input, "y")],
            Number(input, exactIn ? "amountIn" : "amountOut"),
            element.TryGetProperty("out", out JsonElement output) ? Number(output, exactIn ? "amountOut" : "amountIn") : null);
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static UInt256 Number(JsonElement element, string key) => UInt256.Parse(Text(element, key));

    private static Int256 Signed(JsonElement element, string key) => Int256.Parse(Text(element, key));
}
