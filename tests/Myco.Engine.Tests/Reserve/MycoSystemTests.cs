using Myco.Engine.Formats;
using Myco.Engine.Reserve;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve;

public class MycoSystemTests
{
    private readonly SystemReceipt _receipt = new(4);

    public static TheoryData<string, SystemParameters> Faulty => new()
    {
        { "targetWeights sum to", Systems.Four with { TargetWeights = [0.3, 0.3, 0.3, 0.3] } },
        { "stretch[0] is 0.5; the limits are 1", Systems.Four with { Surface = Systems.Four.Surface with { Stretch = [0.5, 1, 1, 1] } } },
        { "surface.stretch has 0 numbers; there must be 2 to 16", Systems.Four with { Surface = Systems.Four.Surface with { Stretch = default } } },
        { "price bounds of vault USDC are 1.5 to 2.5; they must hold the reference price 1", Systems.Four with { Surface = Systems.Four.Surface with { PriceLower = [1.5, 0.4, 0.4, 1] } } },
        { "price bounds of vault DAI are 0.4 to 0.5; they must hold the reference price 1", Systems.Four with { Surface = Systems.Four.Surface with { PriceUpper = [2.5, 0.5, 2.5, 1] } } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Parameters_that_make_no_system_are_told_in_the_same_words_by_a_try_an_exception_and_a_change(string words, SystemParameters parameters)
    {
        Assert.False(MycoSystem.TryCreate(parameters, out SystemState? none, out string? problem));
        Assert.Null(none);
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Equal($"{problem}. (Parameter 'parameters')", Assert.Throws<ArgumentException>(() => MycoSystem.Create(parameters)).Message);
        Assert.Equal(problem, Systems.Refused(Systems.Started(), new ChangeParametersOperation { Parameters = parameters }, SystemCheck.InvalidParameters).Detail);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_no_amount_is_refused_everywhere(double wrong)
    {
        SystemState state = Systems.Started();
        SystemOperation[] orders =
        [
            new DepositOperation { Value = wrong }, new DepositOperation { Amounts = [wrong, 0, 0, 0] }, new DepositOperation { Value = 5, Amounts = [1, 0, 0, 0] }, new RedeemOperation { Tokens = wrong },
            new ReserveSwapOperation { VaultIn = 0, VaultOut = 1, Amount = wrong }, new StakeOperation { Contributor = "ada", Tokens = wrong, Duration = 1e6 }, new AdvanceTimeOperation { Seconds = wrong },
        ];
        foreach (SystemOperation order in orders)
        {
            Systems.Refused(state, order, SystemCheck.InvalidAmount);
        }
    }

    [Fact]
    public void A_year_of_everything_keeps_the_invariants_and_the_file_without_loss()
    {
        SystemState state = Systems.Started();
        SystemOperation[] orders =
        [
            new DepositOperation { Value = 5_000 },
            new DepositOperation { Amounts = [100, 0, 0.05, 0] },
            new ContributeOperation { Attestation = new Attestation("ada", "code", 20, -3600, 1, "council") },
            new SubscribeOperation { Contributor = "bob", Tier = "Patron", Vault = 1 },
            new StakeOperation { Contributor = "ada", Tokens = 1_000, Duration = 86_400 * 365 },
            new ReserveSwapOperation { VaultIn = 0, VaultOut = 2, Amount = 1_000 },
            new ReserveSwapOperation { VaultIn = 2, VaultOut = 1, Amount = 500, Given = SwapKind.ExactOut },
            new AdvanceTimeOperation { Seconds = 86_400 * 30 },
            new RedeemOperation { Tokens = 10_000 },
            new SetPricesOperation { Prices = [1, 1.001, 2_100, 58_000] },
            new RedeemOperation { Tokens = 100_000 },
            new ChangeParametersOperation { Parameters = Systems.Four with { Surface = Systems.Four.Surface with { Stretch = [2.2, 3, 1, 1.4] } }, Duration = 86_400 * 10 },
            new AdvanceTimeOperation { Seconds = 86_400 * 5 },
            new UnstakeOperation { Contributor = "ada", Stake = 0 },
            new AdvanceTimeOperation { Seconds = 86_400 * 5 },
            new MoveWeightsOperation { Multipliers = [1e-8, -1e-8, 0, 0] },
            new AdvanceTimeOperation { Seconds = 86_400 },
            new DepositOperation { Value = 1_000 },
        ];
        foreach (SystemOperation order in orders)
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
        MoveWeightsOperation order = new() { Multipliers = [1e-6, -1e-6, 0, 0], Least = 0.01 };
        Assert.Equal(SystemCheck.InvalidParameters, Systems.Checking.Apply(state, order with { Multipliers = [1e-6, 0, 0, 0] }, _receipt).Check);
        Assert.Equal(SystemCheck.InvalidParameters, Systems.Checking.Apply(state, order with { Multipliers = [0, 0] }, _receipt).Check);
        Assert.False(Systems.Checking.Apply(state, order, _receipt).IsRefused);
        foreach (double days in (double[])[0.5, 0.5, 10])
        {
            Assert.False(Systems.Checking.Apply(state, new AdvanceTimeOperation { Seconds = days * 86_400 }, _receipt).IsRefused);
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
        DepositOperation deposit = new() { Value = 1_000 };
        RedeemOperation redeem = new() { Tokens = 500 };
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
        Systems.Do(state, new SetPricesOperation { Prices = [0.97, 1.05, 2_000, 60_000] });
        SystemRefusal refusal = Systems.Refused(state, new DepositOperation { Amounts = [0, 1_000, 0, 0] }, SystemCheck.OffPeg);
        Assert.Equal((1, 1.05, 1.02), (refusal.Vault, refusal.Value, refusal.Limit));
    }
}
