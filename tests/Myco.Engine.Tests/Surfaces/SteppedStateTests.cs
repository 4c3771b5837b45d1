using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.TestSupport;
using static Myco.Engine.Tests.Surfaces.Draws.Tolerance;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Long walks: a stepped state, moved along SurfaceColumns, stays what a fresh preparation of its balances is.</summary>
public sealed class SteppedStateTests
{
    private const int Steps = 300;
    private const int LookEvery = 30;

    public static TheoryData<int, double> Walks
    {
        get
        {
            TheoryData<int, double> walks = [];
            for (int i = 0; i < DrawnSurfaces.All.Count; i += 3)
            {
                walks.Add(i, i % 2 == 0 ? 0 : 0.003);
            }

            return walks;
        }
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void After_hundreds_of_trades_the_numbers_are_those_of_a_fresh_preparation(int number, double fee)
    {
        DrawnSurface drawn = DrawnSurfaces.All[number];
        Random random = new(number);
        SteppedState pool = drawn.State(random).ToStepped();
        int done = 0;
        for (int step = 1; step <= Steps; step++)
        {
            done += RandomTrades.Apply(pool, random, fee).IsOk ? 1 : 0;
            if (step % LookEvery == 0)
            {
                Compare(pool, drawn.Surface.At(pool.Balances, pool.BalancesLow), random);
            }
        }

        Assert.True(done > Steps / 2, $"{done} of {Steps} trades were feasible on {drawn}");
    }

    [Fact]
    public void Moderate_surfaces_need_no_rebuild_in_hundreds_of_swaps_and_extreme_ones_do()
    {
        Assert.Equal(0, DrawnSurfaces.Moderate.Sum(RebuildsOf));
        Assert.InRange(DrawnSurfaces.All.Where(drawn => drawn.LargestStretch == 1e8).Sum(RebuildsOf), 1, 4 * Steps);
    }

    [Fact]
    public void A_refused_trade_leaves_no_trace()
    {
        int[] refusals = new int[RandomTrades.Refusable.Count];
        Trade.Obeys(40, DrawnSurfaces.All, trade =>
        {
            SteppedState pool = trade.State.ToStepped();
            pool.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, trade.AmountIn);
            for (int i = 0; i < refusals.Length; i++)
            {
                StateTrace before = new(pool);
                if (RandomTrades.Refusable[i](pool, trade) == QuoteStatus.Ok)
                {
                    pool = trade.State.ToStepped();
                }
                else
                {
                    before.AssertSame(new(pool), $"refusable trade {i}");
                    refusals[i]++;
                }
            }
        });
        Assert.All(refusals, count => Assert.True(count > 10, $"only {count} of 40 were refused"));
    }

    [Fact]
    public void Splitting_a_swap_in_two_changes_nothing() => Trade.Obeys(200, DrawnSurfaces.All, trade =>
    {
        // A first part of at least half leaves a second one that is exact.
        double first = (0.5 + (0.4 * trade.Random.NextDouble())) * trade.AmountIn;
        double second = trade.AmountIn - first;
        SteppedState split = trade.State.ToStepped(), whole = trade.State.ToStepped();
        double once = whole.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, first + second).Amount;
        double one = split.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, first).Amount;
        double worth = split.MintPrice(trade.AssetOut);
        double two = split.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, second).Amount;

        // What rounding the first amount out took from the pool, the second one feels at the prices of the end.
        double carried = split.MintPrice(trade.AssetOut) / worth * one / once;
        AssertClose(once, one + two, 4 + 4 + 2 + (4 * carried), "amount out");
    });

    [Fact]
    public void No_round_trip_gains() => Trade.Obeys(300, DrawnSurfaces.All, trade =>
    {
        double fee = trade.Random.Next(2) == 0 ? 0 : 0.01 * trade.Random.NextDouble();
        double paid = trade.AmountIn;
        SteppedState pool = trade.State.ToStepped();
        double price = pool.MintPrice(trade.AssetIn);
        Quote bought = pool.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, paid, fee);
        Assert.True(bought.IsOk);

        // The rounding of the amount bought, worth what it is after the first swap, in units of what was paid.
        double carried = bought.Amount / pool.MintPrice(trade.AssetOut) * price / paid;
        Quote back = pool.ApplySwapExactIn(trade.AssetOut, trade.AssetIn, bought.Amount, fee);
        Assert.True(back.IsOk, back.Status.ToString());
        AssertNotAbove(back.Amount, paid, 4 + 2 + (4 * carried), "what comes back");
        Assert.True(fee == 0 || trade.Part < 1e-3 || back.Amount < paid);
    });

    private static int RebuildsOf(DrawnSurface drawn)
    {
        Random random = new(5);
        SteppedState pool = drawn.State(random).ToStepped();
        for (int step = 0; step < Steps; step++)
        {
            RandomTrades.Swap(pool, random, 0);
        }

        return pool.Rebuilds;
    }

    private static void Compare(SteppedState pool, EllipsoidState fresh, Random random)
    {
        AssertClose(fresh.Invariant, pool.Invariant, 1, "invariant");
        for (int i = 0; i < fresh.Dimension; i++)
        {
            AssertClose(fresh.Gradient[i], pool.Gradient[i], 1, $"gradient {i}");
        }

        (int k, int j) = RandomTrades.Pair(fresh.Dimension, random);
        double amount = 0.3 * random.NextDouble() * fresh.Swaps.FirstLimit(SwapKind.ExactIn, k, j);
        Quote quote = fresh.SwapExactIn(k, j, amount);
        Assert.Equal(quote.Status, pool.SwapExactIn(k, j, amount).Status);
        AssertClose(quote.Amount, pool.SwapExactIn(k, j, amount).Amount, 4, "exact in");
        Quote exact = fresh.SwapExactOut(k, j, quote.Amount);
        AssertClose(exact.Amount, pool.SwapExactOut(k, j, quote.Amount).Amount, 4, "exact out");
        Bits.AssertSame(fresh.MintSingle(k, 1e-3 * fresh.Balances[k]).Amount, pool.MintSingle(k, 1e-3 * fresh.Balances[k]).Amount, "mint");
        Bits.AssertSame(fresh.Burn(j, 1e-3).Amount, pool.Burn(j, 1e-3).Amount, "burn");
    }
}
