using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>How far swaps go: every amount up to the first limit, none beyond the last, and never off the surface.</summary>
public sealed class SwapReachTests
{
    [Theory]
    [InlineData(SwapKind.ExactIn)]
    [InlineData(SwapKind.ExactOut)]
    public void A_little_less_than_the_largest_amount_is_feasible_and_a_little_more_is_not(SwapKind kind) => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        double largest = trade.State.LargestAmount(kind, trade.AssetIn, trade.AssetOut);
        Assert.True(largest > 0 && double.IsFinite(largest), $"largest amount {largest:R}");
        Assert.Equal(QuoteStatus.Ok, Quote(trade, kind, largest).Status);
        Assert.Equal(QuoteStatus.Ok, Quote(trade, kind, largest * (1 - 1e-9)).Status);
        Assert.Equal(QuoteStatus.Infeasible, Quote(trade, kind, largest * (1 + 1e-9)).Status);
        Assert.Equal(QuoteStatus.Infeasible, Quote(trade, kind, 1e3 * largest).Status);
        Assert.Equal(QuoteStatus.Infeasible, Quote(trade, kind, double.MaxValue).Status);
    });

    [Theory]
    [InlineData(SwapKind.ExactIn)]
    [InlineData(SwapKind.ExactOut)]
    public void The_limits_give_the_verdict_that_looking_at_the_end_of_the_trade_gives(SwapKind kind) => Trade.Obeys(300, DrawnSurfaces.All, trade =>
    {
        double amount = 1.5 * trade.Random.NextDouble() * trade.State.LargestAmount(kind, trade.AssetIn, trade.AssetOut);
        Assert.Equal(trade.State.Extended.IsFeasible(kind, trade.AssetIn, trade.AssetOut, amount), Quote(trade, kind, amount).IsOk);
    });

    [Theory]
    [InlineData(SwapKind.ExactIn)]
    [InlineData(SwapKind.ExactOut)]
    public void No_quote_leaves_the_surface(SwapKind kind) => Trade.Obeys(200, DrawnSurfaces.Moderate, trade =>
    {
        double given = (1 - (1e-6 * trade.Part)) * trade.State.LargestAmount(kind, trade.AssetIn, trade.AssetOut);
        Quote quote = Quote(trade, kind, given);
        Assert.True(quote.IsOk && quote.Amount > 0);
        (double paidIn, double paidOut) = kind == SwapKind.ExactIn ? (given, quote.Amount) : (quote.Amount, given);
        double[] high = trade.State.Balances.ToArray();
        double[] low = new double[high.Length];
        DoubleDouble more = DoubleDouble.Sum(high[trade.AssetIn], paidIn), less = DoubleDouble.Sum(high[trade.AssetOut], -paidOut);
        (high[trade.AssetIn], low[trade.AssetIn], high[trade.AssetOut], low[trade.AssetOut]) = (more.High, more.Low, less.High, less.Low);
        Tolerance.AssertClose(trade.State.Invariant, trade.Drawn.Surface.At(high, low).Invariant, 64, "invariant");
    });

    [Fact]
    public void No_amount_beyond_a_gap_is_refused_and_none_inside_it_is_quoted()
    {
        // A third asset's price may reach zero and rise again: such pairs are rare, so look for them.
        DrawnSurface[] turned = [.. DrawnSurfaces.All.Where(drawn => drawn.Dimension > 2 && !drawn.IsAxisAligned)];
        int gaps = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            DrawnSurface drawn = turned[random.Next(turned.Length)];
            EllipsoidState state = drawn.State(random);
            for (int pair = 0; pair < drawn.Dimension * drawn.Dimension; pair++)
            {
                (int k, int j) = (pair / drawn.Dimension, pair % drawn.Dimension);
                if (k == j || state.Swaps.FirstLimit(SwapKind.ExactIn, k, j) == state.LargestAmount(SwapKind.ExactIn, k, j))
                {
                    continue;
                }

                gaps++;
                double first = state.Swaps.FirstLimit(SwapKind.ExactIn, k, j), last = state.LargestAmount(SwapKind.ExactIn, k, j);
                Assert.True(first < last);
                Assert.Equal(QuoteStatus.Ok, state.SwapExactIn(k, j, first).Status);
                Assert.Equal(QuoteStatus.Infeasible, state.SwapExactIn(k, j, first * (1 + 1e-9)).Status);
                Assert.Equal(QuoteStatus.Ok, state.SwapExactIn(k, j, last).Status);
            }
        }

        Assert.True(gaps > 5, $"{gaps} gaps were found");
    }

    [Theory]
    [InlineData(13.75)]
    [InlineData(8000)]
    [InlineData(1e6)]
    public void A_third_asset_that_hardly_feels_the_amount_in_ends_the_way_all_the_same(double stretch)
    {
        // At 45° some entries of the metric are the rounding of zero: the price of such an asset falls along a line, and never comes back.
        const int dimension = 5;
        double[] factors = [.. Enumerable.Range(0, dimension).Select(i => i == 2 ? 1 : stretch)];
        double[] angles = [.. Enumerable.Range(0, dimension * (dimension - 1) / 2).Select(pair => pair == 3 ? 0 : Math.PI / 4)];
        EllipsoidSurface surface = EllipsoidSurface.FromAngles(factors, angles, [.. factors.Select(_ => 0.98)], [.. factors.Select(_ => 1.02)]);
        Random random = new(dimension);
        int ended = 0;
        for (int draw = 0; draw < 40; draw++)
        {
            double[] prices = [.. factors.Select(_ => 0.98 + (0.04 * random.NextDouble()))], balances = new double[dimension];
            Assert.True(ArbitrageFormula.Target<QuadDouble>(surface.InQuadDouble, 1000, prices, balances, out _).IsOk);
            EllipsoidState state = surface.At(balances);
            Assert.Equal(StateVerdict.Good, StatePreparation.Prepare(surface.InQuadDouble, [.. balances.Select(balance => (DoubleDouble)balance)], out StateNumbers<QuadDouble>? exact));
            foreach ((int k, int j) in from k in Enumerable.Range(0, dimension) from j in Enumerable.Range(0, dimension) where k != j select (k, j))
            {
                double first = state.Swaps.FirstLimit(SwapKind.ExactOut, k, j), last = state.LargestAmount(SwapKind.ExactOut, k, j);
                Assert.True(SwapReach.IsFeasible(exact!, SwapKind.ExactOut, k, j, first * (1 - 1e-9)), $"{k} > {j} up to {first:R}");
                Assert.False(SwapReach.IsFeasible(exact!, SwapKind.ExactOut, k, j, last * (1 + 1e-9)), $"{k} > {j} beyond {last:R}");
                ended += Enumerable.Range(0, dimension).Any(i => i != k && i != j && exact!.Surface.Metric[(i * dimension) + k].X0 is double toward && toward != 0
                    && Math.Abs(toward) < 1e-15 && last < balances[j] * (1 - 1e-9)) ? 1 : 0;
            }
        }

        Assert.True(ended > 20, $"{ended} ways ended");
    }

    [Fact]
    public void An_asset_that_the_pool_has_none_of_cannot_be_bought()
    {
        EllipsoidSurface surface = EllipsoidSurface.FromEclp(0.5, 2, 0.8, 0.6, 10);
        double[] balances = new double[2];
        EllipsoidState inside = surface.At([1000 * surface.UnitOffset[0], 1000 * surface.UnitOffset[1]]);
        Assert.True(inside.ArbitrageTarget([2, 1], balances).IsOk);
        balances[0] = 0;
        EllipsoidState state = surface.At(balances);
        Assert.Equal(0, state.LargestAmount(SwapKind.ExactOut, 1, 0));
        Assert.Equal(0, state.LargestAmount(SwapKind.ExactIn, 1, 0));
        foreach (double amount in new[] { double.Epsilon, 1e-300, 1e-9, 1, 1e9 })
        {
            Assert.Equal(QuoteStatus.Infeasible, state.SwapExactIn(1, 0, amount).Status);
            Assert.Equal(QuoteStatus.Infeasible, state.SwapExactOut(1, 0, amount).Status);
        }

        Assert.True(state.SwapExactIn(0, 1, 1).IsOk);
    }

    [Fact]
    public void A_pair_or_kind_that_does_not_exist_has_no_largest_amount()
    {
        EllipsoidState state = DrawnSurfaces.All[0].State(new(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.LargestAmount(SwapKind.ExactIn, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.LargestAmount(SwapKind.ExactIn, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.LargestAmount(SwapKind.ExactIn, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => state.LargestAmount((SwapKind)2, 0, 1));
    }

    private static Quote Quote(Trade trade, SwapKind kind, double amount) => kind == SwapKind.ExactIn
        ? trade.State.SwapExactIn(trade.AssetIn, trade.AssetOut, amount)
        : trade.State.SwapExactOut(trade.AssetIn, trade.AssetOut, amount);
}
