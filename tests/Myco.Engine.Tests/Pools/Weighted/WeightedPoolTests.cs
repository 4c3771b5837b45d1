using Myco.Engine.Pools;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Weighted;

/// <summary>WeightedPool of each WeightedVersion: its added unit, MinimumBalance before and after the formula, what names no token.</summary>
public sealed class WeightedPoolTests
{
    private const ulong Minimum = 1_000_000;
    private static readonly WeightedParameters Current = Make(WeightedVersion.Current), Older = Make(WeightedVersion.BeforeMinimumBalances);

    [Fact]
    public void The_current_version_adds_one_unit_to_the_balance_of_token_in()
    {
        UInt256[] balances = [10_000_001, 10_000_000];
        foreach (SwapKind kind in Enum.GetValues<SwapKind>())
        {
            UInt256 current = Swap(Current, kind, balances, 1_000_000).Amount;
            UInt256 older = Swap(Older, kind, balances, 1_000_000).Amount;
            UInt256 olderWithOne = Swap(Older, kind, [10_000_002, 10_000_000], 1_000_000).Amount;
            Assert.Equal(olderWithOne, current);
            Assert.True(kind == SwapKind.ExactIn ? current <= older : current >= older);
        }

        // The added unit also counts in the limit of 30 %: ⌊0.3·9 999 999⌋ is 2 999 999, of one unit more 3 000 000.
        Assert.Equal(Revert.MaxInRatio, Swap(Older, SwapKind.ExactIn, [9_999_999, 10_000_000], 3_000_000).Revert);
        Assert.Equal(Revert.None, Swap(Current, SwapKind.ExactIn, [9_999_999, 10_000_000], 3_000_000).Revert);
    }

    [Fact]
    public void The_balance_of_token_in_with_its_unit_reaches_the_minimum_first()
    {
        Assert.Equal(Revert.TokenBalanceBelowMin, Swap(Current, SwapKind.ExactIn, [Minimum - 2, 10 * Minimum], UInt256.MaxValue).Revert);
        Assert.Equal(Revert.None, Swap(Current, SwapKind.ExactIn, [Minimum - 1, 10 * Minimum], 1000).Revert);
        Assert.Equal(Revert.None, Swap(Older, SwapKind.ExactIn, [Minimum - 2, 10 * Minimum], 1000).Revert);
    }

    [Fact]
    public void What_is_left_of_token_out_reaches_the_minimum_last()
    {
        UInt256[] balances = [100 * Minimum, Minimum + 1000];
        Assert.Equal(Revert.None, Swap(Current, SwapKind.ExactOut, balances, 1000).Revert);
        Assert.Equal(Revert.TokenBalanceBelowMin, Swap(Current, SwapKind.ExactOut, balances, 1001).Revert);
        Assert.Equal(Revert.None, Swap(Older, SwapKind.ExactOut, balances, 1001).Revert);
        Assert.Equal(Revert.MaxOutRatio, Swap(Current, SwapKind.ExactOut, balances, Minimum).Revert);
        Assert.Equal(Revert.TokenBalanceBelowMin, Swap(Current, SwapKind.ExactIn, balances, 20 * Minimum).Revert);
    }

    [Fact]
    public void Invariants_take_balances_from_the_minimum_on()
    {
        Assert.Equal(Revert.None, Invariant(Current, [Minimum, Minimum]));
        Assert.Equal(Revert.TokenBalanceBelowMin, Invariant(Current, [Minimum, Minimum - 1]));
        Assert.Equal(Revert.TokenBalanceBelowMin, Invariant(Current, [0, Minimum]));
        Assert.Equal(Revert.ZeroInvariant, Invariant(Older, [0, Minimum], Rounding.Down));
        Assert.Equal(Revert.None, Invariant(Older, [0, Minimum], Rounding.Up));
    }

    [Fact]
    public void A_balance_computed_is_judged_after_the_formula_with_the_smaller_of_the_two()
    {
        Assert.Equal(Revert.None, Balance(Current, [Minimum, Minimum], 2 * One));
        Assert.Equal(Revert.TokenBalanceBelowMin, Balance(Current, [Minimum - 1, Minimum], 2 * One));
        Assert.Equal(Revert.TokenBalanceBelowMin, Balance(Current, [Minimum, Minimum], One - Percent));
        Assert.Equal(Revert.None, Balance(Older, [Minimum, Minimum], One - Percent));
        Assert.Equal(Revert.ProductOutOfBounds, Balance(Current, [0, Minimum], UInt256.MaxValue >> 1));
    }

    [Fact]
    public void The_minimum_is_a_unit_of_the_token_or_a_millionth_of_a_millionth()
    {
        Assert.Equal(1_000_000UL, MinimumBalance.Of(18));
        Assert.Equal(1_000_000UL, MinimumBalance.Of(12));
        Assert.Equal(10_000_000UL, MinimumBalance.Of(11));
        Assert.Equal(1_000_000_000_000UL, MinimumBalance.Of(6));
        Assert.Equal((UInt256)One, MinimumBalance.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinimumBalance.Of(19));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinimumBalance.Of(-1));
    }

    [Fact]
    public void What_names_no_token_is_refused()
    {
        WeightedPool pool = new(Current);
        UInt256[] balances = [One, One];
        foreach ((int tokenIn, int tokenOut, Revert expected) in new[]
        {
            (0, 2, Revert.TokenNotRegistered), (-1, 0, Revert.TokenNotRegistered), (int.MaxValue, 0, Revert.TokenNotRegistered), (1, 1, Revert.CannotSwapSameToken),
        })
        {
            Fault fault = default;
            _ = pool.OnSwap(SwapKind.ExactIn, balances, tokenIn, tokenOut, 1, ref fault);
            Assert.Equal(expected, fault.ToRevert());
        }

        Fault counts = default;
        _ = pool.OnSwap(SwapKind.ExactIn, balances.AsSpan(1), 0, 1, 1, ref counts);
        Assert.Equal(Revert.TokenCountMismatch, counts.ToRevert());
        Assert.Equal(Revert.TokenCountMismatch, Invariant(Current, [One]));
        Assert.Equal((2, (UInt256)(7 * One / 10), (UInt256)(3 * One)), (pool.TokenCount, pool.MinimumInvariantRatio, pool.MaximumInvariantRatio));
        Assert.Throws<ArgumentNullException>(() => new WeightedPool(null!));
    }

    private static WeightedParameters Make(WeightedVersion version) => WeightedParameters.Create([3 * One / 10, 7 * One / 10], [18, 18], version);

    private static (UInt256 Amount, Revert Revert) Swap(WeightedParameters parameters, SwapKind kind, UInt256[] balances, UInt256 amount)
    {
        Fault fault = default;
        UInt256 found = new WeightedPool(parameters).OnSwap(kind, balances, 0, 1, amount, ref fault);
        return (found, fault.ToRevert());
    }

    private static Revert Invariant(WeightedParameters parameters, UInt256[] balances, Rounding rounding = Rounding.Up)
    {
        Fault fault = default;
        _ = new WeightedPool(parameters).ComputeInvariant(balances, rounding, ref fault);
        return fault.ToRevert();
    }

    private static Revert Balance(WeightedParameters parameters, UInt256[] balances, UInt256 ratio)
    {
        Fault fault = default;
        _ = new WeightedPool(parameters).ComputeBalance(balances, 0, ratio, ref fault);
        return fault.ToRevert();
    }
}
