using Myco.Engine.Reserve.Schedules;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve.Schedules;

/// <summary>LinearSchedule, straight lines that end where they say; OracleWeights that always sum to one, moved by MomentumRule.</summary>
public sealed class SchedulesTests
{
    [Fact]
    public void A_line_starts_and_ends_at_its_values_and_stays_between_them()
    {
        LinearSchedule schedule = new(10, 20, 0.1, 0.7);
        Assert.Equal([0.1, 0.1, 0.7, 0.7], new[] { -5, 10, 20, 1e9 }.Select(schedule.At));
        Assert.Equal(0.4, schedule.At(15), 15);
        Random random = new(81);
        for (int round = 0; round < 5000; round++)
        {
            LinearSchedule drawn = new(0, 1 + random.NextDouble(), random.NextDouble(), random.NextDouble());
            Assert.InRange(drawn.At(2 * random.NextDouble()), Math.Min(drawn.Start, drawn.End) - 1e-15, Math.Max(drawn.Start, drawn.End) + 1e-15);
        }
    }

    [Theory]
    [InlineData(1, 1, 0, 1)]
    [InlineData(2, 1, 0, 1)]
    [InlineData(double.NaN, 1, 0, 1)]
    [InlineData(0, double.PositiveInfinity, 0, 1)]
    [InlineData(0, 1, double.NaN, 1)]
    public void A_line_that_is_none_is_refused_with_its_numbers(double startTime, double endTime, double start, double end) => Assert.Contains(
        $"to {end:R} at {endTime:R} s", Assert.Throws<ArgumentException>(() => new LinearSchedule(startTime, endTime, start, end)).Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_sum_to_one_within_their_bounds_at_every_time_and_stop_at_the_first_bound()
    {
        Random random = new(82);
        MomentumRule rule = new(0.5);
        double[] multipliers = new double[4], weights = new double[4], later = new double[4];
        for (int round = 0; round < 5000; round++)
        {
            rule.Update([.. Enumerable.Range(0, 4).Select(_ => 1e-3 * (random.NextDouble() - 0.5))], multipliers);
            Assert.Equal(0, multipliers.Sum(), 15);
            OracleWeights oracle = new([0.4, 0.3, 0.2, 0.1], multipliers, 100, 0.05, 0.6);
            oracle.At(100 + (2000 * random.NextDouble()), weights);
            Assert.Equal(1, weights.Sum(), 13);
            Assert.All(weights, weight => Assert.InRange(weight, 0.05, 0.6));
            oracle.At(oracle.EndTime, weights);
            Assert.Contains(weights, weight => Math.Abs(weight - 0.05) < 1e-12 || Math.Abs(weight - 0.6) < 1e-12);
            oracle.At(oracle.EndTime + 1e6, later);
            Assert.Equal(weights, later);
        }
    }

    [Fact]
    public void Momentum_gives_weight_to_what_rises_most()
    {
        double[] multipliers = new double[3];
        new MomentumRule(2).Update([0.03, 0.01, -0.01], multipliers);
        Assert.Equal(0.04, multipliers[0], 15);
        Assert.Equal(0, multipliers[1], 15);
        Assert.Equal(-0.04, multipliers[2], 15);
    }

    [Fact]
    public void Weights_before_their_update_are_those_of_the_update_and_without_multipliers_they_stay()
    {
        OracleWeights still = new([0.5, 0.5], [0, 0], 100, 0, 1), moving = new([0.5, 0.5], [0.001, -0.001], 100, 0, 1);
        double[] weights = new double[2];
        Assert.Equal(double.PositiveInfinity, still.EndTime);
        still.At(1e12, weights);
        Assert.Equal([0.5, 0.5], weights);
        moving.At(0, weights);
        Assert.Equal([0.5, 0.5], weights);
        moving.At(200, weights);
        Assert.Equal([0.6, 0.4], weights.Select(weight => Math.Round(weight, 12)));
        AllocationAssert.None(() => moving.At(200, weights));
    }

    [Theory]
    [InlineData(0.5, 0.4, 0, 0, 0, "the weights sum to 0.9")]
    [InlineData(0.5, 0.5, 0.1, 0.1, 0, "the multipliers sum to 0.2")]
    [InlineData(0.9, 0.1, 0, 0, 0.2, "weight 1 is 0.1")]
    [InlineData(0.5, 0.5, 0, 0, 0.6, "the bounds are 0.6 and 1")]
    [InlineData(0.5, 0.5, double.NaN, 0, 0, "weight 0 is 0.5 with multiplier NaN")]
    public void An_update_that_breaks_a_limit_is_refused_with_the_number(
        double weight0, double weight1, double multiplier0, double multiplier1, double minimum, string message) => Assert.StartsWith(
            message,
            Assert.Throws<ArgumentException>(() => new OracleWeights([weight0, weight1], [multiplier0, multiplier1], 0, minimum, 1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_strength_that_is_none_is_refused() =>
        Assert.StartsWith("strength is 0;", Assert.Throws<ArgumentException>(() => new MomentumRule(0)).Message, StringComparison.Ordinal);
}
