using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Composition;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve.Composition;

public class MycoSystemTests
{
    private readonly SystemReceipt _receipt = new(4);

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_no_amount_is_refused_everywhere(double wrong)
    {
        SystemState state = Systems.Started();
        SystemOrder[] orders =
        [
            new DepositOrder { Value = wrong }, new DepositOrder { Amounts = [wrong, 0, 0, 0] }, new DepositOrder { Value = 5, Amounts = [1, 0, 0, 0] }, new RedeemOrder { Tokens = wrong },
            new ReserveSwapOrder { VaultIn = 0, VaultOut = 1, Amount = wrong }, new StakeOrder { Contributor = "ada", Tokens = wrong, Duration = 1e6 }, new AdvanceTimeOrder { Seconds = wrong },
        ];
        foreach (SystemOrder order in orders)
        {
            Systems.Refused(state, order, SystemCheck.InvalidAmount);
        }
    }

    [Fact]
    public void A_year_of_everything_keeps_the_invariants_and_the_file_without_loss()
    {
        SystemState state = Systems.Started();
        SystemOrder[] orders =
        [
            new DepositOrder { Value = 5_000 },
            new DepositOrder { Amounts = [100, 0, 0.05, 0] },
            new ContributeOrder { Attestation = new Attestation("ada", "code", 20, -3600, 1, "council") },
            new SubscribeOrder { Contributor = "bob", Tier = "Patron", Vault = 1 },
            new StakeOrder { Contributor = "ada", Tokens = 1_000, Duration = 86_400 * 365 },
            new ReserveSwapOrder { VaultIn = 0, VaultOut = 2, Amount = 1_000 },
            new ReserveSwapOrder { VaultIn = 2, VaultOut = 1, Amount = 500, Given = SwapKind.ExactOut },
            new AdvanceTimeOrder { Seconds = 86_400 * 30 },
            new RedeemOrder { Tokens = 10_000 },
            new SetPricesOrder { Prices = [1, 1.001, 2_100, 58_000] },
            new RedeemOrder { Tokens = 100_000 },
            new ChangeParametersOrder { Parameters = Systems.Four with { Surface = Systems.Four.Surface with { Stretch = [2.2, 3, 1, 1.4] } }, Duration = 86_400 * 10 },
            new AdvanceTimeOrder { Seconds = 86_400 * 5 },
            new UnstakeOrder { Contributor = "ada", Stake = 0 },
            new AdvanceTimeOrder { Seconds = 86_400 * 5 },
            new MoveWeightsOrder { Multipliers = [1e-8, -1e-8, 0, 0] },
            new AdvanceTimeOrder { Seconds = 86_400 },
            new DepositOrder { Value = 1_000 },
        ];
        foreach (SystemOrder order in orders)
        {
            SystemRefusal refusal = Systems.Checking.Apply(state, order, _receipt);
            Assert.False(refusal.IsRefused, $"{order}: {refusal.Describe()}");
            Assert.Equal(Systems.Bytes(state), Systems.Bytes(SystemFile.Read(new MemoryStream(Systems.Bytes(state)))));
        }
    }

    [Fact]
    public void An_oracle_moves_the_weights_until_the_first_meets_a_bound()
    {
        SystemState state = Systems.Started();
        double[] start = [.. state.Parameters.TargetWeights], targets = new double[4];
        MoveWeightsOrder order = new() { Multipliers = [1e-6, -1e-6, 0, 0], Least = 0.01 };
        Assert.Equal(SystemCheck.InvalidParameters, Systems.Checking.Apply(state, order with { Multipliers = [1e-6, 0, 0, 0] }, _receipt).Check);
        Assert.Equal(SystemCheck.InvalidParameters, Systems.Checking.Apply(state, order with { Multipliers = [0, 0] }, _receipt).Check);
        Assert.False(Systems.Checking.Apply(state, order, _receipt).IsRefused);
        foreach (double days in (double[])[0.5, 0.5, 10])
        {
            Assert.False(Systems.Checking.Apply(state, new AdvanceTimeOrder { Seconds = days * 86_400 }, _receipt).IsRefused);
            double moved = Math.Min(1e-6 * state.Time, start[1] - 0.01);
            state.CopyTargets(targets);
            Assert.Equal(start[0] + moved, targets[0], 1e-12);
            Assert.Equal(start[1] - moved, targets[1], 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.9, 1)]
    [InlineData(0.9, 100)]
    [InlineData(0.5, 3_333)]
    public void A_deposit_and_a_redemption_allocate_nothing(double backing, double stretch)
    {
        SystemState state = Systems.Started(Systems.Stretched(Systems.Backed(backing) with { Fee = new() }, stretch));
        MycoSystem system = new();
        DepositOrder deposit = new() { Value = 1_000 };
        RedeemOrder redeem = new() { Tokens = 500 };
        AllocationAssert.None(() =>
        {
            _ = system.Apply(state, deposit, _receipt);
            _ = system.Apply(state, redeem, _receipt);
        });
    }

    [Fact]
    public void A_vault_above_its_peg_is_held_against_its_ceiling()
    {
        SystemState state = Systems.Started();
        Systems.Do(state, new SetPricesOrder { Prices = [0.97, 1.05, 2_000, 60_000] });
        SystemRefusal refusal = Systems.Refused(state, new DepositOrder { Amounts = [0, 1_000, 0, 0] }, SystemCheck.OffPeg);
        Assert.Equal((1, 1.05, 1.02), (refusal.Vault, refusal.Value, refusal.Limit));
    }
}
