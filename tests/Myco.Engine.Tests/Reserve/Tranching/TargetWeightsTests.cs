using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Tranching;

/// <summary>TargetWeights follow prices and sum to one, an OrderedSum.</summary>
public class TargetWeightsTests
{
    [Fact]
    public void At_the_calibration_prices_the_targets_are_the_scheduled_weights()
    {
        double[] targets = new double[3];
        TargetWeights.AdjustForPrices([0.25, 0.25, 0.5], [1, 2_000, 60_000], [1, 2_000, 60_000], targets);
        Assert.Equal([0.25, 0.25, 0.5], targets);
    }

    [Fact]
    public void Targets_sum_to_one_and_keep_the_proportions_of_price_and_schedule()
    {
        Random random = new(31);
        for (int k = 0; k < 10_000; k++)
        {
            double[] scheduled = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
            double[] prices = [.. scheduled.Select(_ => Math.Exp(20 * (random.NextDouble() - 0.5)))];
            double[] calibration = [.. scheduled.Select(_ => Math.Exp(20 * (random.NextDouble() - 0.5)))];
            double[] targets = new double[5];
            TargetWeights.AdjustForPrices(scheduled, prices, calibration, targets);
            Assert.Equal(1, targets.Sum(), 1e-15 * 4);
            double expected = scheduled[0] * prices[0] / calibration[0] / (scheduled[1] * prices[1] / calibration[1]);
            Assert.Equal(expected, targets[0] / targets[1], 1e-14 * expected);
        }
    }

    [Fact]
    public void A_vault_that_doubles_in_price_is_to_weigh_two_parts_of_three()
    {
        double[] targets = [0.5, 0.5];
        TargetWeights.AdjustForPrices(targets, [2, 1], [1, 1], targets);
        Assert.Equal([2.0 / 3, 1.0 / 3], targets);
    }

    [Fact]
    public void An_empty_reserve_weighs_as_it_should()
    {
        double[] weights = [0.25, 0.75];
        TargetWeights.FromValues([0, 0], weights, weights);
        Assert.Equal([0.25, 0.75], weights);
        TargetWeights.FromValues([3, 1], weights, weights);
        Assert.Equal([0.75, 0.25], weights);
    }
}
