using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Demonstration;

/// <summary>The real-world E-CLP parameter sets and what the contracts answered for them, from the file built into the program.</summary>
/// <remarks>Provenance and layout: <c>fixtures/README.md</c>. Parameters and amounts are integers of 18 decimals.</remarks>
internal static class EclpVectors
{
    private const string Resource = "eclp.json";
    private const double Unit = 1e18;

    /// <summary>One parameter set with its swap cases.</summary>
    /// <param name="Id">The set's name in the file.</param>
    /// <param name="Parameters">The parameters.</param>
    /// <param name="Cases">The swaps that the contract answered.</param>
    /// <param name="Reverts">The swaps that it refused.</param>
    public sealed record ParameterSet(string Id, EclpParameters Parameters, IReadOnlyList<SwapCase> Cases, int Reverts);

    /// <summary>One swap in the chain's integers.</summary>
    public sealed record SwapCase(BigInteger X, BigInteger Y, bool IsExactIn, bool TokenInIsToken0, double Amount, double Result);

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
            .Select(set => ReadSet(set, cases[Text(set, "id")]))];
    }

    private static ParameterSet ReadSet(JsonElement set, IEnumerable<JsonElement> cases)
    {
        EclpParameters parameters = new(Decimal(set, "alpha"), Decimal(set, "beta"), Decimal(set, "c"), Decimal(set, "s"), Decimal(set, "lambda"));
        List<JsonElement> all = [.. cases];
        List<SwapCase> answered = [.. all.Where(element => element.TryGetProperty("out", out _)).Select(ReadCase)];
        return new(Text(set, "id"), parameters, answered, all.Count - answered.Count);
    }

    private static SwapCase ReadCase(JsonElement element)
    {
        JsonElement input = element.GetProperty("in");
        JsonElement output = element.GetProperty("out");
        bool exactIn = Text(element, "fn") == "calcOutGivenIn";
        return new(
            BigInteger.Parse(Text(input, "x"), CultureInfo.InvariantCulture),
            BigInteger.Parse(Text(input, "y"), CultureInfo.InvariantCulture),
            exactIn,
            input.GetProperty("tokenInIsToken0").GetBoolean(),
            Number(input, exactIn ? "amountIn" : "amountOut"),
            Number(output, exactIn ? "amountOut" : "amountIn"));
    }

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;

    private static double Number(JsonElement element, string key) => double.Parse(Text(element, key), CultureInfo.InvariantCulture);

    private static double Decimal(JsonElement element, string key) => Number(element, key) / Unit;
}
