using Myco.Engine.Pools;
using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Lbp.LbpDraws;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Lbp;

/// <summary>LbpPool: a weighted pool with the weights of its WeightSchedule, open while that says so; LbpParameters are checked by LbpGuards.</summary>
public sealed class LbpPoolTests
{
    private static readonly UInt256[] Rich = [Word(One * (System.Numerics.BigInteger)1000), Word(One * (System.Numerics.BigInteger)1000)];

    [Theory]
    [InlineData(Start - 1, Revert.SwapsDisabled)]
    [InlineData(Start, Revert.None)]
    [InlineData(End, Revert.None)]
    [InlineData(End + 1, Revert.SwapsDisabled)]
    public void Swaps_are_open_from_the_start_to_the_end_both_included(ulong time, Revert expected) =>
        Assert.Equal(expected, Swap(Sale(), time, SwapKind.ExactIn, Rich, 1, One).Revert);

    [Fact]
    public void A_blocked_pool_takes_only_the_reserve_and_says_so_after_the_time()
    {
        LbpParameters blocked = Sale(blocks: true);
        Assert.Equal(Revert.SwapOfProjectTokenIn, Swap(blocked, Start, SwapKind.ExactIn, Rich, 0, One).Revert);
        Assert.Equal(Revert.None, Swap(blocked, Start, SwapKind.ExactIn, Rich, 1, One).Revert);
        Assert.Equal(Revert.SwapsDisabled, Swap(blocked, End + 1, SwapKind.ExactIn, Rich, 0, One).Revert);
        Assert.Equal(Revert.None, Swap(Sale(), Start, SwapKind.ExactIn, Rich, 0, One).Revert);
    }

    [Theory]
    [InlineData(WeightedVersion.Current)]
    [InlineData(WeightedVersion.BeforeMinimumBalances)]
    public void It_is_a_weighted_pool_with_the_weights_of_the_time(WeightedVersion version)
    {
        var random = new Random(1);
        for (int i = 0; i < 500; i++)
        {
            ulong time = Start + (ulong)random.Next(1001), virtualBalance = (ulong)random.Next();
            LbpPool pool = new(Sale(virtualBalance, version: version), time);
            WeightedPool weighted = new(WeightedParameters.Create([pool.Weight(0), pool.Weight(1)], [18, 6], version));
            UInt256[] balances = [Balance(random), Balance(random)];
            UInt256[] effective = [balances[0], UInt256.WrappingAdd(balances[1], UInt256.WrappingMultiply(virtualBalance, 1_000_000_000_000UL))];
            int tokenIn = random.Next(2);
            SwapKind kind = (SwapKind)random.Next(2);
            UInt256 amount = Amount(random, effective[kind == SwapKind.ExactIn ? tokenIn : 1 - tokenIn]);
            Fault own = default, theirs = default;
            UInt256 found = pool.OnSwap(kind, balances, tokenIn, 1 - tokenIn, amount, ref own);
            UInt256 expected = weighted.OnSwap(kind, effective, tokenIn, 1 - tokenIn, amount, ref theirs);
            UInt256 paid = kind == SwapKind.ExactIn ? expected : amount;
            bool isShort = !theirs.IsRaised && tokenIn == 0 && paid > balances[1];
            Assert.Equal(isShort ? Revert.InsufficientRealReserveBalance : theirs.ToRevert(), own.ToRevert());
            Assert.True(own.IsRaised || found == expected);
            own = theirs = default;
            Assert.Equal(
                weighted.ComputeInvariant(effective, Rounding.Up, ref theirs), pool.ComputeInvariant(balances, Rounding.Up, ref own));
            Assert.Equal(theirs.ToRevert(), own.ToRevert());
        }
    }

    [Fact]
    public void The_real_reserve_is_looked_at_after_the_formula()
    {
        // 10 000 virtual units of a token of 6 decimals, none real.
        LbpParameters sale = Sale(10_000_000_000);
        UInt256[] balances = [Rich[0], 0];
        Assert.Equal(Revert.InsufficientRealReserveBalance, Swap(sale, Start, SwapKind.ExactOut, balances, 0, 1).Revert);
        Assert.Equal(Revert.None, Swap(sale, Start, SwapKind.ExactOut, [Rich[0], 1], 0, 1).Revert);
        Assert.Equal(Revert.MaxOutRatio, Swap(sale, Start, SwapKind.ExactOut, balances, 0, UInt256.MaxValue).Revert);
        Assert.Equal(Revert.None, Swap(sale, Start, SwapKind.ExactIn, balances, 1, One).Revert);
    }

    [Fact]
    public void A_virtual_balance_makes_the_limit_of_30_percent_one_of_both_parts()
    {
        LbpParameters sale = Sale(10_000_000_000);
        UInt256 balance = Word(10 * (System.Numerics.BigInteger)One), share = Word(3003 * (System.Numerics.BigInteger)One);
        Assert.Equal(Revert.None, Swap(sale, Start, SwapKind.ExactIn, [Rich[0], balance], 1, share).Revert);
        Assert.Equal(Revert.MaxInRatio, Swap(sale, Start, SwapKind.ExactIn, [Rich[0], balance], 1, UInt256.WrappingAdd(share, 1)).Revert);
    }

    [Fact]
    public void No_balance_can_be_computed()
    {
        Fault fault = default;
        _ = new LbpPool(Sale(), Start).ComputeBalance(Rich, 0, One, ref fault);
        Assert.Equal(Revert.UnsupportedOperation, fault.ToRevert());
    }

    [Fact]
    public void Parameters_are_checked()
    {
        Check(Revert.TokenCountMismatch, "give both", Falling, 0, [18]);
        Check(Revert.TokenNotRegistered, "name one of the two", Falling, 2, [18, 18]);
        Check(Revert.InvalidArgument, "0 to 18", Falling, 0, [18, 19]);
        Check(Revert.InvalidArgument, "order the times", Falling with { EndTime = Start - 1 }, 0, [18, 18]);
        Check(Revert.MinWeight, "1 %", Falling with { EndWeight = Percent - 1 }, 0, [18, 18]);
        Check(Revert.MinWeight, "1 %", Falling with { StartWeight = One - Percent + 1 }, 0, [18, 18]);
        Check(Revert.MinWeight, "1 %", Falling with { StartWeight = UInt256.MaxValue }, 0, [18, 18]);
        Check(Revert.MultiplicationOverflow, "lower it", Falling, 0, [18, 17], UInt256.MaxValue);
        LbpParameters sale = Sale(5);
        Assert.Equal((0, 1, false, (UInt256)5_000_000_000_000), (sale.ProjectToken, sale.ReserveToken, sale.BlocksProjectTokenIn, sale.ReserveVirtualBalance));
    }

    private static void Check(Revert expected, string words, WeightSchedule schedule, int project, int[] decimals, UInt256 virtualBalance = default)
    {
        Assert.Equal(expected, LbpParameters.TryCreate(schedule, project, decimals, virtualBalance, false, WeightedVersion.Current, out LbpParameters? made));
        Assert.Null(made);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => LbpParameters.Create(schedule, project, decimals, virtualBalance));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private static (UInt256 Amount, Revert Revert) Swap(
        LbpParameters parameters, ulong time, SwapKind kind, UInt256[] balances, int tokenIn, UInt256 amount)
    {
        Fault fault = default;
        UInt256 found = new LbpPool(parameters, time).OnSwap(kind, balances, tokenIn, 1 - tokenIn, amount, ref fault);
        return (found, fault.ToRevert());
    }
}
