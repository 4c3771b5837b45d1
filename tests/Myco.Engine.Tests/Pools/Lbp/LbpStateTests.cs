using Myco.Engine.Pools;
using Myco.Engine.Pools.Lbp;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using static Myco.Engine.Tests.Pools.Lbp.LbpDraws;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Lbp;

public sealed class LbpStateTests
{
    [Fact]
    public void A_prepared_quote_is_the_contracts()
    {
        var random = new Random(1);
        for (int i = 0; i < 3_000; i++)
        {
            LbpParameters parameters = LbpDraws.Random(random);
            ulong time = Start + (ulong)random.Next(1001);
            UInt256[] balances = Pair(random, any: i % 4 == 0);
            Assert.Equal(Revert.None, LbpState.TryPrepare(parameters, time, balances, out PreparedPool<LbpState> state));
            LbpPool pool = new(parameters, time);
            int tokenIn = random.Next(2);
            UInt256 amount = i % 4 == 1 ? AnyWord(random) : Amount(random, balances[i % 2 == 0 ? tokenIn : 1 - tokenIn]);
            Fault fault = default;
            UInt256 expected = pool.OnSwap(SwapKind.ExactIn, balances, tokenIn, 1 - tokenIn, amount, ref fault);
            Same(new(expected, fault), state.SwapExactIn(tokenIn, 1 - tokenIn, amount));
            fault = default;
            expected = pool.OnSwap(SwapKind.ExactOut, balances, tokenIn, 1 - tokenIn, amount, ref fault);
            Same(new(expected, fault), state.SwapExactOut(tokenIn, 1 - tokenIn, amount));
            fault = default;
            expected = pool.ComputeInvariant(balances, Rounding.Down, ref fault);
            Same(new(expected, fault), state.Invariant());
        }
    }

    [Fact]
    public void The_spot_price_counts_the_virtual_balance()
    {
        // 90 % project at the start: (1000 reserve / 0.1) / (500 project / 0.9) = 18.
        _ = LbpState.TryPrepare(Sale(999_000_000), Start, [Word(500 * (System.Numerics.BigInteger)One), One], out PreparedPool<LbpState> state);
        Assert.Equal("18000000000000000000", state.MarginalPayout(0, 1).Amount.ToString());
        Assert.Equal("55555555555555555", state.MarginalPayout(1, 0).Amount.ToString());
        Assert.Equal(Revert.CannotSwapSameToken, state.MarginalPayout(1, 1).Revert);
    }

    [Fact]
    public void A_state_that_was_not_prepared_refuses_everything()
    {
        Assert.Equal(Revert.TokenCountMismatch, LbpState.TryPrepare(Sale(), Start, [One], out PreparedPool<LbpState> state));
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactIn(0, 1, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactOut(0, 1, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.MarginalPayout(0, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.Invariant().Revert);
    }

    [Fact]
    public void Quotes_allocate_nothing()
    {
        LbpParameters parameters = Sale(77);
        UInt256[] balances = [One, One];
        _ = LbpState.TryPrepare(parameters, Start + 5, balances, out PreparedPool<LbpState> state);
        AllocationAssert.None(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Fault fault = default;
                _ = new LbpPool(parameters, Start + 6).OnSwap(SwapKind.ExactIn, balances, 0, 1, Percent, ref fault);
                Assert.True(state.SwapExactIn(0, 1, Percent).IsOk & state.SwapExactOut(1, 0, Percent).IsOk & !fault.IsRaised);
                Assert.True(state.MarginalPayout(1, 0).IsOk & state.Invariant().IsOk);
            }
        });
    }

    private static void Same(ExactQuote expected, ExactQuote found) =>
        Assert.Equal((expected.Amount, expected.Revert), (found.Amount, found.Revert));
}
