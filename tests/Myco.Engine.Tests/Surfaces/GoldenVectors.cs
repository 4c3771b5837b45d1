using System.Globalization;
using System.Text.Json;
using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Replays fixtures/vectors/surface.json once and keeps, per kind, how many cases there were, the worst error and what failed.</summary>
public sealed class GoldenVectors
{
    private readonly Dictionary<string, (int Cases, double Worst, List<string> Failures)> _kinds = [];

    public GoldenVectors()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("fixtures", "vectors", "surface.json")));
        int number = 0;
        foreach (JsonElement node in file.RootElement.GetProperty("surfaces").EnumerateArray())
        {
            string where = $"surface {number++}";
            EllipsoidSurface surface = EllipsoidSurface.FromAngles(
                Numbers(node, "stretch"), Numbers(node, "angles"), Numbers(node, "price_lower"), Numbers(node, "price_upper"));
            List("offsets", where, node.GetProperty("unit_offsets"), surface.UnitOffset);
            Number("kappa", where, node.GetProperty("kappa"), surface.Kappa);
            int state = 0;
            foreach (JsonElement vector in node.GetProperty("states").EnumerateArray())
            {
                Replay(surface.At(Numbers(vector, "balances")), $"{where} state {state++}", vector);
            }
        }
    }

    public IReadOnlyCollection<string> Kinds => _kinds.Keys;

    public (int Cases, double Worst, List<string> Failures) Of(string kind) => _kinds[kind];

    private void Replay(EllipsoidState state, string where, JsonElement vector)
    {
        Number("invariant", where, vector.GetProperty("invariant"), state.Invariant);
        List("gradient", where, vector.GetProperty("gradient"), state.Gradient);
        Number("value", where, vector.GetProperty("value_in_last_asset"), state.ValueIn(state.Dimension - 1));
        Number("box excess", where, vector.GetProperty("box_excess"), state.BoxExcess);
        foreach (JsonElement swap in vector.GetProperty("swaps").EnumerateArray())
        {
            (int assetIn, int assetOut, double amount) = (swap.GetProperty("in").GetInt32(), swap.GetProperty("out").GetInt32(), Parse(swap.GetProperty("amount")));
            string kind = swap.GetProperty("kind").GetString()!;
            Verdict($"swap {kind}", where, swap.GetProperty("result"), kind == "exact_in" ? state.SwapExactIn(assetIn, assetOut, amount) : state.SwapExactOut(assetIn, assetOut, amount));
        }

        foreach (JsonElement mint in vector.GetProperty("mints").EnumerateArray())
        {
            double[] deposit = Numbers(mint, "deposit");
            string kind = mint.GetProperty("kind").GetString()!;
            Verdict($"mint {kind}", where, mint.GetProperty("supply_growth"), state.Mint(deposit));
            if (kind == "single")
            {
                int asset = Array.FindIndex(deposit, amount => amount != 0);
                Verdict("mint single by name", where, mint.GetProperty("supply_growth"), state.MintSingle(asset, deposit[asset]));
            }
        }

        foreach (JsonElement burn in vector.GetProperty("burns").EnumerateArray())
        {
            Verdict("burn", where, burn.GetProperty("result"), state.Burn(burn.GetProperty("asset").GetInt32(), Parse(burn.GetProperty("supply_fraction"))));
        }

        foreach (JsonElement arbitrage in vector.GetProperty("arbitrage").EnumerateArray())
        {
            double[] balances = new double[state.Dimension];
            Quote value = state.ArbitrageTarget(Numbers(arbitrage, "prices"), balances);
            List("arbitrage balances", where, arbitrage.GetProperty("balances"), balances);
            Verdict("arbitrage value", where, arbitrage.GetProperty("value"), value);
        }
    }

    private void Verdict(string kind, string where, JsonElement reference, Quote quote)
    {
        QuoteStatus expected = reference.ToString() switch
        {
            "infeasible" => QuoteStatus.Infeasible,
            "outside_price_bounds" => QuoteStatus.OutsidePriceBounds,
            _ => QuoteStatus.Ok,
        };
        if (expected == QuoteStatus.Ok && quote.IsOk)
        {
            Number(kind, where, reference, quote.Amount);
        }
        else
        {
            bool isGood = expected == quote.Status && double.IsNaN(quote.Amount);
            Count(expected == QuoteStatus.Ok ? kind : $"{kind}: {expected}", where, isGood ? 0 : double.PositiveInfinity, $"expected {reference}, came {quote}");
        }
    }

    private void List(string kind, string where, JsonElement references, ReadOnlySpan<double> values)
    {
        Assert.Equal(references.GetArrayLength(), values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            Number(kind, where, references[i], values[i]);
        }
    }

    private void Number(string kind, string where, JsonElement reference, double value) =>
        Count(kind, where, Ulp.Distance(value, reference.ToString()), $"expected {reference}, came {value.ToString("R", CultureInfo.InvariantCulture)}");

    private void Count(string kind, string where, double error, string what)
    {
        (int cases, double worst, List<string> failures) = _kinds.GetValueOrDefault(kind, (0, 0, []));
        if (!(error <= GoldenVectorTests.UlpLimit))
        {
            failures.Add($"{where}, {kind}: {what}, {error:G4} ulp");
        }

        _kinds[kind] = (cases + 1, Math.Max(worst, error), failures);
    }

    private static double[] Numbers(JsonElement node, string key) => [.. node.GetProperty(key).EnumerateArray().Select(Parse)];

    private static double Parse(JsonElement element) => double.Parse(element.ToString(), CultureInfo.InvariantCulture);
}
