using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Vault;

/// <summary>VaultState: scaling against big integers, live balances there and back, VaultFees cut to their unit, words above 128 bits refused.</summary>
public sealed class VaultStateTests
{
    private static readonly VaultToken[] Two = [VaultToken.Plain(6), VaultToken.WithRate(18, 1_500_000_000_000_000_001, true)];

    [Fact]
    public void Scaling_equals_big_integers()
    {
        Random random = new(71);
        for (int i = 0; i < 10_000; i++)
        {
            VaultToken token = VaultToken.WithRate(random.Next(19), random.Next(8) == 0 ? 2 * DrawnVault.One : Words.Any(random, 70), true);
            BigInteger f = Words.Big(token.ScalingFactor), r = Words.Big(token.Rate), up = r % Words.One18 == 0 ? r : r + 1;
            UInt256 amount = Words.Any(random, 120);
            BigInteger a = Words.Big(amount);
            Fault fault = default;
            Assert.Equal(a * f * r / Words.One18, Words.Big(token.ToLive(amount, Rounding.Down, ref fault)));
            Assert.Equal(Up(a * f * r, Words.One18), Words.Big(token.ToLive(amount, Rounding.Up, ref fault)));
            Assert.Equal(Up(a * f * up, Words.One18), Words.Big(token.ToLiveAtRateUp(amount, ref fault)));
            Assert.False(fault.IsRaised);
            UInt256 down = token.ToRaw(amount, Rounding.Down, ref fault);
            Assert.Equal(r.IsZero ? Revert.DivisionByZero : Revert.None, fault.ToRevert());
            if (!r.IsZero)
            {
                Assert.Equal(a * Words.One18 / (f * r), Words.Big(down));
                Assert.Equal(Up(a * Words.One18, f * r), Words.Big(token.ToRaw(amount, Rounding.Up, ref fault)));
                Assert.Equal(a * Words.One18 / (f * up), Words.Big(token.ToRawAtRateUp(amount, ref fault)));
            }
        }
    }

    [Fact]
    public void Live_balances_come_back_as_they_were_given()
    {
        Random random = new(72);
        for (int i = 0; i < 2_000; i++)
        {
            VaultState drawn = DrawnVault.Sound(random, 4, 0);
            UInt256[] live = new UInt256[4];
            Fault fault = default;
            for (int t = 0; t < 4; t++)
            {
                live[t] = drawn.Tokens[t].ToLive(drawn.BalancesRaw[t], Rounding.Down, ref fault);
            }

            Assert.Equal(Revert.None, VaultState.TryCreateFromLive(drawn.Tokens, live, drawn.TotalSupply, drawn.Fees, out VaultState? state));
            Assert.Equal(drawn.BalancesRaw.ToArray(), state!.BalancesRaw.ToArray());
            VaultDraft draft = new(state.TokenCount);
            state.Load(Rounding.Down, ref draft, ref fault);
            Assert.Equal(live, draft.Live.ToArray());
            Assert.All(draft.YieldFees.ToArray(), fee => Assert.True(fee.IsZero));
        }
    }

    [Fact]
    public void A_live_balance_of_no_raw_one_is_refused() =>
        Assert.Equal(Revert.InvalidArgument, VaultState.TryCreateFromLive(Two, [1_000_000_000_001, 3], 1, default, out _));

    [Fact]
    public void Growth_by_the_rate_is_charged_once_and_only_of_who_pays()
    {
        VaultState state = DrawnVault.Create(
            [VaultToken.WithRate(18, 2 * DrawnVault.One, true), VaultToken.WithRate(18, 2 * DrawnVault.One, false)],
            [1_000_000_000, 1_000_000_000],
            [1_000_000_000, 1_000_000_000],
            1_000_000_000,
            0,
            0,
            DrawnVault.One / 2);
        Fault fault = default;
        VaultDraft draft = new(state.TokenCount);
        state.Load(Rounding.Down, ref draft, ref fault);
        Assert.Equal([250_000_000, 0], draft.YieldFees.ToArray());
        Assert.Equal([750_000_000, 1_000_000_000], draft.Raw.ToArray());
        Assert.Equal([1_500_000_000, 2_000_000_000], draft.Live.ToArray());
        state.Commit(ref draft);
        Assert.Equal([250_000_000, 0], YieldFees(state, ref fault));
        state.SetRate(0, 4 * DrawnVault.One);
        state.Switches = VaultSwitches.RecoveryMode;
        Assert.Equal([250_000_000, 0], YieldFees(state, ref fault));
        state.Switches = VaultSwitches.None;
        Assert.Equal([437_500_000, 0], YieldFees(state, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void Words_above_128_bits_are_refused()
    {
        UInt256 top = UInt256.MaxValue >> 128, above = UInt256.WrappingAdd(top, UInt256.One);
        Assert.Equal(Revert.None, VaultState.TryCreate(Two, [top, top], [top, top], 1, default, out _));
        Assert.Equal(Revert.BalanceOverflow, VaultState.TryCreate(Two, [above, 0], [0, 0], 1, default, out _));
        Assert.Equal(Revert.BalanceOverflow, VaultState.TryCreate(Two, [0, 0], [0, above], 1, default, out _));
        Assert.Equal(Revert.TokenCountMismatch, VaultState.TryCreate(Two, [0], [0, 0], 1, default, out _));
        Assert.Equal(Revert.TokenCountMismatch, VaultState.TryCreate(new VaultToken[9], new UInt256[9], new UInt256[9], 1, default, out _));
        Assert.Equal(Revert.None, VaultState.TryCreate(Two, [top, 0], [0, 0], 1, default, out VaultState? state));
        Fault fault = default;
        YieldFees(state!, ref fault);
        Assert.Equal(Revert.BalanceOverflow, fault.ToRevert());
    }

    [Fact]
    public void Fees_are_cut_to_their_unit_and_have_a_largest()
    {
        Assert.Equal(Revert.None, VaultFees.TryCreate(VaultLimits.MaximumFee, 199_999_999_999, 99_999_999_999, out VaultFees fees));
        Assert.Equal((VaultLimits.MaximumFee, 100_000_000_000UL, 0UL), (fees.Swap.Limb0, fees.AggregateSwap.Limb0, fees.AggregateYield.Limb0));
        Assert.Equal(Revert.PercentageAboveMax, VaultFees.TryCreate(VaultLimits.MaximumFee + 1, 0, 0, out _));
        Assert.Equal(Revert.PercentageAboveMax, VaultFees.TryCreate(0, UInt256.MaxValue, 0, out _));
        Assert.Equal(Revert.PercentageAboveMax, VaultFees.TryCreate(0, 0, UInt256.One << 64, out _));
    }

    [Fact]
    public void Misuse_is_told_in_words()
    {
        VaultState state = DrawnVault.Create(Two, [1, 1], [1, 1], 1, 0);
        Assert.Contains("Token 0 has no rate provider", Assert.Throws<ArgumentException>(() => state.SetRate(0, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("0 to 18 decimals", Assert.Throws<ArgumentOutOfRangeException>(() => VaultToken.Plain(19)).Message, StringComparison.Ordinal);
    }

    private static UInt256[] YieldFees(VaultState state, ref Fault fault)
    {
        VaultDraft draft = new(state.TokenCount);
        state.Load(Rounding.Down, ref draft, ref fault);
        return draft.YieldFees.ToArray();
    }

    private static BigInteger Up(BigInteger a, BigInteger b) => (a + b - 1) / b;
}
