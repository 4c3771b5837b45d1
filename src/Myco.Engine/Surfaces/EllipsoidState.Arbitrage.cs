using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <content>Arbitrage against external prices.</content>
public sealed partial class EllipsoidState
{
    /// <summary>The balances v(p) = r·(o − Σp/|p|_Σ) that leave no profit at external prices, at the present invariant and without a fee.</summary>
    /// <param name="prices">N prices, each finite and above 0, up to a common factor.</param>
    /// <param name="balances">The N balances; NaN when refused.</param>
    /// <returns>The value p·v(p) of those balances. <see cref="QuoteStatus.OutsidePriceBounds"/> where some balance would be below 0,
    /// which no price vector of the box needs; <see cref="QuoteStatus.NotFinite"/> also where the value is beyond binary64.</returns>
    /// <remarks>The balances may be written over the prices; other overlaps are not allowed.</remarks>
    /// <exception cref="ArgumentException">The number of prices or balances is not N.</exception>
    public Quote ArbitrageTarget(ReadOnlySpan<double> prices, Span<double> balances)
    {
        CheckLength(prices.Length, nameof(prices));
        CheckLength(balances.Length, nameof(balances));
        Span<double> scaled = stackalloc double[Dimension];
        Quote quote = Rescale(prices, scaled, out int exponent) is var status and not QuoteStatus.Ok
            ? Quote.Refuse(status)
            : ScaleBack(FindTarget(scaled, balances), exponent);
        if (!quote.IsOk)
        {
            balances.Fill(double.NaN);
        }

        return quote;
    }

    /// <summary>What trading to <see cref="ArbitrageTarget"/> earns at external prices: p·(v − v(p)), never below 0.</summary>
    /// <param name="prices">N prices, each finite and above 0.</param>
    /// <exception cref="ArgumentException">The number of prices is not N.</exception>
    public Quote ArbitrageProfit(ReadOnlySpan<double> prices)
    {
        CheckLength(prices.Length, nameof(prices));
        Span<double> scaled = stackalloc double[Dimension];
        Span<double> target = stackalloc double[Dimension];
        QuoteStatus status = Rescale(prices, scaled, out int exponent);
        Quote value = status == QuoteStatus.Ok ? FindTarget(scaled, target) : Quote.Refuse(status);
        if (!value.IsOk)
        {
            return value;
        }

        DoubleDouble profit = DoubleDouble.Zero;
        for (int i = 0; i < scaled.Length; i++)
        {
            profit += DoubleDouble.Sum(_balances[i], -target[i]) * scaled[i];
        }

        return ScaleBack(value with { Amount = Math.Max(0, profit.High) }, exponent);
    }

    private Quote FindTarget(ReadOnlySpan<double> prices, Span<double> balances)
    {
        Quote quote = ArbitrageFormula.Target(Surface.InDoubleDouble, _extended.Invariant, prices, balances, out bool isReliable);
        return isReliable ? quote : ArbitrageFormula.Target<QuadDouble>(Surface.InQuadDouble, _extended.Invariant, prices, balances, out _);
    }

    /// <summary>The prices over a power of two, the greatest in [1, 2): their squares neither overflow nor vanish.</summary>
    private static QuoteStatus Rescale(ReadOnlySpan<double> prices, Span<double> scaled, out int exponent)
    {
        QuoteStatus status = QuoteStatus.Ok;
        double greatest = 0;
        foreach (double price in prices)
        {
            QuoteStatus own = AmountCheck.Positive(price);
            status = own != QuoteStatus.Ok && (status == QuoteStatus.Ok || own < status) ? own : status;
            greatest = Math.Max(greatest, price);
        }

        exponent = status == QuoteStatus.Ok ? Math.ILogB(greatest) : 0;
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = Math.ScaleB(prices[i], -exponent);
        }

        return status;
    }

    private static Quote ScaleBack(Quote quote, int exponent)
    {
        double amount = Math.ScaleB(quote.Amount, exponent);
        return !quote.IsOk || double.IsFinite(amount) ? quote with { Amount = amount } : Quote.Refuse(QuoteStatus.NotFinite);
    }
}
