using Myco.Engine;
using Myco.Engine.Surfaces;
using Myco.Verification.Vectors;

namespace Myco.Verification.Surfaces;

/// <summary>The vectors of one state, each with its kind and how to replay it.</summary>
internal static class StateVectors
{
    /// <summary>Lists the vectors; replaying one counts it in the tally.</summary>
    public static IEnumerable<(string Kind, VectorNode Vector, Action<EllipsoidState> Replay)> Of(VectorNode node, VectorTally tally)
    {
        yield return Value("invariant", node["invariant"], (vector, state) => vector.ErrorOf(state.Invariant));
        yield return Value("gradient", node["gradient"], (vector, state) => vector.ErrorOf(state.Gradient));
        yield return Value("value in last asset", node["value_in_last_asset"], (vector, state) => vector.ErrorOf(state.ValueIn(state.Dimension - 1)));
        yield return Value("box excess", node["box_excess"], (vector, state) => vector.ErrorOf(state.BoxExcess));
        foreach (VectorNode vector in node["swaps"].List())
        {
            yield return ($"swap {vector["kind"].Text()}", vector, state => Swap(vector, state, tally));
        }

        foreach (VectorNode vector in node["mints"].List())
        {
            yield return ($"mint {vector["kind"].Text()}", vector, state => Mint(vector, state, tally));
        }

        foreach (VectorNode vector in node["burns"].List())
        {
            yield return ("burn", vector, state =>
                QuoteVerdict.Count("burn", vector, "result", state.Burn(vector["asset"].Integer(), vector["supply_fraction"].Number()), tally));
        }

        foreach (VectorNode vector in node["arbitrage"].List())
        {
            yield return Value("arbitrage", vector, Arbitrage);
        }

        (string, VectorNode, Action<EllipsoidState>) Value(string kind, VectorNode vector, Func<VectorNode, EllipsoidState, double> error) =>
            (kind, vector, state => tally.Count(kind, vector.Where, error(vector, state)));
    }

    private static void Swap(VectorNode vector, EllipsoidState state, VectorTally tally)
    {
        string word = vector["kind"].Text();
        string kind = $"swap {word}";
        int assetIn = vector["in"].Integer();
        int assetOut = vector["out"].Integer();
        double amount = vector["amount"].Number();
        switch (word)
        {
            case "exact_in": QuoteVerdict.Count(kind, vector, "result", state.SwapExactIn(assetIn, assetOut, amount), tally); break;
            case "exact_out": QuoteVerdict.Count(kind, vector, "result", state.SwapExactOut(assetIn, assetOut, amount), tally); break;
            default: tally.Fail(kind, vector.Where, "the kind is unknown; known are exact_in and exact_out"); break;
        }
    }

    private static void Mint(VectorNode vector, EllipsoidState state, VectorTally tally)
    {
        string word = vector["kind"].Text();
        string kind = $"mint {word}";
        double[] deposit = vector["deposit"].Numbers();
        if (deposit.Length != state.Balances.Length)
        {
            throw vector["deposit"].Problem($"has {deposit.Length} values; there are {state.Balances.Length} assets; correct the file");
        }

        switch (word)
        {
            case "dense" or "proportional" or "near_proportional":
                QuoteVerdict.Count(kind, vector, "supply_growth", state.Mint(deposit), tally);
                break;
            case "single":
                int asset = Array.FindIndex(deposit, amount => amount != 0);
                Quote quote = asset < 0 ? state.Mint(deposit) : state.MintSingle(asset, deposit[asset]);
                QuoteVerdict.Count(kind, vector, "supply_growth", quote, tally);
                break;
            default:
                tally.Fail(kind, vector.Where, "the kind is unknown; known are dense, single, proportional and near_proportional");
                break;
        }
    }

    /// <summary>The worst error of the target balances and of their value.</summary>
    private static double Arbitrage(VectorNode vector, EllipsoidState state)
    {
        double[] prices = vector["prices"].Numbers();
        if (prices.Length != state.Balances.Length)
        {
            throw vector["prices"].Problem($"has {prices.Length} values; there are {state.Balances.Length} assets; correct the file");
        }

        double[] balances = new double[prices.Length];
        Quote value = state.ArbitrageTarget(prices, balances);
        return Math.Max(vector["balances"].ErrorOf(balances), vector["value"].ErrorOf(value.Amount));
    }
}
