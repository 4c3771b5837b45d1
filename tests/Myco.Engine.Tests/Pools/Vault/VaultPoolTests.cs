using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Vault;

/// <summary>VaultPool: nothing is lost or made by AddLiquidity, RemoveLiquidity or a swap, nobody profits from there and back; VaultLimits hold to the unit, VaultSwitches close what they name.</summary>
public sealed class VaultPoolTests
{
    private const ulong LeastFee = 1_000_000_000_000;

    [Fact]
    public void What_comes_in_is_in_the_balances_or_in_the_fees()
    {
        Random random = new(61);
        int stood = 0;
        for (int i = 0; i < 2_000; i++)
        {
            VaultState state = DrawnVault.Sound(random, 3, 10_000_000_000_000_000);
            var vault = DrawnVault.Stable(state);
            BigInteger[] before = Held(state);
            UInt256[] amounts = new UInt256[3];
            BigInteger[] change = new BigInteger[3];
            switch (random.Next(4))
            {
                case 0:
                    SwapReceipt swap = vault.Swap(SwapKind.ExactIn, 0, 1, Raw(state, 0, 1e20), default);
                    Assert.True(swap.IsOk && !swap.AmountOut.IsZero);
                    (change[0], change[1]) = (Words.Big(swap.AmountIn), -Words.Big(swap.AmountOut));
                    break;
                case 1:
                    swap = vault.Swap(SwapKind.ExactOut, 1, 2, Raw(state, 2, 1e20), UInt256.MaxValue);
                    Assert.True(swap.IsOk && !swap.AggregateFee.IsZero);
                    (change[1], change[2]) = (Words.Big(swap.AmountIn), -Words.Big(swap.AmountOut));
                    break;
                case 2:
                    amounts[2] = UInt256.MaxValue >> 129;
                    Assert.True(vault.AddSingleTokenExactOut(Words.Between(random, 20, 21), amounts, amounts).IsOk);
                    change[2] = Words.Big(amounts[2]);
                    break;
                default:
                    Assert.True(vault.RemoveProportional(Words.Between(random, 20, 21), amounts, amounts, afterAdd: true).IsOk);
                    change = [.. amounts.Select(a => -Words.Big(a))];
                    break;
            }

            BigInteger[] after = Held(state);
            Assert.All(Enumerable.Range(0, 3), t => Assert.Equal(before[t] + change[t], after[t]));
            stood++;
        }

        Assert.Equal(2_000, stood);
    }

    [Fact]
    public void A_swap_there_and_back_never_profits()
    {
        Random random = new(62);
        for (int i = 0; i < 2_000; i++)
        {
            VaultState state = DrawnVault.Sound(random, 3, LeastFee);
            var vault = DrawnVault.Stable(state);
            UInt256 paid = Raw(state, 0, Math.Pow(10, 14 + (8 * random.NextDouble())));
            SwapReceipt there = vault.Swap(SwapKind.ExactIn, 0, 2, paid, default);
            Assert.True(there.IsOk, $"{there.Revert}");
            SwapReceipt back = vault.Swap(SwapKind.ExactIn, 2, 0, there.AmountOut, default);
            Assert.True(!back.IsOk || back.AmountOut <= paid, $"{back.AmountOut} for {paid}");
        }
    }

    [Fact]
    public void What_a_swap_asks_for_an_amount_out_buys_it_and_one_unit_less_does_not()
    {
        // A unit of 6 decimals is 10¹² of the pool's: rounded up, it is more than all other roundings together.
        Random random = new(68);
        for (int i = 0; i < 500; i++)
        {
            UInt256 wanted = Words.Between(random, 17, 21);
            UInt256 asked = Coarse().Swap(SwapKind.ExactOut, 0, 1, wanted, UInt256.MaxValue).AmountIn;
            Assert.True(Coarse().Swap(SwapKind.ExactIn, 0, 1, asked, default).AmountOut >= wanted);
            Assert.True(Coarse().Swap(SwapKind.ExactIn, 0, 1, UInt256.WrappingSubtract(asked, UInt256.One), default).AmountOut < wanted);
        }
    }

    [Fact]
    public void Liquidity_added_and_removed_never_profits()
    {
        Random random = new(63);
        for (int i = 0; i < 1_000; i++)
        {
            VaultState state = DrawnVault.Sound(random, 3, LeastFee);
            var vault = DrawnVault.Stable(state);
            UInt256[] most = Words.Many(3, () => UInt256.MaxValue >> 129), paid = new UInt256[3], got = new UInt256[3];
            UInt256 poolTokens = Words.Between(random, 14, 22);
            Assert.True(vault.AddProportional(poolTokens, most, paid).IsOk);
            Assert.True(vault.RemoveProportional(poolTokens, new UInt256[3], got, random.Next(2) == 0).IsOk);
            Assert.All(Enumerable.Range(0, 3), t => Assert.True(got[t] <= paid[t], $"{got[t]} for {paid[t]}"));

            UInt256[] one = [default, UInt256.MaxValue >> 129, default], least = [default, UInt256.One, default];
            Assert.True(vault.AddSingleTokenExactOut(poolTokens, one, paid).IsOk);
            LiquidityReceipt removed = vault.RemoveSingleTokenExactIn(poolTokens, least, got);
            Assert.True(!removed.IsOk || got[1] <= paid[1], $"{got[1]} for {paid[1]}");

            UInt256[] exact = [Raw(state, 0, 1e19), Raw(state, 1, 3e20), default];
            LiquidityReceipt minted = vault.AddUnbalanced(exact, default);
            LiquidityReceipt burnt = vault.RemoveSingleTokenExactOut([default, exact[1], default], UInt256.MaxValue);
            LiquidityReceipt burntToo = vault.RemoveSingleTokenExactOut([exact[0], default, default], UInt256.MaxValue);
            Assert.True(minted.IsOk && burnt.IsOk && burntToo.IsOk);
            Assert.True(Words.Big(burnt.PoolTokens) + Words.Big(burntToo.PoolTokens) >= Words.Big(minted.PoolTokens));
        }
    }

    [Fact]
    public void A_limit_met_exactly_stands_and_one_unit_more_is_refused()
    {
        VaultState first = DrawnVault.Sound(new(64), 2, LeastFee), second = DrawnVault.Sound(new(64), 2, LeastFee), third = DrawnVault.Sound(new(64), 2, LeastFee);
        UInt256 amountOut = DrawnVault.Stable(first).Swap(SwapKind.ExactIn, 0, 1, 1_000_000_000, default).AmountOut;
        UInt256 above = UInt256.WrappingAdd(amountOut, UInt256.One);
        Assert.Equal(Revert.SwapLimit, DrawnVault.Stable(second).Swap(SwapKind.ExactIn, 0, 1, 1_000_000_000, above).Revert);
        Assert.Equal(amountOut, DrawnVault.Stable(third).Swap(SwapKind.ExactIn, 0, 1, 1_000_000_000, amountOut).AmountOut);
    }

    [Fact]
    public void Switches_close_what_they_name()
    {
        VaultState state = DrawnVault.Sound(new(65), 2, LeastFee);
        var vault = DrawnVault.Stable(state);
        UInt256[] amounts = [1_000_000, 1_000_000], none = new UInt256[2], one = [1, 0];
        Assert.Equal(Revert.DoesNotSupportDonation, vault.Donate(amounts).Revert);
        Assert.Equal(Revert.PoolNotInRecoveryMode, vault.RemoveInRecoveryMode(1_000_000, none, new UInt256[2]).Revert);
        state.Switches = VaultSwitches.ProportionalOnly;
        Assert.Equal(Revert.DoesNotSupportUnbalancedLiquidity, vault.AddUnbalanced(amounts, default).Revert);
        Assert.Equal(Revert.DoesNotSupportUnbalancedLiquidity, vault.AddSingleTokenExactOut(1_000_000, amounts, new UInt256[2]).Revert);
        Assert.Equal(Revert.DoesNotSupportUnbalancedLiquidity, vault.RemoveSingleTokenExactIn(1_000_000, one, new UInt256[2]).Revert);
        Assert.Equal(Revert.DoesNotSupportUnbalancedLiquidity, vault.RemoveSingleTokenExactOut(one, UInt256.MaxValue).Revert);
        state.Switches = VaultSwitches.Paused | VaultSwitches.RecoveryMode;
        Assert.Equal(Revert.PoolPaused, vault.Swap(SwapKind.ExactIn, 0, 1, default, default).Revert);
        Assert.Equal(Revert.PoolPaused, vault.AddUnbalanced(amounts, default).Revert);
        Assert.Equal(Revert.PoolPaused, vault.RemoveProportional(1_000_000, none, new UInt256[2]).Revert);
        Assert.Equal(Revert.None, vault.RemoveInRecoveryMode(1_000_000_000_000, none, new UInt256[2]).Revert);
    }

    [Fact]
    public void Recovery_pays_the_share_of_the_raw_balances_and_asks_no_rate()
    {
        VaultState state = DrawnVault.Create(
            [VaultToken.WithRate(6, UInt256.MaxValue, true), VaultToken.Plain(18)], [9_000_001, 5_000_000_000], [7, 8], 3_000_000_000, DrawnVault.One / 10);
        state.Switches = VaultSwitches.RecoveryMode;
        var vault = DrawnVault.Stable(state);
        UInt256[] paid = new UInt256[2];
        Assert.Equal(1_000_000_000UL, vault.RemoveInRecoveryMode(1_000_000_000, [3_000_000, 0], paid).PoolTokens);
        Assert.Equal([3_000_000, 1_666_666_666], paid);
        Assert.Equal([6_000_001, 3_333_333_334], state.BalancesRaw.ToArray());
        Assert.Equal([7, 8], state.LastLiveBalances.ToArray());
        Assert.Equal(Revert.None, vault.RemoveInRecoveryMode(1_000_000_000, [2_700_000, 0], paid, afterAdd: true).Revert);
        Assert.Equal([2_700_000, 1_500_000_000], paid);
        Assert.Equal(Revert.AmountOutBelowMin, vault.RemoveInRecoveryMode(500_000_000, [UInt256.MaxValue, 0], paid).Revert);
        Assert.Equal(Revert.PoolTotalSupplyTooLow, vault.RemoveInRecoveryMode(999_000_001, [0, 0], paid).Revert);
    }

    [Fact]
    public void No_operation_allocates()
    {
        VaultState state = DrawnVault.Sound(new(66), 3, LeastFee);
        var plain = DrawnVault.Stable(state);
        var surging = DrawnVault.Surge(state, DrawnVault.One / 3);
        UInt256[] amounts = new UInt256[3], least = [default, UInt256.One, default], most = Words.Many(3, () => UInt256.MaxValue >> 129);
        UInt256[] small = Words.Many(3, () => 1_000_000_000UL), one = [default, 1_000_000_000UL, default], single = [default, UInt256.MaxValue >> 129, default];
        AllocationAssert.None(() =>
        {
            state.Switches = VaultSwitches.Donation | VaultSwitches.RecoveryMode;
            plain.Swap(SwapKind.ExactIn, 0, 1, 1_000_000_000, default);
            surging.Swap(SwapKind.ExactOut, 0, 1, 1_000_000_000, UInt256.MaxValue);
            plain.AddProportional(1_000_000_000, most, amounts);
            surging.AddUnbalanced(small, default);
            plain.AddSingleTokenExactOut(1_000_000_000_000, single, amounts);
            surging.Donate(small);
            surging.RemoveProportional(1_000_000_000, amounts.AsSpan()[..0], amounts);
            plain.RemoveProportional(1_000_000_000, new ReadOnlySpan<UInt256>(least), amounts, true);
            surging.RemoveSingleTokenExactIn(1_000_000_000_000, least, amounts);
            plain.RemoveSingleTokenExactOut(one, UInt256.MaxValue);
            plain.RemoveInRecoveryMode(1_000_000_000, least, amounts);
            plain.Swap(SwapKind.ExactIn, 0, 1, UInt256.MaxValue, default);
            surging.AddUnbalanced(most, default);
        });
    }

    [Fact]
    public void Pool_and_state_must_agree_on_their_tokens()
    {
        VaultState state = DrawnVault.Sound(new(67), 2, LeastFee);
        Assert.Contains("The pool has 3 tokens, the state 2", Assert.Throws<ArgumentException>(
            () => new VaultPool<StablePool, NoHook>(state, DrawnVault.Pool(3), default)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DrawnVault.Stable(state).Pool = DrawnVault.Pool(4));
    }

    private static VaultPool<StablePool, NoHook> Coarse()
    {
        UInt256 million = (UInt128)1_000_000 * DrawnVault.One;
        return DrawnVault.Stable(
            DrawnVault.Create([VaultToken.Plain(6), VaultToken.Plain(18)], [1_000_000_000_000, million], [million, million], million, swapFee: 0));
    }

    private static BigInteger[] Held(VaultState state) =>
        [.. Enumerable.Range(0, state.TokenCount).Select(i => Words.Big(state.BalancesRaw[i]) + Words.Big(state.AggregateSwapFees[i]) + Words.Big(state.AggregateYieldFees[i]))];

    private static UInt256 Raw(VaultState state, int token, double live)
    {
        Kernels.Exact.Faults.Fault fault = default;
        return state.Tokens[token].ToRaw(Words.Word(new BigInteger(live)), Rounding.Up, ref fault);
    }
}
