using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.TestSupport;
using static Myco.Engine.Tests.Surfaces.Draws.Tolerance;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Laws of arbitrage against external prices, ArbitrageFormula at any scale.</summary>
public sealed class EllipsoidStateArbitrageTests
{
    [Fact]
    public void At_the_target_the_prices_are_the_external_ones_and_the_invariant_is_kept() => Trade.Obeys(100, DrawnSurfaces.Moderate, trade =>
    {
        double[] prices = trade.Drawn.Prices(trade.Random);
        double[] balances = new double[prices.Length];
        Quote value = trade.State.ArbitrageTarget(prices, balances);
        Assert.True(value.IsOk);
        EllipsoidState target = trade.Drawn.Surface.At(balances);

        // Balances rounded by an ulp turn into prices off by λ² ulp.
        double loose = 100 * trade.Drawn.LargestStretch * trade.Drawn.LargestStretch;
        AssertClose(trade.State.Invariant, target.Invariant, loose, "invariant");
        AssertClose(value.Amount, target.ValueAt(prices), loose, "value");
        for (int i = 1; i < prices.Length; i++)
        {
            AssertClose(prices[i] / prices[0], target.SpotPrice(0, i), loose, "price");
        }

        Assert.True(target.BoxExcess <= 1 + Ulps(loose));
    });

    [Fact]
    public void No_state_reached_by_a_swap_is_worth_less_than_the_target() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        double[] prices = trade.Drawn.Prices(trade.Random);
        Quote value = trade.State.ArbitrageTarget(prices, new double[prices.Length]);
        SteppedState pool = trade.State.ToStepped();
        Assert.True(value.IsOk && pool.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, trade.AmountIn).IsOk);
        AssertNotAbove(value.Amount, trade.State.ValueAt(prices), 8, "value before");
        AssertNotAbove(value.Amount, pool.ToPrepared().ValueAt(prices), 8, "value after a swap");
    });

    [Fact]
    public void Profit_is_the_fall_in_value_and_vanishes_at_the_pools_own_prices() => Trade.Obeys(100, DrawnSurfaces.Moderate, trade =>
    {
        double[] prices = trade.Drawn.Prices(trade.Random);
        double[] balances = new double[prices.Length];
        double value = trade.State.ArbitrageTarget(prices, balances).Amount;
        Quote profit = trade.State.ArbitrageProfit(prices);
        double before = trade.State.ValueAt(prices);
        Assert.True(profit.IsOk && profit.Amount >= 0);
        Assert.True(Math.Abs(before - value - profit.Amount) <= 16 * Ulps(1) * before);
        Quote none = trade.State.ArbitrageProfit([.. trade.State.Gradient.ToArray().Select(price => -price)]);
        Assert.True(!none.IsOk || none.Amount <= 1e-9 * trade.State.ValueIn(0) * -trade.State.Gradient[0]);
    });

    [Fact]
    public void A_common_factor_of_the_prices_changes_nothing_but_the_value() => Trade.Obeys(60, DrawnSurfaces.All, trade =>
    {
        double[] prices = trade.Drawn.Prices(trade.Random);
        double[] balances = new double[prices.Length], others = new double[prices.Length];
        double value = trade.State.ArbitrageTarget(prices, balances).Amount;
        foreach (int power in new[] { -700, -60, 3, 200, 700 })
        {
            double factor = Math.ScaleB(1, power);
            Quote scaled = trade.State.ArbitrageTarget([.. prices.Select(price => price * factor)], others);
            Assert.Equal(new Quote(value * factor, QuoteStatus.Ok), scaled);
            Assert.Equal(balances, others);
        }
    });

    [Fact]
    public void Balances_may_be_written_over_the_prices() => Trade.Obeys(60, DrawnSurfaces.All, trade =>
    {
        double[] prices = trade.Drawn.Prices(trade.Random);
        double[] balances = new double[prices.Length];
        Quote value = trade.State.ArbitrageTarget(prices, balances);
        Assert.Equal(value, trade.State.ArbitrageTarget(prices, prices));
        Assert.Equal(balances, prices);
    });

    [Fact]
    public void Prices_that_no_balances_could_meet_are_outside_the_bounds()
    {
        EllipsoidState state = EllipsoidSurface.FromEclp(0.9, 1.1, 0.8, 0.6, 50).ToCentre();
        double[] balances = new double[2];
        Quote quote = state.ArbitrageTarget([1e3, 1], balances);
        Bits.AssertSame(double.NaN, quote.Amount);
        Assert.Equal(QuoteStatus.OutsidePriceBounds, quote.Status);
        Assert.All(balances, balance => Assert.True(double.IsNaN(balance)));
        Assert.Equal(QuoteStatus.OutsidePriceBounds, state.ArbitrageProfit([1e3, 1]).Status);
    }
}
