using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Reports;

/// <summary>Trades of growing size on one pair, each on the same state.</summary>
/// <param name="NameIn">The asset paid.</param>
/// <param name="NameOut">The asset taken.</param>
/// <param name="SpotPrice">The price of the smallest trade: amount in per amount out, fee left out.</param>
/// <param name="Fee">The fee that every trade pays.</param>
/// <param name="Rungs">The trades, smallest first; those that no longer fit into binary64 are left out.</param>
internal sealed record DepthLadder(string NameIn, string NameOut, double SpotPrice, double Fee, IReadOnlyList<DepthRung> Rungs)
{
    // Six decades show both the flat start and the end of the curve.
    private const double LeastShare = 1e-6;

    /// <summary>Computes the ladder from a millionth of the largest feasible amount up to it.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="state">Its state.</param>
    /// <param name="assetIn">The asset paid.</param>
    /// <param name="assetOut">The asset taken.</param>
    /// <param name="points">How many sizes.</param>
    /// <param name="even">In even steps, as a picture needs them, instead of geometric ones.</param>
    public static DepthLadder Compute(PoolFile pool, EllipsoidState state, int assetIn, int assetOut, int points, bool even)
    {
        double largest = state.LargestAmount(SwapKind.ExactIn, assetIn, assetOut);
        double scale = pool.RateOf(assetOut) / pool.RateOf(assetIn);
        double spot = state.SpotPrice(assetIn, assetOut) * scale;
        List<DepthRung> rungs = [];
        for (int point = 0; point < points && largest > 0; point++)
        {
            // The last exactly at the limit: a power that rounds up would be refused.
            double progress = point / (points - 1.0);
            double share = Math.Min(1, even ? Math.Max(LeastShare, progress) : Math.Pow(LeastShare, 1 - progress));
            double amount = share * largest / (1 - pool.Fee);
            SteppedState after = state.ToStepped();
            Quote quote = ApplyAtMost(after, assetIn, assetOut, ref amount, pool.Fee);
            if (quote.IsOk)
            {
                double amountIn = amount / pool.RateOf(assetIn);
                double amountOut = quote.Amount / pool.RateOf(assetOut);
                double average = amountIn / amountOut;
                double priceAfter = after.SpotPrice(assetIn, assetOut) * scale;
                rungs.Add(new(amountIn, amountOut, average, priceAfter, Math.Max(0, (average / spot) - 1)));
            }
        }

        return new(pool.Assets[assetIn], pool.Assets[assetOut], spot, pool.Fee, rungs);
    }

    /// <summary>Applies the trade; at the very limit, where dividing the fee out may round up, a few units less.</summary>
    private static Quote ApplyAtMost(SteppedState state, int assetIn, int assetOut, ref double amount, double fee)
    {
        Quote quote = state.ApplySwapExactIn(assetIn, assetOut, amount, fee);
        for (int attempt = 0; attempt < 4 && !quote.IsOk; attempt++)
        {
            amount = Math.BitDecrement(amount);
            quote = state.ApplySwapExactIn(assetIn, assetOut, amount, fee);
        }

        return quote;
    }
}
