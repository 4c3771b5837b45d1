using Myco.Engine.Reserve.Redemption;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>The curve for one anchored reserve: its pieces meet, its rate is its slope.</summary>
public sealed class RedemptionCurveTests
{
    [Fact]
    public void Gyroscopes_own_example_has_its_threshold_and_limit()
    {
        RedemptionCurve curve = new(new(1, 0.3, 0.6, 0.999), 0.2);
        Assert.Equal(1, curve.Curvature);
        Assert.Equal(0.3, curve.Threshold);
        Assert.Equal(0.7, curve.Limit, 14);
        Assert.Equal(0.8, curve.AnchoredReserve, 15);
        Assert.Equal(0.6, curve.RateAt(0.9), 14);
        Assert.Equal(0.5, curve.ReserveAt(0.3), 14);
    }

    [Fact]
    public void Losses_add_up_and_are_the_difference_of_reserves()
    {
        Random random = new(21);
        for (int round = 0; round < 20_000; round++)
        {
            RedemptionCurve curve = Draw(random, out _);
            double level = random.NextDouble(), first = (1 - level) * random.NextDouble(), second = (1 - level - first) * random.NextDouble();
            double both = curve.LossOf(level, first) + curve.LossOf(level + first, second);
            Assert.InRange(curve.LossOf(level, first + second), both - 1e-14, both + 1e-14);
            double payout = curve.ReserveAt(level) - curve.ReserveAt(level + first);
            Assert.InRange(first - curve.LossOf(level, first), payout - 1e-14, payout + 1e-14);
            Assert.Equal(0, curve.LossOf(level, 0));
        }
    }

    [Fact]
    public void The_rate_never_rises_nor_leaves_floor_and_par_and_the_reserve_ends_at_zero()
    {
        Random random = new(22);
        for (int round = 0; round < 5000; round++)
        {
            RedemptionCurve curve = Draw(random, out RedemptionParameters parameters);
            double last = 1;
            for (int step = 0; step <= 50; step++)
            {
                double rate = curve.RateAt(step / 50.0);
                Assert.InRange(rate, parameters.FloorRate - 1e-12, last);
                Assert.True(curve.ReserveAt(step / 50.0) >= -1e-15);
                last = rate;
            }

            Assert.Equal(0, curve.ReserveAt(1), 12);
        }
    }

    [Fact]
    public void More_reserve_at_the_anchor_is_no_less_reserve_at_any_level()
    {
        Random random = new(23);
        for (int round = 0; round < 20_000; round++)
        {
            RedemptionParameters parameters = DrawnRedemption.Sets[random.Next(DrawnRedemption.Sets.Length)];
            double one = (1 - parameters.FloorRate) * random.NextDouble(), other = (1 - parameters.FloorRate) * random.NextDouble();
            double level = random.NextDouble();
            double less = new RedemptionCurve(parameters, Math.Max(one, other)).ReserveAt(level);
            Assert.True(new RedemptionCurve(parameters, Math.Min(one, other)).ReserveAt(level) >= less - 1e-14);
        }
    }

    private static RedemptionCurve Draw(Random random, out RedemptionParameters parameters)
    {
        parameters = DrawnRedemption.Sets[random.Next(DrawnRedemption.Sets.Length)];
        return new(parameters, (1 - parameters.FloorRate) * random.NextDouble());
    }
}
