using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Vault;

public sealed class ScaledPoolStateTests
{
    private static readonly UInt256 OneAndAQuarter = 1_250_000_000_000_000_001UL;

    // 1 000 dollars of 6 decimals against 800 shares of 8 decimals worth 1.25 each.
    private static readonly VaultToken[] Scales = [VaultToken.Plain(6), VaultToken.WithRate(8, OneAndAQuarter, paysYieldFees: false)];
    private static readonly PreparedPool<ConstantProductState> OnLive = ConstantProductState.Pool(Live(0, 1_000_000_000), Live(1, 80_000_000_000));
    private static readonly PreparedPool<ScaledPoolState<ConstantProductState>> Pool = Scale(OnLive, Scales);

    [Fact]
    public void Amounts_are_raw_and_the_price_is_one_of_whole_tokens()
    {
        Assert.Equal("7920792", Pool.SwapExactIn(0, 1, 10_000_000).Amount.ToString()[..7]);
        ExactQuote price = Pool.MarginalPayout(0, 1);
        Assert.InRange((double)price.Amount.Low / 1e18, 0.8 - 1e-12, 0.8 + 1e-12);
        Assert.Equal(2, Pool.TokenCount);
        Assert.Equal(Pool.State.Live.Invariant().Amount, Pool.Invariant().Amount);
    }

    [Fact]
    public void Nobody_gains_by_rounding()
    {
        Random random = new(41);
        for (int round = 0; round < 20_000; round++)
        {
            (int tokenIn, int tokenOut) = random.Next(2) == 0 ? (0, 1) : (1, 0);
            UInt256 amount = (ulong)random.NextInt64(1, 1L << random.Next(1, 36));
            ExactQuote bought = Pool.SwapExactIn(tokenIn, tokenOut, amount);
            Assert.True(bought.IsOk);
            ExactQuote paid = Pool.SwapExactOut(tokenIn, tokenOut, bought.Amount);
            Assert.True(!paid.IsOk || paid.Amount <= amount, "the same amount out costs more than was paid for it");

            // The pool's product may not fall when the raw amounts are moved.
            Fault fault = default;
            UInt256 into = Scales[tokenIn].ToLive(amount, Rounding.Down, ref fault);
            UInt256 from = Scales[tokenOut].ToLive(bought.Amount, Rounding.Up, ref fault);
            ExactQuote exact = Pool.State.Live.SwapExactIn(tokenIn, tokenOut, into);
            Assert.True(from <= exact.Amount, "more is paid out than the pool calculates");
        }
    }

    [Fact]
    public void A_refusal_of_the_pool_or_of_the_scale_is_the_quote()
    {
        Assert.Equal(Revert.TokenNotRegistered, Pool.SwapExactIn(0, 2, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, Pool.SwapExactOut(-1, 0, 1).Revert);
        Assert.Equal(Revert.CannotSwapSameToken, Pool.MarginalPayout(1, 1).Revert);
        Assert.Equal(Revert.MultiplicationOverflow, Pool.SwapExactIn(0, 1, UInt256.MaxValue).Revert);
        Assert.Equal(Revert.SubtractionOverflow, Pool.SwapExactOut(0, 1, 90_000_000_000).Revert);
        Assert.Equal(ExactWarning.AllowancesTooSmall, Pool.SwapExactIn(0, 1, 1000).Warning);
        Assert.Equal(Revert.DivisionByZero, Scale(ConstantProductState.Pool(5, 5), new VaultToken[2]).MarginalPayout(0, 1).Revert);
    }

    [Fact]
    public void Not_one_scale_a_token_is_refused_and_the_scales_are_copied()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Scale(ConstantProductState.Pool(1, 1), new VaultToken[3]));
        Assert.Contains("3 token scalings for a pool of 2 tokens", exception.Message, StringComparison.Ordinal);
        VaultToken[] scales = [VaultToken.Plain(6), VaultToken.Plain(6)];
        PreparedPool<ScaledPoolState<ConstantProductState>> pool = Scale(OnLive, scales);
        UInt256 before = pool.SwapExactIn(0, 1, 1000).Amount;
        scales[0] = VaultToken.Plain(0);
        Assert.Equal(before, pool.SwapExactIn(0, 1, 1000).Amount);
    }

    [Fact]
    public void A_quote_allocates_nothing() => AllocationAssert.None(() =>
    {
        _ = Pool.SwapExactIn(0, 1, 1000);
        _ = Pool.SwapExactOut(1, 0, 1000);
        _ = Pool.MarginalPayout(1, 0);
    });

    private static PreparedPool<ScaledPoolState<ConstantProductState>> Scale(in PreparedPool<ConstantProductState> live, VaultToken[] tokens) =>
        new(new(live, tokens));

    private static UInt256 Live(int token, UInt256 raw)
    {
        Fault fault = default;
        return Scales[token].ToLive(raw, Rounding.Down, ref fault);
    }
}
