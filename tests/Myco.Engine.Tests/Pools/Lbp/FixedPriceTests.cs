using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Lbp;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Lbp.LbpDraws;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Lbp;

/// <summary>FixedPricePool and FixedPriceState: amounts over the price, rounded for the pool, the sale's times, the checks of FixedPriceParameters.</summary>
public sealed class FixedPriceTests
{
    private static readonly UInt256[] Rich = [Word(One * (BigInteger)1000), Word(One * (BigInteger)1000)];

    [Fact]
    public void Out_is_the_amount_over_the_price_rounded_down_and_in_the_product_rounded_up()
    {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++)
        {
            BigInteger price = 1 + random.NextInt64(long.MaxValue >> random.Next(50)), amount = random.NextInt64(1L << random.Next(1, 60));
            FixedPriceParameters parameters = FixedPriceParameters.Create(Word(price), 0, Start, End);
            _ = FixedPriceState.TryPrepare(parameters, Start, [UInt256.MaxValue, 0], out PreparedPool<FixedPriceState> state);
            ExactQuote sold = state.SwapExactIn(1, 0, Word(amount)), asked = state.SwapExactOut(1, 0, Word(amount));
            Assert.Equal((amount * One / price).ToString(), sold.Amount.ToString());
            Assert.Equal((((amount * price) + One - 1) / One).ToString(), asked.Amount.ToString());
            Assert.True(Big(state.SwapExactOut(1, 0, sold.Amount).Amount) <= amount);
            Assert.True(state.SwapExactIn(1, 0, asked.Amount).Amount >= Word(amount));
        }
    }

    [Fact]
    public void Only_the_reserve_is_taken_and_only_during_the_sale()
    {
        FixedPriceParameters parameters = FixedPriceParameters.Create(2 * One, 1, Start, End);
        Assert.Equal(Revert.SwapOfProjectTokenIn, Swap(parameters, Start, 1, One));
        Assert.Equal(Revert.None, Swap(parameters, Start, 0, One));
        Assert.Equal(Revert.None, Swap(parameters, End, 0, One));
        Assert.Equal(Revert.SwapsDisabled, Swap(parameters, Start - 1, 0, One));
        Assert.Equal(Revert.SwapsDisabled, Swap(parameters, End + 1, 1, One));
    }

    [Fact]
    public void No_more_is_sold_than_there_is()
    {
        FixedPriceParameters parameters = FixedPriceParameters.Create(2 * One, 1, Start, End);
        UInt256 everything = UInt256.WrappingMultiply(Rich[1], 2UL);
        Assert.Equal(Revert.None, Swap(parameters, Start, 0, UInt256.WrappingAdd(everything, 1)));
        Assert.Equal(Revert.SubtractionOverflow, Swap(parameters, Start, 0, UInt256.WrappingAdd(everything, 2)));
    }

    [Fact]
    public void The_invariant_is_the_worth_in_the_reserve_and_the_price_its_slope()
    {
        FixedPriceParameters parameters = FixedPriceParameters.Create(3, 1, Start, End);
        FixedPricePool pool = new(parameters, Start);
        Fault fault = default;
        Assert.Equal(7UL, pool.ComputeInvariant([7, 1], Rounding.Down, ref fault));
        Assert.Equal(8UL, pool.ComputeInvariant([7, 1], Rounding.Up, ref fault));
        Assert.Equal((UInt256.Zero, UInt256.MaxValue), (pool.MinimumInvariantRatio, pool.MaximumInvariantRatio));
        Assert.False(fault.IsRaised);
        _ = pool.ComputeBalance([7, 1], 0, One, ref fault);
        Assert.Equal(Revert.UnsupportedOperation, fault.ToRevert());
        _ = FixedPriceState.TryPrepare(parameters, Start, [7, 1], out PreparedPool<FixedPriceState> state);
        Assert.Equal("333333333333333333333333333333333333", state.MarginalPayout(0, 1).Amount.ToString());
        Assert.Equal(Revert.SwapOfProjectTokenIn, state.MarginalPayout(1, 0).Revert);
        Assert.Equal(7UL, state.Invariant().Amount);
    }

    [Fact]
    public void Parameters_and_states_are_checked()
    {
        Assert.Equal(Revert.TokenNotRegistered, FixedPriceParameters.TryCreate(One, 2, Start, End, out _));
        Assert.Equal(Revert.InvalidArgument, FixedPriceParameters.TryCreate(0, 1, Start, End, out _));
        Assert.Equal(Revert.InvalidArgument, FixedPriceParameters.TryCreate(One, 1, End, Start, out FixedPriceParameters? none));
        Assert.Null(none);
        Assert.Contains("name one", Assert.Throws<ArgumentException>(() => FixedPriceParameters.Create(One, 2, Start, End)).Message, StringComparison.Ordinal);
        Assert.Contains("above 0", Assert.Throws<ArgumentException>(() => FixedPriceParameters.Create(0, 0, Start, End)).Message, StringComparison.Ordinal);
        FixedPriceParameters parameters = FixedPriceParameters.Create(One, 0, Start, End);
        Assert.Equal(Revert.TokenCountMismatch, FixedPriceState.TryPrepare(parameters, Start, [One], out PreparedPool<FixedPriceState> state));
        Assert.Equal(Revert.TokenNotRegistered, state.SwapExactIn(1, 0, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, state.Invariant().Revert);
    }

    private static Revert Swap(FixedPriceParameters parameters, ulong time, int tokenIn, UInt256 amount)
    {
        Fault fault = default;
        _ = new FixedPricePool(parameters, time).OnSwap(SwapKind.ExactIn, Rich, tokenIn, 1 - tokenIn, amount, ref fault);
        return fault.ToRevert();
    }
}
