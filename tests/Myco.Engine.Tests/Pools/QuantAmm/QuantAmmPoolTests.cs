using Myco.Engine.Pools;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.QuantAmm;

/// <summary>QuantAmmPool and QuantAmmState: weights move until they stand still, QuantAmmSwap keeps both amounts within the trade size, QuantAmmParameters are checked.</summary>
public sealed class QuantAmmPoolTests
{
    private const ulong Update = 1_000_000;
    private const ulong Last = 2_000_000;
    private const long Tick = 1_000_000_000;
    private static readonly UInt256[] Rich = [Word(1000 * (System.Numerics.BigInteger)One), Word(1000 * (System.Numerics.BigInteger)One), One];

    [Fact]
    public void Weights_move_until_the_last_interpolation_and_then_stand_still()
    {
        Assert.Equal(["200000000000000000", "300000000000000000", "500000000000000000"], Weights(Rising(), Update));
        Assert.Equal(["200000003000000000", "300000000000000000", "499999997000000000"], Weights(Rising(), Update + 3));
        Assert.Equal(Weights(Rising(), Last), Weights(Rising(), Last + 77));
        Assert.NotEqual(Weights(Rising(), Last), Weights(Rising(), Last - 1));
    }

    [Fact]
    public void Before_the_update_swaps_and_balances_are_refused_and_weights_are_absurd_unless_one_falls()
    {
        QuantAmmPool rising = new(Make([Tick, 0, 0]), Update - 1), falling = new(Rising(), Update - 1);
        Assert.Equal(Revert.SubtractionOverflow, Swap(rising, SwapKind.ExactIn, 0, 1, One).Revert);
        Assert.Equal(Revert.SubtractionOverflow, Balance(rising));
        Assert.Equal(
            [$"{200_000_000_000_000_000 + (System.Numerics.BigInteger)Tick * ((1L << 40) - 1)}", "300000000000000000", "500000000000000000"],
            Weights(Make([Tick, 0, 0]), Update - 1));
        Fault fault = default;
        falling.CopyWeights(new UInt256[3], ref fault);
        Assert.Equal(Revert.SubtractionOverflow, fault.ToRevert());
        fault = default;
        _ = falling.ComputeInvariant(Rich, Rounding.Down, ref fault);
        Assert.Equal(Revert.SubtractionOverflow, fault.ToRevert());
    }

    [Fact]
    public void Both_amounts_stay_within_the_trade_size_before_and_after_the_formula()
    {
        QuantAmmPool pool = new(Rising(), Update);
        UInt256 limit = Word(100 * (System.Numerics.BigInteger)One);
        Assert.Equal(Revert.None, Swap(pool, SwapKind.ExactIn, 0, 1, limit).Revert);
        Assert.Equal(Revert.MaxTradeSizeRatioExceeded, Swap(pool, SwapKind.ExactIn, 0, 1, UInt256.WrappingAdd(limit, 1)).Revert);
        Assert.Equal(Revert.MaxTradeSizeRatioExceeded, Swap(pool, SwapKind.ExactOut, 0, 1, UInt256.WrappingAdd(limit, 1)).Revert);

        // Weights 0.3 and 0.2: what 8 % brings takes 10.9 % out; what 8 % takes costs 13.3 % in the other direction.
        Assert.Equal(Revert.MaxTradeSizeRatioExceeded, Swap(pool, SwapKind.ExactIn, 1, 0, Word(80 * (System.Numerics.BigInteger)One)).Revert);
        Assert.Equal(Revert.MaxTradeSizeRatioExceeded, Swap(pool, SwapKind.ExactOut, 0, 1, Word(80 * (System.Numerics.BigInteger)One)).Revert);
        QuantAmmPool wide = new(Make([0, 0, 0], One), Update);
        Assert.Equal(Revert.MaxInRatio, Swap(wide, SwapKind.ExactIn, 0, 1, Word(301 * (System.Numerics.BigInteger)One)).Revert);
        Assert.Equal(Revert.MaxOutRatio, Swap(wide, SwapKind.ExactOut, 0, 1, Word(301 * (System.Numerics.BigInteger)One)).Revert);
    }

    [Fact]
    public void The_swap_is_the_plain_weighted_one_and_the_balance_rounds_its_exponent_up()
    {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++)
        {
            QuantAmmParameters parameters = Make([3 * Tick, -Tick, -2 * Tick], One);
            ulong time = Update + (ulong)random.Next(100_000);
            UInt256[] balances = Balances(random, 3), weights = [.. Weights(parameters, time).Select(text => UInt256.Parse(text))];
            UInt256 amount = Amount(random, balances[1]), ratio = (ulong)((0.7 + random.NextDouble()) * 1e18);
            QuantAmmPool pool = new(parameters, time);
            Fault own = default, plain = default;
            UInt256 found = pool.OnSwap(SwapKind.ExactIn, balances, 1, 2, amount, ref own);
            UInt256 expected = WeightedSwap.OutGivenExactIn(balances[1], weights[1], balances[2], weights[2], amount, ref plain);
            Assert.Equal((plain.ToRevert(), plain.IsRaised ? found : expected), (own.ToRevert(), found));
            own = default;
            Assert.Equal(
                WeightedInvariant.BalanceForRatio(balances[0], weights[0], ratio, Rounding.Up, ref own), pool.ComputeBalance(balances, 0, ratio, ref own));
            Assert.Equal(WeightedInvariant.Up(weights, balances, ref own), pool.ComputeInvariant(balances, Rounding.Up, ref own));
            Assert.False(own.IsRaised);
        }
    }

    [Fact]
    public void A_prepared_quote_is_the_contracts()
    {
        var random = new Random(2);
        for (int i = 0; i < 3_000; i++)
        {
            Int256[] weights = [.. Enumerable.Range(0, 3).Select(_ => (Int256)(random.Next(i % 5 == 0 ? -9 : 1, 1 << random.Next(5, 31)) * Tick))];
            Int256[] multipliers = [.. Enumerable.Range(0, 3).Select(_ => (Int256)(random.Next(-1000, 1000) * Tick))];
            QuantAmmParameters parameters = QuantAmmParameters.Create(weights, multipliers, Update, Last, (ulong)random.NextInt64((long)One));
            ulong time = Update - 5 + (ulong)random.Next(1 << random.Next(1, 24));
            UInt256[] balances = i % 4 == 0 ? [AnyWord(random), AnyWord(random), AnyWord(random)] : Balances(random, 3);
            Assert.Equal(Revert.None, QuantAmmState.TryPrepare(parameters, time, balances, out PreparedPool<QuantAmmState> state));
            QuantAmmPool pool = new(parameters, time);
            int tokenIn = random.Next(3), tokenOut = random.Next(3);
            UInt256 amount = i % 4 == 1 ? AnyWord(random) : Amount(random, balances[tokenIn]);
            Fault fault = default;
            UInt256 expected = pool.OnSwap(SwapKind.ExactIn, balances, tokenIn, tokenOut, amount, ref fault);
            Same(new(expected, fault), state.SwapExactIn(tokenIn, tokenOut, amount));
            fault = default;
            expected = pool.OnSwap(SwapKind.ExactOut, balances, tokenIn, tokenOut, amount, ref fault);
            Same(new(expected, fault), state.SwapExactOut(tokenIn, tokenOut, amount));
            fault = default;
            expected = pool.ComputeInvariant(balances, Rounding.Down, ref fault);
            Same(new(expected, fault), state.Invariant());
        }
    }

    [Fact]
    public void States_and_parameters_are_checked_and_quotes_allocate_nothing()
    {
        Assert.Equal(Revert.TokenCountMismatch, QuantAmmParameters.TryCreate([1L], [1L], 0, 0, One, out _));
        Assert.Equal(Revert.TokenCountMismatch, QuantAmmParameters.TryCreate([1L, 1L], [1L], 0, 0, One, out _));
        Assert.Equal(Revert.InvalidArgument, QuantAmmParameters.TryCreate([1L, 1L], [1L, 1L], 1UL << 40, 0, One, out _));
        Assert.Equal(Revert.WeightOverflow, QuantAmmParameters.TryCreate([1L, 1L], [1L, long.MaxValue], 0, 0, One, out QuantAmmParameters? none));
        Assert.Null(none);
        Assert.Contains("2 to 8", Assert.Throws<ArgumentException>(() => QuantAmmParameters.Create([1L], [1L], 0, 0, One)).Message, StringComparison.Ordinal);
        Assert.Contains("32", Assert.Throws<ArgumentException>(() => QuantAmmParameters.Create([1L, long.MaxValue], [1L, 1L], 0, 0, One)).Message, StringComparison.Ordinal);
        Assert.Contains("seconds", Assert.Throws<ArgumentException>(() => QuantAmmParameters.Create([1L, 1L], [1L, 1L], 0, 1UL << 40, One)).Message, StringComparison.Ordinal);
        Assert.Equal(Revert.TokenCountMismatch, QuantAmmState.TryPrepare(Rising(), Update, [One], out PreparedPool<QuantAmmState> unprepared));
        Assert.Equal(Revert.TokenNotRegistered, unprepared.SwapExactIn(0, 1, 1).Revert);
        Assert.Equal(Revert.TokenNotRegistered, unprepared.Invariant().Revert);
        _ = QuantAmmState.TryPrepare(Rising(), Update + 9, Rich, out PreparedPool<QuantAmmState> state);
        AllocationAssert.None(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Assert.True(state.SwapExactIn(0, 1, One).IsOk & state.SwapExactOut(1, 0, One).IsOk & state.MarginalPayout(0, 2).IsOk & state.Invariant().IsOk);
            }
        });
    }

    private static QuantAmmParameters Rising() => Make([Tick, 0, -Tick]);

    private static QuantAmmParameters Make(Int256[] multipliers, ulong ratio = One / 10) =>
        QuantAmmParameters.Create([2 * (long)(One / 10), 3 * (long)(One / 10), (long)(One / 2)], multipliers, Update, Last, ratio);

    private static List<string> Weights(QuantAmmParameters parameters, ulong time)
    {
        Fault fault = default;
        var weights = new UInt256[3];
        new QuantAmmPool(parameters, time).CopyWeights(weights, ref fault);
        Assert.False(fault.IsRaised);
        return [.. weights.Select(weight => weight.ToString())];
    }

    private static (UInt256 Amount, Revert Revert) Swap(QuantAmmPool pool, SwapKind kind, int tokenIn, int tokenOut, UInt256 amount)
    {
        Fault fault = default;
        UInt256 found = pool.OnSwap(kind, Rich, tokenIn, tokenOut, amount, ref fault);
        return (found, fault.ToRevert());
    }

    private static Revert Balance(QuantAmmPool pool)
    {
        Fault fault = default;
        _ = pool.ComputeBalance(Rich, 0, One, ref fault);
        return fault.ToRevert();
    }

    private static void Same(ExactQuote expected, ExactQuote found) =>
        Assert.Equal((expected.Amount, expected.Revert), (found.Amount, found.Revert));
}
