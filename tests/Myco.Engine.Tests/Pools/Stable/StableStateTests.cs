using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Stable;

/// <summary>StableState, prepared: the contract's own quotes, and StableMarginalPayout as the price of a small trade.</summary>
public sealed class StableStateTests
{
    [Fact]
    public void A_prepared_quote_is_the_contracts_own()
    {
        Random random = new(21);
        int answered = 0;
        for (int i = 0; i < 10_000; i++)
        {
            int n = random.Next(2, 6), tokenIn = random.Next(n), tokenOut = (tokenIn + random.Next(1, n)) % n;
            StableParameters parameters = StableParameters.Create(n, (ulong)random.Next(1_000, 50_000_000), (StableVersion)random.Next(2));
            bool garbage = random.Next(4) == 0;
            UInt256[] balances = Words.Many(n, () => garbage ? Words.Any(random) : Words.Between(random, 20, 24));
            UInt256 amount = garbage ? Words.Any(random) : Words.Between(random, 6, 24);
            SwapKind kind = (SwapKind)random.Next(2);
            Fault fault = default;
            UInt256 direct = new StablePool(parameters).OnSwap(kind, balances, tokenIn, tokenOut, amount, ref fault);
            Revert prepared = StableState.TryPrepare(parameters, balances, out PreparedPool<StableState> state);
            if (prepared != Revert.None)
            {
                Assert.Equal(fault.ToRevert(), prepared);
                continue;
            }

            ExactQuote quote = kind == SwapKind.ExactIn ? state.SwapExactIn(tokenIn, tokenOut, amount) : state.SwapExactOut(tokenIn, tokenOut, amount);
            Assert.Equal(fault.ToRevert(), quote.Revert);
            Assert.Equal(fault.IsRaised ? default : direct, quote.Amount);
            answered += quote.IsOk ? 1 : 0;
        }

        Assert.True(answered > 2_000, $"{answered} quotes were answered");
    }

    [Fact]
    public void More_in_pays_more_out_at_a_worse_price()
    {
        Random random = new(22);
        for (int i = 0; i < 2_000; i++)
        {
            PreparedPool<StableState> state = Prepare(Words.Many(3, () => Words.Between(random, 23, 24)));
            UInt256 amount = Words.Between(random, 18, 22);
            ExactQuote one = state.SwapExactIn(0, 1, amount), two = state.SwapExactIn(0, 1, amount << 1);
            Assert.True(one.IsOk && two.IsOk && two.Amount > one.Amount);
            Assert.True(Words.Big(two.Amount) <= (2 * Words.Big(one.Amount)) + 4);
        }
    }

    [Fact]
    public void The_spot_price_is_that_of_a_small_trade()
    {
        Random random = new(23);
        for (int i = 0; i < 500; i++)
        {
            PreparedPool<StableState> state = Prepare(Words.Many(4, () => Words.Between(random, 26, 27)));
            UInt256 amount = UInt256.Parse("100000000000000000000");
            double traded = (double)Words.Big(state.SwapExactIn(2, 0, amount).Amount) / 1e20, spot = (double)Words.Big(state.MarginalPayout(2, 0).Amount) / 1e18;
            Assert.InRange(traded / spot, 1 - 1e-4, 1);
        }
    }

    [Fact]
    public void The_price_between_equal_balances_is_one()
    {
        PreparedPool<StableState> state = Prepare([1_000_000_000_000_000_000UL, 1_000_000_000_000_000_000UL]);
        Assert.Equal(1_000_000_000_000_000_000UL, state.MarginalPayout(0, 1).Amount);
        Assert.Equal(2_000_000_000_000_000_000UL, state.Invariant().Amount);
    }

    [Fact]
    public void Pairs_that_are_none_are_refused()
    {
        PreparedPool<StableState> state = Prepare([1_000_000_000UL, 1_000_000_000UL]);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactIn(0, 2, 5).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactOut(-1, 1, 5).Revert);
        Assert.Equal(Revert.CannotSwapSameToken, state.MarginalPayout(1, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, default(PreparedPool<StableState>).SwapExactIn(0, 1, 5).Revert);
        Assert.Equal(Revert.TokenNotRegistered, default(PreparedPool<StableState>).Invariant().Revert);
        Assert.Equal(Revert.TokenCountMismatch, StableState.TryPrepare(StableParameters.Create(3, 1_000), [1, 2], out _));
    }

    [Fact]
    public void No_quote_and_no_preparation_allocates()
    {
        StableParameters parameters = StableParameters.Create(3, 85_000);
        UInt256[] balances = Words.Many(3, () => UInt256.Parse("1000000000000000000000000"));
        AllocationAssert.None(() =>
        {
            StableState.TryPrepare(parameters, balances, out PreparedPool<StableState> state);
            state.SwapExactIn(0, 1, 1_000_000_000_000_000_000UL);
            state.SwapExactOut(0, 1, 1_000_000_000_000_000_000UL);
            state.SwapExactOut(0, 1, UInt256.MaxValue);
            state.MarginalPayout(0, 1);
            state.Invariant();
        });
    }

    private static PreparedPool<StableState> Prepare(UInt256[] balances)
    {
        Assert.Equal(Revert.None, StableState.TryPrepare(StableParameters.Create(balances.Length, 200_000), balances, out PreparedPool<StableState> state));
        return state;
    }
}
