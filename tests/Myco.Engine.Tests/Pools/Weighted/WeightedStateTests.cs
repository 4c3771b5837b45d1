using Myco.Engine.Pools;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Weighted;

/// <summary>WeightedState, prepared: the contract's quotes, and WeightedMarginalPayout as the limit of small trades, rounded once.</summary>
public sealed class WeightedStateTests
{
    [Theory]
    [InlineData(WeightedVersion.Current)]
    [InlineData(WeightedVersion.BeforeMinimumBalances)]
    public void A_prepared_quote_is_the_contracts(WeightedVersion version)
    {
        var random = new Random(1);
        for (int i = 0; i < 3_000; i++)
        {
            WeightedParameters parameters = Pool(random, version);
            UInt256[] balances = i % 4 == 0 ? [.. Enumerable.Range(0, parameters.TokenCount).Select(_ => AnyWord(random))] : Balances(random, parameters.TokenCount);
            Assert.Equal(Revert.None, WeightedState.TryPrepare(parameters, balances, out PreparedPool<WeightedState> state));
            int tokenIn = random.Next(parameters.TokenCount), tokenOut = random.Next(parameters.TokenCount);
            UInt256 amount = i % 4 == 1 ? AnyWord(random) : Amount(random, balances[i % 2 == 0 ? tokenIn : tokenOut]);
            WeightedPool pool = new(parameters);
            Check(pool, SwapKind.ExactIn, state.SwapExactIn(tokenIn, tokenOut, amount));
            Check(pool, SwapKind.ExactOut, state.SwapExactOut(tokenIn, tokenOut, amount));
            Fault fault = default;
            UInt256 invariant = pool.ComputeInvariant(balances, Rounding.Down, ref fault);
            Assert.Equal((fault.IsRaised ? UInt256.Zero : invariant, fault.ToRevert()), (state.Invariant().Amount, state.Invariant().Revert));

            void Check(WeightedPool pool, SwapKind kind, ExactQuote quote)
            {
                Fault swap = default;
                UInt256 expected = pool.OnSwap(kind, balances, tokenIn, tokenOut, amount, ref swap);
                Assert.Equal(swap.ToRevert(), quote.Revert);
                Assert.Equal(swap.IsRaised ? UInt256.Zero : expected, quote.Amount);
            }
        }
    }

    [Fact]
    public void The_spot_price_is_the_limit_of_small_trades_from_above()
    {
        var random = new Random(2);
        for (int i = 0; i < 500; i++)
        {
            WeightedParameters parameters = Pool(random);
            UInt256[] balances = [.. Balances(random, parameters.TokenCount).Select(balance => UInt256.WrappingMultiply(balance, 10_000_000_000UL))];
            _ = WeightedState.TryPrepare(parameters, balances, out PreparedPool<WeightedState> state);
            UInt256 amount = balances[0] >> 20;
            double price = (double)Big(state.MarginalPayout(0, 1).Amount) / 1e18, paid = (double)Big(amount);
            double average = (double)Big(state.SwapExactIn(0, 1, amount).Amount) / paid;
            Assert.InRange(average, price * (1 - 3e-4) - 1e-15, (price + 1e-18) * (1 + 1e-12));
        }
    }

    [Fact]
    public void The_spot_price_is_rounded_once()
    {
        WeightedParameters parameters = WeightedParameters.Create([One / 5, 4 * One / 5], [18, 18]);
        _ = WeightedState.TryPrepare(parameters, [3 * One, One], out PreparedPool<WeightedState> state);
        Assert.Equal("83333333333333333", state.MarginalPayout(0, 1).Amount.ToString());
        Assert.Equal("12000000000000000000", state.MarginalPayout(1, 0).Amount.ToString());
        _ = WeightedState.TryPrepare(parameters, [0, One], out state);
        Assert.Equal(Revert.DivisionByZero, state.MarginalPayout(0, 1).Revert);
        Assert.Equal(UInt256.Zero, state.MarginalPayout(1, 0).Amount);
    }

    [Fact]
    public void Later_changes_of_the_list_do_not_reach_the_state()
    {
        UInt256[] balances = [One, One];
        WeightedParameters parameters = WeightedParameters.Create([One / 2, One / 2], [18, 18]);
        _ = WeightedState.TryPrepare(parameters, balances, out PreparedPool<WeightedState> state);
        ExactQuote before = state.SwapExactIn(0, 1, Percent);
        balances[1] = 5;
        Assert.Equal(before.Amount, state.SwapExactIn(0, 1, Percent).Amount);
    }

    [Fact]
    public void A_state_that_was_not_prepared_refuses_everything()
    {
        WeightedParameters parameters = WeightedParameters.Create([One / 2, One / 2], [18, 18]);
        Assert.Equal(Revert.TokenCountMismatch, WeightedState.TryPrepare(parameters, [One], out PreparedPool<WeightedState> state));
        Assert.Equal(0, state.TokenCount);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactIn(0, 1, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.MarginalPayout(0, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.Invariant().Revert);
    }

    [Fact]
    public void Quotes_allocate_nothing()
    {
        WeightedParameters parameters = WeightedParameters.Create([3 * One / 10, One / 5, One / 2], [18, 6, 8]);
        _ = WeightedState.TryPrepare(parameters, [5 * One, 7 * One, 9 * One], out PreparedPool<WeightedState> state);
        AllocationAssert.None(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Assert.True(state.SwapExactIn(0, 1, Percent).IsOk & state.SwapExactOut(2, 1, Percent).IsOk);
                Assert.True(state.MarginalPayout(1, 2).IsOk & state.Invariant().IsOk);
                Assert.False(state.SwapExactIn(1, 1, Percent).IsOk);
            }
        });
    }
}
