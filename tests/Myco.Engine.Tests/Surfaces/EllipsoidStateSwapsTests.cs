using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using static Myco.Engine.Tests.Surfaces.Draws.Tolerance;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Laws of swaps: SwapPair in extended precision, SwapTable's rows in binary64.</summary>
public sealed class EllipsoidStateSwapsTests
{
    /// <summary>What a swap may be off, in ulp; a law that compares two of them allows twice that, and the rounding of its own.</summary>
    private const double Swap = 4;

    [Fact]
    public void The_average_price_rises_with_the_amount() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        double amount = trade.AmountIn / 2;
        double small = Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount));
        double large = Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, 2 * amount));
        AssertNotAbove(large, 2 * small, 2 * Swap, "out for twice the amount");
        AssertNotAbove(small, large, 2 * Swap, "monotone");
        double spot = trade.State.SpotPrice(trade.AssetIn, trade.AssetOut);
        AssertNotAbove(small * spot, amount, Swap + 3, "the average price is never below the spot price");
    });

    [Fact]
    public void A_larger_amount_yields_more_and_costs_more() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        double growth = 1 + Math.Pow(2, -trade.Random.Next(1, 40));
        double amountIn = trade.AmountIn, amountOut = trade.AmountOut;
        AssertNotAbove(
            Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn / growth)),
            Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn)), 2 * Swap, "exact in");
        AssertNotAbove(
            Ok(trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amountOut / growth)) * growth,
            Ok(trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amountOut)), (2 * Swap) + 2, "exact out, convex");
    });

    [Fact]
    public void Exact_in_inverts_exact_out() => Trade.Obeys(300, DrawnSurfaces.All, trade =>
    {
        // Out of in of an amount: the amount out reacts less than in proportion to the amount in, so errors do not grow.
        double amountOut = trade.AmountOut;
        double amountIn = Ok(trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amountOut));
        Quote back = trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn);
        AssertClose(amountOut, Ok(back), 2 * Swap, "amount out");
    });

    [Fact]
    public void Exact_out_inverts_exact_in_as_far_as_the_slope_allows() => Trade.Obeys(300, DrawnSurfaces.All, trade =>
    {
        double amountIn = trade.AmountIn;
        double amountOut = Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn));
        SteppedState after = trade.State.ToStepped();
        Ok(after.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, amountIn));
        double elasticity = after.SpotPrice(trade.AssetIn, trade.AssetOut) * amountOut / amountIn;
        Quote back = trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amountOut);
        AssertClose(amountIn, Ok(back), Swap * (1.01 + (1.01 * elasticity)), "amount in");
    });

    [Fact]
    public void A_power_of_two_scales_every_quote_exactly() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        double factor = Math.ScaleB(1, trade.Random.Next(-40, 40));
        EllipsoidState scaled = trade.Drawn.Surface.At([.. trade.State.Balances.ToArray().Select(balance => balance * factor)]);
        double amount = trade.AmountIn;
        Assert.Equal(trade.State.Invariant * factor, scaled.Invariant);
        Assert.Equal(
            Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount)) * factor,
            Ok(scaled.SwapExactIn(trade.AssetIn, trade.AssetOut, amount * factor)));
        Assert.Equal(
            trade.State.LargestAmount(SwapKind.ExactOut, trade.AssetIn, trade.AssetOut) * factor,
            scaled.LargestAmount(SwapKind.ExactOut, trade.AssetIn, trade.AssetOut));
    });

    [Fact]
    public void Any_factor_scales_every_quote_within_ulps() => Trade.Obeys(100, DrawnSurfaces.Moderate, trade =>
    {
        double factor = 0.001 + (1000 * trade.Random.NextDouble());
        EllipsoidState scaled = trade.State.ScaledBy(factor);
        double amount = trade.AmountIn;
        AssertClose(trade.State.Invariant * factor, scaled.Invariant, 2, "invariant");
        AssertClose(
            Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount)) * factor,
            Ok(scaled.SwapExactIn(trade.AssetIn, trade.AssetOut, amount * factor)), (2 * Swap) + 2, "amount out");
    });

    [Fact]
    public void The_fee_shrinks_the_amount_in_before_the_curve_and_after_it() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        double fee = 0.5 * trade.Random.NextDouble();
        double amountIn = trade.AmountIn, amountOut = trade.AmountOut;
        Assert.Equal(
            trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn * (1 - fee)),
            trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn, fee));
        Assert.Equal(
            Ok(trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amountOut)) / (1 - fee),
            Ok(trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amountOut, fee)));
    });

    [Fact]
    public void Price_impact_is_the_average_price_over_the_spot_price_and_never_negative() => Trade.Obeys(800, DrawnSurfaces.All, trade =>
    {
        double amountIn = trade.AmountIn;
        double amountOut = Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amountIn));
        double impact = trade.State.PriceImpact(trade.AssetIn, trade.AssetOut, amountIn, amountOut);
        double plain = (amountIn / amountOut / trade.State.SpotPrice(trade.AssetIn, trade.AssetOut)) - 1;
        Assert.True(impact >= 0);
        Assert.True(Math.Abs(impact - plain) <= Ulps(16) * (1 + plain), $"{impact:R} against {plain:R}");
    });

    [Fact]
    public void The_spot_price_is_the_limit_of_the_average_price() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        double amount = 1e-30 * trade.State.Swaps.FirstLimit(SwapKind.ExactIn, trade.AssetIn, trade.AssetOut);
        double average = amount / Ok(trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount));
        AssertClose(trade.State.SpotPrice(trade.AssetIn, trade.AssetOut), average, Swap + 3, "spot price");
    });

    [Fact]
    public void The_first_quote_of_a_pair_has_the_same_bits_as_later_ones() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        double amount = trade.AmountIn;
        EllipsoidState fresh = trade.Drawn.Surface.At(trade.State.Balances);
        Quote first = fresh.SwapExactIn(trade.AssetIn, trade.AssetOut, amount);
        Assert.Equal(first, fresh.SwapExactIn(trade.AssetIn, trade.AssetOut, amount));
        Assert.Equal(first, trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount));
    });

    private static double Ok(Quote quote)
    {
        Assert.Equal(QuoteStatus.Ok, quote.Status);
        return quote.Amount;
    }
}
