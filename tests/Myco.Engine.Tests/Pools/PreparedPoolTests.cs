using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Clp3;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools;

public sealed class PreparedPoolTests
{
    private static readonly PreparedPool<ConstantProductState> Pool = ConstantProductState.Pool(1_000_000, 2_000_000, 3_000_000);

    [Fact]
    public void A_quote_is_what_the_state_answers_with_its_warning()
    {
        Fault fault = default;
        ConstantProductState state = Pool.State;
        foreach (SwapKind kind in Enum.GetValues<SwapKind>())
        {
            ExactQuote quote = Pool.Quote(new(kind, 2, 1, 5_000));
            Assert.Equal(state.Swap(kind, 2, 1, 5_000, ref fault), quote.Amount);
            Assert.Equal(ExactWarning.AllowancesTooSmall, quote.Warning);
            AssertSame(quote, kind == SwapKind.ExactIn ? Pool.SwapExactIn(2, 1, 5_000) : Pool.SwapExactOut(2, 1, 5_000));
        }

        Assert.Equal(state.MarginalPayout(0, 2, ref fault), Pool.MarginalPayout(0, 2).Amount);
        Assert.Equal(state.Invariant(ref fault), Pool.Invariant().Amount);
        Assert.Equal(3, Pool.TokenCount);
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void What_the_state_refuses_has_neither_amount_nor_warning() =>
        AssertSame(ExactQuote.Refuse(Revert.SubtractionOverflow), Pool.SwapExactOut(0, 1, 2_000_001));

    [Theory]
    [InlineData(-1, 0, Revert.TokenNotRegistered)]
    [InlineData(0, 3, Revert.TokenNotRegistered)]
    [InlineData(int.MaxValue, int.MinValue, Revert.TokenNotRegistered)]
    [InlineData(3, 3, Revert.TokenNotRegistered)]
    [InlineData(2, 2, Revert.CannotSwapSameToken)]
    public void Tokens_are_checked_before_the_state_is_asked(int tokenIn, int tokenOut, Revert expected)
    {
        ExactQuote refused = ExactQuote.Refuse(expected);
        AssertSame(refused, Pool.SwapExactIn(tokenIn, tokenOut, UInt256.MaxValue));
        AssertSame(refused, Pool.SwapExactOut(tokenIn, tokenOut, UInt256.MaxValue));
        AssertSame(refused, Pool.MarginalPayout(tokenIn, tokenOut));
    }

    [Fact]
    public void A_kind_of_no_swap_is_refused_whatever_the_tokens()
    {
        AssertSame(ExactQuote.Refuse(Revert.InvalidArgument), Pool.Quote(new((SwapKind)2, 0, 1, 5)));
        AssertSame(ExactQuote.Refuse(Revert.InvalidArgument), Pool.Quote(new((SwapKind)255, 7, 7, 5)));
    }

    [Fact]
    public void A_pool_that_was_not_prepared_refuses_every_question()
    {
        Refuses<EclpState>();
        Refuses<Clp2State>();
        Refuses<Clp3State>();
        Refuses<WeightedState>();
        Refuses<StableState>();
        Refuses<LbpState>();
        Refuses<FixedPriceState>();
        Refuses<QuantAmmState>();
        Refuses<ExactEllipsoidState>();
        Refuses<ScaledPoolState<EclpState>>();
    }

    [Fact]
    public void A_question_allocates_nothing() => AllocationAssert.None(() =>
    {
        Pool.SwapExactIn(0, 1, 5);
        Pool.SwapExactOut(1, 0, 5);
        Pool.Quote(new((SwapKind)9, 0, 1, 5));
        Pool.MarginalPayout(0, 0);
        Pool.Invariant();
    });

    private static void Refuses<TState>()
        where TState : struct, IPoolState
    {
        PreparedPool<TState> pool = default;
        ExactQuote refused = ExactQuote.Refuse(Revert.TokenNotRegistered);
        Assert.Equal(0, pool.TokenCount);
        AssertSame(refused, pool.SwapExactIn(0, 1, UInt256.One));
        AssertSame(refused, pool.SwapExactOut(0, 1, UInt256.One));
        AssertSame(refused, pool.MarginalPayout(0, 1));
        AssertSame(refused, pool.Invariant());
    }

    private static void AssertSame(ExactQuote expected, ExactQuote quote) =>
        Assert.Equal((expected.Revert, expected.Amount, expected.Warning), (quote.Revert, quote.Amount, quote.Warning));
}
