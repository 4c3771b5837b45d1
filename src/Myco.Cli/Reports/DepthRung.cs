namespace Myco.Cli.Reports;

/// <summary>One size of the ladder, in the user's amounts.</summary>
/// <param name="AmountIn">Paid, fee included.</param>
/// <param name="AmountOut">Taken.</param>
/// <param name="AveragePrice">Amount in per amount out.</param>
/// <param name="PriceAfter">The spot price that the trade leaves.</param>
/// <param name="Impact">Average price over the spot price before, less 1.</param>
internal readonly record struct DepthRung(double AmountIn, double AmountOut, double AveragePrice, double PriceAfter, double Impact)
{
    /// <summary>The keys of the columns.</summary>
    public static string[] Columns => ["amountIn", "amountOut", "averagePrice", "priceAfter", "impact"];

    /// <summary>The values in the order of the columns.</summary>
    public double[] Values => [AmountIn, AmountOut, AveragePrice, PriceAfter, Impact];
}
