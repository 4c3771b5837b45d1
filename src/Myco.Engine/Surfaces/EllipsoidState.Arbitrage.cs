using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <content>Arbitrage against external prices.</content>
public sealed partial class EllipsoidState
{
    /// <summary>The balances v(p) = r·(o − Σp/|p|_Σ) that leave no profit at external prices, at the present invariant and without a fee.</summary>
    /// <param name="prices">N prices, each finite and above 0, up to a common factor.</param>
    /// <param name="balances">The N balances; NaN when refused.</param>
    /// <returns>The value p·v(p) of those balances. <see cref="QuoteStatus.OutsidePriceBounds"/> where some balance would be below 0,
    /// which no price vector of the box needs.</returns>
    /// <exception cref="ArgumentException">The number of prices or balances is not N.</exception>
    public Quote ArbitrageTarget(ReadOnlySpan<double> prices, Span<double> balances)
    {
        CheckLength(prices.Length, nameof(prices));
        CheckLength(balances.Length, nameof(balances));
        QuoteStatus status = QuoteStatus.Ok;
        foreach (double price in prices)
        {
            QuoteStatus own = AmountCheck.Positive(price);
            status = own != QuoteStatus.Ok && (status == QuoteStatus.Ok || own < status) ? own : status;
        }

        if (status != QuoteStatus.Ok)
        {
            balances.Fill(double.NaN);
            return Quote.Refuse(status);
        }

        Quote quote = ArbitrageFormula.Target(Surface.Double, _exact.Invariant, prices, balances, out bool isReliable);
        return isReliable ? quote : ArbitrageFormula.Target<QuadDouble>(Surface.Quad, _exact.Invariant, prices, balances, out _);
    }

    /// <summary>What trading to <see cref="ArbitrageTarget"/> earns at external prices: p·(v − v(p)), never below 0.</summary>
    /// <param name="prices">N prices, each finite and above 0.</param>
    /// <exception cref="ArgumentException">The number of prices is not N.</exception>
    public Quote ArbitrageProfit(ReadOnlySpan<double> prices)
    {
        CheckLength(prices.Length, nameof(prices));
        Span<double> target = stackalloc double[Dimension];
        Quote value = ArbitrageTarget(prices, target);
        if (!value.IsOk)
        {
            return value;
        }

        DoubleDouble profit = DoubleDouble.Zero;
        for (int i = 0; i < prices.Length; i++)
        {
            profit += DoubleDouble.Sum(_balances[i], -target[i]) * prices[i];
        }

        return value with { Amount = Math.Max(0, profit.High) };
    }
}
