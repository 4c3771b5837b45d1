using Myco.Engine.Fields;
using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Redemption;

namespace Myco.Engine.Tests.Reserve.Flows;

/// <summary>FlowDampening: its integral is the limit of splitting; what splitting gains under each DampeningPolicy of DampeningParameters.</summary>
public sealed class FlowDampeningTests
{
    private static readonly DampeningParameters Return = new() { Threshold = 0.05, Policy = DampeningPolicy.Return };
    private static readonly DampeningParameters Burn = new() { Threshold = 0.05 };
    private static readonly RedemptionParameters Curve = new(1, 0.3, 0.6, 0.999);

    [Fact]
    public void The_integral_is_the_limit_of_points()
    {
        Random random = new(41);
        for (int round = 0; round < 300; round++)
        {
            (double flow, double amount, double balance) = Draw(random);
            double effective = FlowDampening.Effective(Return, flow, balance, amount), below = 0, above = 0;
            const int Parts = 4096;
            for (int i = 0; i < Parts; i++)
            {
                above += FlowDampening.Multiplier(Return.Threshold, flow + (amount * i / Parts), balance) * amount / Parts;
                below += FlowDampening.Multiplier(Return.Threshold, flow + (amount * (i + 1) / Parts), balance) * amount / Parts;
            }

            Assert.InRange(effective, below * (1 - 1e-12), above * (1 + 1e-12));
            Assert.True(above - below <= amount / Parts * 1.0001);
        }
    }

    [Fact]
    public void The_multiplier_lies_above_zero_and_at_most_at_one_and_falls_with_the_flow()
    {
        Random random = new(42);
        for (int round = 0; round < 10_000; round++)
        {
            (double flow, double amount, double balance) = Draw(random);
            double multiplier = FlowDampening.Multiplier(Return.Threshold, flow, balance), pressure = flow / (Return.Threshold * balance);
            Assert.True(multiplier is > 0 and <= 1);
            Assert.Equal(1 / Math.Max(1, pressure * pressure), multiplier, 13);
            Assert.True(FlowDampening.Multiplier(Return.Threshold, flow + amount, balance) <= multiplier);
            double effective = FlowDampening.Effective(Return, flow, balance, amount);
            Assert.True(effective <= amount && effective >= amount * FlowDampening.Multiplier(Return.Threshold, flow + amount, balance) * (1 - 1e-14));
        }
    }

    [Fact]
    public void Parts_of_an_order_on_one_balance_have_the_effect_of_the_whole()
    {
        Random random = new(43);
        for (int round = 0; round < 10_000; round++)
        {
            (double flow, double amount, double balance) = Draw(random);
            double first = amount * random.NextDouble();
            double parts = FlowDampening.Effective(Return, flow, balance, first) + FlowDampening.Effective(Return, flow + first, balance, amount - first);
            Assert.InRange(FlowDampening.Effective(Return, flow, balance, amount), parts - (1e-14 * (amount + flow)), parts + (1e-14 * (amount + flow)));
        }
    }

    [Fact]
    public void Under_the_threshold_all_of_an_order_has_effect()
    {
        Assert.Equal(5, FlowDampening.Effective(Return, 0, 100, 5));
        Assert.Equal(7.5, FlowDampening.Effective(Return, 0, 100, 10));
        Assert.Equal(0.75, FlowDampening.Drain(Return.Threshold, 10, 100));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public void Splitting_gains_nothing_when_the_rest_is_returned(int parts)
    {
        Random random = new(44);
        for (int round = 0; round < 500; round++)
        {
            (double whole, double split, double anchor) = Redeem(random, Return, parts);
            Assert.True(split <= whole + (1e-13 * anchor), $"{parts} parts are paid {split:R}, the whole {whole:R}");
        }
    }

    [Fact]
    public void Splitting_gains_up_to_a_fifth_when_the_rest_is_burned()
    {
        Random random = new(45);
        double most = 0;
        for (int round = 0; round < 500; round++)
        {
            (double whole, double split, _) = Redeem(random, Burn, 64);
            most = Math.Max(most, (split / whole) - 1);
        }

        Assert.InRange(most, 0.1, 0.21);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_threshold_that_is_none_is_named_with_its_value(double threshold) => Assert.Contains(
        $"is {threshold:R}; it must be above 0", FieldCheck.Of(Burn with { Threshold = threshold })?.Text, StringComparison.Ordinal);

    /// <summary>The payouts of one order and of the same order in equal parts at one time, the curve's level and the supply carried.</summary>
    private static (double Whole, double Split, double Anchor) Redeem(Random random, DampeningParameters dampening, int parts)
    {
        double supply = 1000, flow = 100 * random.NextDouble(), amount = 400 * random.NextDouble();
        RedemptionState start = new(flow, supply * (0.55 + (0.5 * random.NextDouble())), supply);
        double whole = 0, split = 0;
        RedemptionState state = start;
        (state, whole) = Step(dampening, state, flow, amount);
        state = start;
        for (int i = 0; i < parts; i++)
        {
            (state, double payout) = Step(dampening, state, flow + (amount * i / parts), amount / parts);
            split += payout;
        }

        return (whole, split, start.AnchorSupply);
    }

    private static (RedemptionState State, double Payout) Step(DampeningParameters dampening, RedemptionState state, double flow, double amount)
    {
        double effective = FlowDampening.Effective(dampening, flow, state.Supply, amount);
        double payout = Redemptions.Quote(Curve, state, effective).Payout;
        double burned = dampening.Policy == DampeningPolicy.Burn ? amount : effective;
        return (new(state.Level + effective, state.Reserve - payout, state.Supply - burned), payout);
    }

    private static (double Flow, double Amount, double Balance) Draw(Random random)
    {
        double balance = Math.Pow(10, 12 * random.NextDouble());
        return (balance * (random.Next(3) == 0 ? 0 : 0.2 * random.NextDouble()), balance * random.NextDouble(), balance);
    }
}
