using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Every status of every operation, and which one is given where several hold: the order of spec 05-formats.</summary>
public sealed class AmountCheckTests
{
    private static readonly EllipsoidState State = DrawnSurfaces.All[10].Surface.ToCentre();

    /// <summary>A value of an argument and the status that it alone would cause.</summary>
    private static readonly (double Value, QuoteStatus Status)[] Amounts =
    [
        (double.NaN, QuoteStatus.NotFinite), (double.PositiveInfinity, QuoteStatus.NotFinite), (double.NegativeInfinity, QuoteStatus.NotFinite),
        (-1, QuoteStatus.Negative), (-double.Epsilon, QuoteStatus.Negative), (double.MinValue, QuoteStatus.Negative),
        (0, QuoteStatus.Zero), (-0.0, QuoteStatus.Zero),
        (double.MaxValue, QuoteStatus.Infeasible), (1e-3, QuoteStatus.Ok),
    ];

    private static readonly (double Value, QuoteStatus Status)[] Fees =
    [
        (double.NaN, QuoteStatus.NotFinite), (double.PositiveInfinity, QuoteStatus.NotFinite), (double.NegativeInfinity, QuoteStatus.NotFinite),
        (-1e-300, QuoteStatus.Negative), (1, QuoteStatus.Infeasible), (2, QuoteStatus.Infeasible), (double.MaxValue, QuoteStatus.Infeasible),
        (0, QuoteStatus.Ok), (-0.0, QuoteStatus.Ok), (0.003, QuoteStatus.Ok),
    ];

    private static readonly (int In, int Out, QuoteStatus Status)[] Pairs =
    [
        (0, 1, QuoteStatus.Ok), (1, 1, QuoteStatus.SameAsset), (-1, 1, QuoteStatus.BadAsset), (0, int.MaxValue, QuoteStatus.BadAsset),
        (int.MinValue, int.MinValue, QuoteStatus.BadAsset), (State.Dimension, State.Dimension, QuoteStatus.BadAsset),
    ];

    [Fact]
    public void The_statuses_have_the_order_of_the_specification() => Assert.Equal(
        ["Ok", "BadAsset", "SameAsset", "NotFinite", "Negative", "Zero", "Infeasible", "OutsidePriceBounds", "LimitExceeded"],
        Enum.GetNames<QuoteStatus>());

    [Fact]
    public void A_swap_tells_the_first_of_its_reasons()
    {
        SteppedState pool = State.ToStepped();
        foreach ((int k, int j, QuoteStatus pair) in Pairs)
        {
            foreach ((double amount, QuoteStatus given) in Amounts)
            {
                foreach ((double fee, QuoteStatus charged) in Fees)
                {
                    QuoteStatus expected = First(pair, given, charged);
                    string what = $"{k}→{j} {amount} fee {fee}";
                    Check(expected, State.SwapExactIn(k, j, amount, fee), what);
                    Check(expected, State.SwapExactOut(k, j, amount, fee), what);
                    Check(expected, pool.SwapExactIn(k, j, amount, fee), what);
                    Check(expected, pool.SwapExactOut(k, j, amount, fee), what);
                    Check(expected, State.ToStepped().ApplySwapExactIn(k, j, amount, fee), what);
                    Check(expected, State.ToStepped().ApplySwapExactOut(k, j, amount, fee), what);
                }
            }
        }
    }

    [Fact]
    public void A_trade_of_one_asset_tells_the_first_of_its_reasons()
    {
        foreach ((int asset, QuoteStatus named) in new[] { (0, QuoteStatus.Ok), (-1, QuoteStatus.BadAsset), (State.Dimension, QuoteStatus.BadAsset) })
        {
            foreach ((double amount, QuoteStatus given) in Amounts)
            {
                QuoteStatus expected = First(named, given);
                Check(expected, State.MintSingle(asset, amount), $"mint {amount}");
                Check(expected, State.DepositForGrowth(asset, amount), $"deposit {amount}");
                Check(expected, State.Burn(asset, amount), $"burn {amount}");
                Check(expected, State.ToStepped().ApplyMintSingle(asset, amount), $"apply mint {amount}");
                Check(expected, State.ToStepped().ApplyBurn(asset, amount), $"apply burn {amount}");
            }
        }

        Check(QuoteStatus.Infeasible, State.Burn(0, Math.BitIncrement(1)), "more than the supply");
    }

    [Fact]
    public void A_mint_of_several_assets_tells_the_first_of_its_reasons()
    {
        foreach ((double one, QuoteStatus first) in Amounts)
        {
            foreach ((double other, QuoteStatus second) in Amounts)
            {
                double[] deposits = new double[State.Dimension];
                (deposits[0], deposits[1]) = (one, other);
                QuoteStatus worst = First(first, second);

                // One amount of zero is none deposited: only when all are is the mint refused for it.
                QuoteStatus expected = worst != QuoteStatus.Zero ? worst : first == second ? QuoteStatus.Zero : first == QuoteStatus.Zero ? second : first;
                Check(expected, State.Mint(deposits), $"{one} and {other}");
                Check(expected, State.MintSparse([0, 1], [one, other]), $"sparse {one} and {other}");
                Check(QuoteStatus.BadAsset, State.MintSparse([0, 0, -1], [one, other, 1]), "an asset that is none, after one named twice");
                Check(QuoteStatus.BadAsset, State.MintSparse([State.Dimension, 1], [one, other]), "an asset that is none");
                Check(QuoteStatus.SameAsset, State.MintSparse([1, 1], [one, other]), "an asset named twice");
            }
        }

        Check(QuoteStatus.Zero, State.MintSparse([], []), "nothing");
    }

    [Fact]
    public void A_proportional_burn_tells_the_first_of_its_reasons_and_fills_with_NaN()
    {
        foreach ((double fraction, QuoteStatus expected) in Amounts)
        {
            double[] amounts = new double[State.Dimension];
            Assert.Equal(expected, State.BurnProportional(fraction, amounts));
            Assert.All(amounts, amount => Assert.Equal(expected != QuoteStatus.Ok, double.IsNaN(amount)));
            Assert.Equal(expected, State.ToStepped().ApplyBurnProportional(fraction, amounts));
            Assert.All(amounts, amount => Assert.Equal(expected != QuoteStatus.Ok, double.IsNaN(amount)));
        }
    }

    [Fact]
    public void Arbitrage_tells_the_first_reason_of_all_prices_and_fills_with_NaN()
    {
        foreach ((double one, QuoteStatus first) in Amounts.Where(entry => entry.Value < 1e300 || !double.IsFinite(entry.Value)))
        {
            foreach ((double other, QuoteStatus second) in Amounts.Where(entry => entry.Value < 1e300 || !double.IsFinite(entry.Value)))
            {
                double[] prices = [.. Enumerable.Repeat(1.0, State.Dimension)];
                double[] balances = new double[State.Dimension];
                (prices[0], prices[^1]) = (first == QuoteStatus.Ok ? 1 : one, second == QuoteStatus.Ok ? 1 : other);
                Quote quote = State.ArbitrageTarget(prices, balances);
                Check(First(first, second), quote, $"prices {one} and {other}");
                Assert.All(balances, balance => Assert.Equal(!quote.IsOk, double.IsNaN(balance)));
                Check(First(first, second), State.ArbitrageProfit(prices), "profit");
            }
        }
    }

    [Fact]
    public void Whatever_the_numbers_nothing_throws_and_no_number_comes_with_a_refusal()
    {
        double[] values = [.. Amounts.Select(entry => entry.Value), double.Epsilon, 2.2e-308, 1e-200, 1e-60, 1e-16, 0.5, 1, 1e16, 1e60, 1e154, 1e200, 1e307];
        foreach (DrawnSurface drawn in DrawnSurfaces.All)
        {
            EllipsoidState state = drawn.Surface.ToCentre();
            SteppedState pool = state.ToStepped();
            foreach (double value in values)
            {
                double[] deposits = [.. Enumerable.Repeat(value, drawn.Dimension)];
                Quote[] quotes =
                [
                    state.SwapExactIn(0, 1, value), state.SwapExactOut(0, 1, value), state.SwapExactIn(1, 0, value, 1 - 1e-16), state.SwapExactOut(1, 0, value, 1 - 1e-16),
                    pool.SwapExactIn(0, 1, value), pool.SwapExactOut(0, 1, value), state.MintSingle(0, value), state.DepositForGrowth(1, value),
                    state.Burn(0, value), state.Mint(deposits), state.MintSparse([0], [value]), state.ArbitrageTarget(deposits, new double[drawn.Dimension]),
                ];
                Assert.All(quotes, quote => Assert.Equal(quote.IsOk, double.IsFinite(quote.Amount)));
            }
        }
    }

    private static QuoteStatus First(params QuoteStatus[] statuses) => statuses.Where(status => status != QuoteStatus.Ok).DefaultIfEmpty(QuoteStatus.Ok).Min();

    private static void Check(QuoteStatus expected, Quote quote, string what)
    {
        Assert.True(expected == quote.Status, $"{what}: expected {expected}, came {quote.Status}");
        Assert.Equal(expected != QuoteStatus.Ok, double.IsNaN(quote.Amount));
    }
}
