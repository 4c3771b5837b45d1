using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Weighted;

/// <summary>WeightedSwap: nothing is taken from the invariant, there and back gains nothing; TradeLimit at thirty percent of a balance.</summary>
public sealed class WeightedSwapTests
{
    [Fact]
    public void A_swap_never_takes_from_the_invariant()
    {
        // Whole percents make the law exact: (b_in + in)^p·(b_out − out)^q ≥ b_in^p·b_out^q.
        var random = new Random(1);
        int quoted = 0;
        for (int i = 0; i < 1_500; i++)
        {
            int p = random.Next(1, 100), q = 100 - p;
            UInt256 balanceIn = Balance(random), balanceOut = Balance(random);
            bool exactIn = i % 2 == 0;
            UInt256 given = Amount(random, exactIn ? balanceIn : balanceOut);
            Fault fault = default;
            UInt256 found = exactIn
                ? WeightedSwap.OutGivenExactIn(balanceIn, Weight(p), balanceOut, Weight(q), given, ref fault)
                : WeightedSwap.InGivenExactOut(balanceIn, Weight(p), balanceOut, Weight(q), given, ref fault);
            if (fault.IsRaised)
            {
                Assert.Equal(exactIn ? Revert.MaxInRatio : Revert.MaxOutRatio, fault.ToRevert());
                continue;
            }

            (UInt256 paid, UInt256 got) = exactIn ? (given, found) : (found, given);
            BigInteger before = BigInteger.Pow(Big(balanceIn), p) * BigInteger.Pow(Big(balanceOut), q);
            BigInteger after = BigInteger.Pow(Big(balanceIn) + Big(paid), p) * BigInteger.Pow(Big(balanceOut) - Big(got), q);
            Assert.True(after >= before, $"weights {p}/{q}, balances {balanceIn}, {balanceOut}, in {paid}, out {got}");
            quoted++;
        }

        Assert.InRange(quoted, 1_200, 1_499);
    }

    [Fact]
    public void There_and_back_again_gains_nothing()
    {
        var random = new Random(2);
        for (int i = 0; i < 5_000; i++)
        {
            int p = random.Next(1, 100);
            UInt256 balanceIn = Balance(random), balanceOut = Balance(random), amount = Amount(random, balanceIn);
            Fault fault = default;
            UInt256 got = WeightedSwap.OutGivenExactIn(balanceIn, Weight(p), balanceOut, Weight(100 - p), amount, ref fault);
            UInt256 back = WeightedSwap.OutGivenExactIn(
                UInt256.WrappingSubtract(balanceOut, got), Weight(100 - p), UInt256.WrappingAdd(balanceIn, amount), Weight(p), got, ref fault);
            Assert.True(fault.IsRaised || back <= amount, $"{amount} in, {back} back");
        }
    }

    [Fact]
    public void More_in_never_gives_less_out()
    {
        var random = new Random(3);
        for (int i = 0; i < 3_000; i++)
        {
            int p = random.Next(1, 100);
            UInt256 balanceIn = Balance(random), balanceOut = Balance(random);
            Fault fault = default;
            UInt256 amount = Amount(random, balanceIn), much = UInt256.WrappingAdd(amount, UInt256.WrappingAdd(amount >> 10, 1));
            UInt256 less = WeightedSwap.OutGivenExactIn(balanceIn, Weight(p), balanceOut, Weight(100 - p), amount, ref fault);
            UInt256 more = WeightedSwap.OutGivenExactIn(balanceIn, Weight(p), balanceOut, Weight(100 - p), much, ref fault);
            Assert.True(fault.IsRaised || more >= less);
        }
    }

    [Fact]
    public void Thirty_percent_of_a_balance_is_the_limit()
    {
        UInt256 balance = Word((BigInteger)1000 * One + 3);
        UInt256 share = Word((BigInteger)300 * One);
        UInt256 above = UInt256.WrappingAdd(share, 1);
        Assert.Equal(Revert.None, Out(balance, share));
        Assert.Equal(Revert.MaxInRatio, Out(balance, above));
        Assert.Equal(Revert.None, In(balance, share));
        Assert.Equal(Revert.MaxOutRatio, In(balance, above));
    }

    [Fact]
    public void Zero_balances_divide_by_zero_and_the_share_is_judged_before_the_weights()
    {
        Assert.Equal(Revert.ZeroDivision, Out(0, 0));
        Assert.Equal(Revert.ZeroDivision, In(0, 0));
        Assert.Equal(Revert.MaxInRatio, Out(0, 1));
        Fault fault = default;
        _ = WeightedSwap.OutGivenExactIn(One, One, One, 0, One, ref fault);
        Assert.Equal(Revert.MaxInRatio, fault.ToRevert());
        fault = default;
        _ = WeightedSwap.OutGivenExactIn(One, One, One, 0, Percent, ref fault);
        Assert.Equal(Revert.DivisionByZero, fault.ToRevert());
        fault = default;
        _ = WeightedSwap.InGivenExactOut(One, 0, One, One, Percent, ref fault);
        Assert.Equal(Revert.ZeroDivision, fault.ToRevert());
    }

    [Fact]
    public void An_amount_of_zero_costs_what_the_error_allowance_costs_and_pays_nothing()
    {
        Fault fault = default;
        Assert.Equal(UInt256.Zero, WeightedSwap.OutGivenExactIn(One, Weight(30), One, Weight(70), 0, ref fault));
        Assert.Equal(10_001UL, WeightedSwap.InGivenExactOut(One, Weight(30), One, Weight(70), 0, ref fault));
        Assert.Equal(UInt256.Zero, WeightedSwap.InGivenExactOut(One, Weight(50), One, Weight(50), 0, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void Any_words_end_in_an_amount_or_a_refusal()
    {
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++)
        {
            Fault fault = default;
            UInt256 balanceOut = AnyWord(random);
            UInt256 found = WeightedSwap.OutGivenExactIn(AnyWord(random), AnyWord(random), balanceOut, AnyWord(random), AnyWord(random), ref fault);
            Assert.True(fault.IsRaised || found <= balanceOut);
            _ = WeightedSwap.InGivenExactOut(AnyWord(random), AnyWord(random), balanceOut, AnyWord(random), AnyWord(random), ref fault);
            _ = WeightedMarginalPayout.Of(AnyWord(random), AnyWord(random), balanceOut, AnyWord(random), ref fault);
        }
    }

    private static UInt256 Weight(int percent) => (ulong)percent * Percent;

    private static Revert Out(UInt256 balance, UInt256 amount)
    {
        Fault fault = default;
        _ = WeightedSwap.OutGivenExactIn(balance, Weight(20), balance, Weight(80), amount, ref fault);
        return fault.ToRevert();
    }

    private static Revert In(UInt256 balance, UInt256 amount)
    {
        Fault fault = default;
        _ = WeightedSwap.InGivenExactOut(balance, Weight(20), balance, Weight(80), amount, ref fault);
        return fault.ToRevert();
    }
}
