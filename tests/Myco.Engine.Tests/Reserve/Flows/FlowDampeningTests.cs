using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Redemption;

namespace Myco.Engine.Tests.Reserve.Flows;

/// <summary>The dampening's integral is the limit of splitting, and what splitting gains.</summary>
public sealed class FlowDampeningTests
{
    private static readonly FlowDampening Dampening = new(0.05, ForfeitPolicy.Return);
    private static readonly RedemptionParameters Curve = new(1, 0.3, 0.6, 0.999);

    [Fact]
    public void The_integral_is_the_limit_of_points()
    {
        Random random = new(41);
        for (int round = 0; round < 300; round++)
        {
            (double flow, double amount, double balance) = Draw(random);
            double effective = Dampening.Effective(flow, amount, balance), below = 0, above = 0;
            const int Parts = 4096;
            for (int i = 0; i < Parts; i++)
            {
                above += Dampening.Multiplier(flow + (amount * i / Parts), balance) * amount / Parts;
                below += Dampening.Multiplier(flow + (amount * (i + 1) / Parts), balance) * amount / Parts;
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
            double multiplier = Dampening.Multiplier(flow, balance), pressure = Dampening.Pressure(flow, balance);
            Assert.True(multiplier is > 0 and <= 1);
            Assert.Equal(1 / Math.Max(1, pressure * pressure), multiplier, 13);
            Assert.True(Dampening.Multiplier(flow + amount, balance) <= multiplier);
            double effective = Dampening.Effective(flow, amount, balance);
            Assert.True(effective <= amount && effective >= amount * Dampening.Multiplier(flow + amount, balance) * (1 - 1e-14));
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
            double parts = Dampening.Effective(flow, first, balance) + Dampening.Effective(flow + first, amount - first, balance);
            Assert.InRange(Dampening.Effective(flow, amount, balance), parts - (1e-14 * (amount + flow)), parts + (1e-14 * (amount + flow)));
        }
    }

    [Fact]
    public void Under_the_threshold_all_of_an_order_has_effect_and_nothing_is_lost_by_either_policy()
    {
        Assert.Equal(5, Dampening.Effective(0, 5, 100));
        Assert.Equal(new DampenedAmount(7.5, 7.5, 2.5), Dampening.Dampen(0, 10, 100));
        Assert.Equal(new DampenedAmount(7.5, 10, 0), new FlowDampening(0.05).Dampen(0, 10, 100));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public void Splitting_gains_nothing_when_the_rest_is_returned(int parts)
    {
        Random random = new(44);
        for (int round = 0; round < 500; round++)
        {
            (double whole, double split, double anchor) = Redeem(random, Dampening, parts);
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
            (double whole, double split, _) = Redeem(random, new FlowDampening(0.05), 64);
            most = Math.Max(most, (split / whole) - 1);
        }

        Assert.InRange(most, 0.1, 0.21);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_threshold_that_is_none_is_refused_with_its_value(double threshold) => Assert.Contains(
        $"is {threshold:R}; it must be above 0", Assert.Throws<ArgumentException>(() => new FlowDampening(threshold)).Message, StringComparison.Ordinal);

    /// <summary>The payouts of one order and of the same order in equal parts at one time, the curve's level and the supply carried.</summary>
    private static (double Whole, double Split, double Anchor) Redeem(Random random, FlowDampening dampening, int parts)
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

    private static (RedemptionState State, double Payout) Step(FlowDampening dampening, RedemptionState state, double flow, double amount)
    {
        DampenedAmount dampened = dampening.Dampen(flow, amount, state.Supply);
        double payout = Redemptions.Quote(Curve, state, dampened.Effective).Payout;
        return (new(state.Level + dampened.Effective, state.Reserve - payout, state.Supply - dampened.Burned), payout);
    }

    private static (double Flow, double Amount, double Balance) Draw(Random random)
    {
        double balance = Math.Pow(10, 12 * random.NextDouble());
        return (balance * (random.Next(3) == 0 ? 0 : 0.2 * random.NextDouble()), balance * random.NextDouble(), balance);
    }
}
