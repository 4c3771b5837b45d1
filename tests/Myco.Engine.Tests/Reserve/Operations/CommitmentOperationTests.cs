using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Operations;

public class CommitmentOperationTests
{
    [Fact]
    public void Work_decays_until_it_is_claimed_and_is_claimed_once()
    {
        SystemState state = Systems.Started();
        Systems.Do(state, new AdvanceTimeOperation { Seconds = 100_000 });
        ContributeOperation order = Work("ada", 20, state.Time - 50_000, 1);
        SystemReceipt receipt = Systems.Do(state, order);
        Assert.Equal(20 * Math.Pow(0.999_999, 50_000), receipt.Units, 1e-12);
        Assert.Equal(10 * receipt.Units, receipt.Minted);
        Systems.Refused(state, order, SystemCheck.Attestation);
        Systems.Refused(state, Work("ada", 20, state.Time, 0), SystemCheck.Attestation);
        Systems.Do(state, Work("bob", 20, state.Time, 1));
        Systems.Do(state, Work("ada", 20, state.Time, 2));
        Assert.Equal(0, receipt.Value);
    }

    [Theory]
    [InlineData("ada", "code", 1, 1, "nobody")]
    [InlineData("council", "code", 1, 0, "council")]
    [InlineData("ada", "dance", 1, 0, "council")]
    [InlineData("ada", "code", double.NaN, 0, "council")]
    [InlineData("ada", "code", double.PositiveInfinity, 0, "council")]
    [InlineData("ada", "code", 1, 1e-9, "council")]
    [InlineData("ada", "code", 1, double.NaN, "council")]
    [InlineData("", "code", 1, 0, "council")]
    [InlineData(null, "code", 1, 0, "council")]
    [InlineData("ada", null, 1, 0, "council")]
    public void A_word_that_cannot_be_used_is_refused(string? contributor, string? type, double units, double time, string attester) =>
        Systems.Refused(Systems.Started(), new ContributeOperation { Attestation = new(contributor!, type!, units, time, 0, attester) }, SystemCheck.Attestation);

    [Fact]
    public void A_name_that_cannot_be_used_is_said_to_be_so()
    {
        SystemState state = Systems.Started();
        StakeOperation stake = new() { Contributor = "", Tokens = 5, Duration = StakingParameters.Year };
        Assert.Contains("names have 1 to 64", Systems.Refused(state, stake, SystemCheck.InvalidAmount).Describe(), StringComparison.Ordinal);
        SubscribeOperation month = new() { Contributor = "", Tier = "Patron" };
        Assert.Contains("names have 1 to 64", Systems.Refused(state, month, SystemCheck.UnknownTier).Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_is_paid_once_a_month_so_that_loyalty_takes_a_year()
    {
        SystemState state = Systems.Started(Systems.Backed(1));
        SubscribeOperation order = new() { Contributor = "bob", Tier = "Patron", Vault = 1 };
        for (int month = 0; month < 14; month++)
        {
            double supply = state.Supply, value = state.ReserveValue;
            SystemReceipt receipt = Systems.Do(state, order);
            Assert.Equal(1 + (Math.Min(month, 12) / 12.0), receipt.Loyalty);
            Assert.Equal(200 * receipt.Loyalty, receipt.Minted, 0.02 * receipt.Minted);
            Assert.Equal((supply + receipt.Minted, value + receipt.Value), (state.Supply, state.ReserveValue));
            Systems.Refused(state, order, SystemCheck.Cooldown);
            Systems.Do(state, new AdvanceTimeOperation { Seconds = SubscriptionParameters.Month });
        }

        Systems.Do(state, new AdvanceTimeOperation { Seconds = SubscriptionParameters.Month });
        Assert.Equal(1, Systems.Do(state, order).Loyalty);
    }

    [Fact]
    public void A_clipped_payment_is_no_month()
    {
        SystemState state = Systems.Started(Systems.Backed(1) with { Subscription = new() { Channel = new() { UnitsInAll = 150, Period = 1e9 } } });
        Assert.Equal(150, Systems.Do(state, new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1, Clip = true }).Units);
        Assert.Equal(0, state.Contributors(CommitmentChannel.Subscription)["bob"].MonthsPaid);
    }

    [Fact]
    public void A_stake_vests_linearly_and_an_early_exit_forfeits_the_rest()
    {
        SystemState state = Systems.Started();
        double supply = state.Supply;
        StakeOperation order = new() { Contributor = "ada", Tokens = 1_000, Duration = StakingParameters.Year };
        Systems.Do(state, order);
        Assert.Equal((1_000, 60), (state.Locked, state.Channel(CommitmentChannel.Staking).Reserved));
        Systems.Refused(state, new RedeemOperation { Tokens = state.Supply - 999.9 }, SystemCheck.NotEnoughSupply);
        Assert.Equal(15, Systems.Do(state, new AdvanceTimeOperation { Seconds = StakingParameters.Year / 4 }).Minted);
        Systems.Refused(state, new UnstakeOperation { Contributor = "bob", Stake = 0 }, SystemCheck.UnknownStake);
        SystemReceipt exit = Systems.Do(state, new UnstakeOperation { Contributor = "ada", Stake = 0 });
        Assert.Equal((0, 45, 1_000), (exit.Minted, exit.Forfeited, exit.Units));
        Assert.Equal((supply + 15, 0, 0), (state.Supply, state.Locked, state.Channel(CommitmentChannel.Staking).Reserved));
        Systems.Refused(state, new UnstakeOperation { Contributor = "ada", Stake = 0 }, SystemCheck.UnknownStake);
        Assert.Equal(1, Systems.Do(state, order).Stake);
    }

    [Fact]
    public void What_the_cap_has_no_room_for_stays_due_and_is_minted_when_there_is_room()
    {
        SystemState state = Systems.Started(Systems.Backed(1) with { Staking = new() { Channel = new() { SupplyCap = 0.01 }, BaseRate = 0.1 } });
        double bonus = 0.009 * state.Supply;
        Systems.Do(state, new StakeOperation { Contributor = "ada", Tokens = bonus / 0.3, Duration = StakingParameters.Year });
        Systems.Do(state, new RedeemOperation { Tokens = 0.5 * state.Supply });
        double minted = Systems.Do(state, new AdvanceTimeOperation { Seconds = StakingParameters.Year }).Minted;
        Assert.Equal(0.01 * state.Supply, minted, 1e-9 * minted);
        SystemReceipt exit = Systems.Do(state, new UnstakeOperation { Contributor = "ada", Stake = 0 });
        Assert.Equal((0, 0, 0), (exit.Minted, exit.Forfeited, state.Locked));
        Assert.Single(state.Stakes);
        Systems.Do(state, new DepositOperation { Value = 1_000_000 });
        double rest = Systems.Do(state, new AdvanceTimeOperation { Seconds = 1 }).Minted;
        Assert.Equal(bonus, minted + rest, 1e-9 * bonus);
        Assert.Empty(state.Stakes);
        Assert.Equal(0, state.Channel(CommitmentChannel.Staking).Reserved, 1e-9);
    }

    [Fact]
    public void Unlocked_tokens_leave_nothing_locked_while_a_bonus_is_still_due()
    {
        SystemState state = Systems.Started(Systems.Backed(1) with { Staking = new() { Channel = new() { SupplyCap = 0.01 }, BaseRate = 0.1 } });
        double[] tokens = [10_000.1, 20_000.2, 3_000.3];
        foreach (double amount in tokens)
        {
            Systems.Do(state, new StakeOperation { Contributor = "ada", Tokens = amount, Duration = StakingParameters.Year });
        }

        Systems.Do(state, new RedeemOperation { Tokens = 0.9 * state.Supply });
        Systems.Do(state, new AdvanceTimeOperation { Seconds = StakingParameters.Year });
        for (int stake = 0; stake < tokens.Length; stake++)
        {
            Systems.Do(state, new UnstakeOperation { Contributor = "ada", Stake = stake });
        }

        Assert.NotEmpty(state.Stakes);
        Assert.Equal(0, state.Locked);
    }

    private static ContributeOperation Work(string contributor, double units, double time, long serial) =>
        new() { Attestation = new Attestation(contributor, "code", units, time, serial, "council") };
}
