using Myco.Engine.Fields;
using Myco.Engine.Reserve.Fees;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Reserve.Fees;

/// <summary>Imbalance, and the two an IImbalanceFee can be, SurgeFee and QuadraticFee, chosen by the ImbalanceFeePolicy of ImbalanceFeeParameters.</summary>
public sealed class ImbalanceFeeTests
{
    private static readonly SurgeFee Surge = new(0.003, 0.05, 0.2);
    private static readonly QuadraticFee Quadratic = new(0.003, 0.05, 0.2);

    [Theory]
    [InlineData(0, new double[0])]
    [InlineData(7, new double[] { 7 })]
    [InlineData(2, new double[] { 9, 1, 2 })]
    [InlineData(2.5, new double[] { 9, 2, 3, 1 })]
    public void The_median_is_the_middle_value_or_the_mean_of_two(double expected, double[] values) => Assert.Equal(expected, Imbalance.Median(values));

    [Fact]
    public void Imbalance_is_the_distance_from_the_median_over_the_sum()
    {
        Assert.Equal(8.0 / 12, Imbalance.Of([9, 1, 2]));
        Assert.Equal(0, Imbalance.Of([5, 5, 5]));
        Assert.Equal(0, Imbalance.Of([0, 0]));
        Assert.Equal(0, Imbalance.OfReserve([50, 25, 25, 0], [0.5, 0.25, 0.25, 0]), 15);
        Assert.Equal(Imbalance.Of([9, 1, 2]), Imbalance.OfReserve([9, 1, 2], [0.25, 0.25, 0.25]), 15);
    }

    [Fact]
    public void Imbalance_knows_neither_order_nor_unit_and_lies_between_zero_and_one()
    {
        Random random = new(71);
        for (int round = 0; round < 5000; round++)
        {
            double[] values = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Math.Pow(10, 6 * random.NextDouble()))];
            double imbalance = Imbalance.Of(values);
            Assert.InRange(imbalance, 0, 1);
            Assert.InRange(Imbalance.Of([.. values.Reverse().Select(value => 3 * value)]), imbalance - 1e-14, imbalance + 1e-14);
        }
    }

    [Fact]
    public void Only_an_order_that_ends_above_the_threshold_and_worse_than_before_pays_more()
    {
        foreach (IImbalanceFee fee in new IImbalanceFee[] { Surge, Quadratic })
        {
            Assert.Equal(0.003, fee.Rate(0.1, 0.2));
            Assert.Equal(0.003, fee.Rate(0.5, 0.5));
            Assert.Equal(0.003, fee.Rate(0.6, 0.5));
            Assert.True(fee.Rate(0.4, 0.5) > 0.003);
        }

        Assert.Equal(0.003 + (0.047 * 0.5), Surge.Rate(0, 0.6), 15);
        Assert.Equal(0.05, Surge.Rate(0, 1), 15);
        Assert.Equal(0.05, Surge.Rate(0, 3), 15);
        Assert.Equal(0.003 + (0.05 * 0.16), Quadratic.Rate(0, 0.6), 15);
        Assert.Equal(Surge.Rate(0, 0.6), new ImbalanceFeeParameters().Rate(0, 0.6));
        Assert.Equal(Quadratic.Rate(0, 0.6), new ImbalanceFeeParameters { Policy = ImbalanceFeePolicy.Quadratic }.Rate(0, 0.6));
    }

    [Fact]
    public void A_fee_rises_with_the_imbalance_it_ends_at_and_stays_below_one()
    {
        foreach (IImbalanceFee fee in new IImbalanceFee[] { Surge, Quadratic, new QuadraticFee(0.9, 0.9, 0) })
        {
            double last = 0;
            for (double after = 0; after <= 4; after += 1 / 64.0)
            {
                double next = fee.Rate(0, after);
                Assert.True(next >= last && next <= 1);
                last = next;
            }
        }
    }

    [Theory]
    [InlineData(-1, 0.05, 0.2, "static is -1; it must be at least 0")]
    [InlineData(0.003, 1, 0.2, "surge is 1; it must be at least 0 and below 1")]
    [InlineData(0.003, 0.002, 0.2, "surge is 0.002; it must be at least the static fee 0.003")]
    [InlineData(0.003, 0.05, 1, "threshold is 1; it must be at least 0 and below 1")]
    public void A_number_outside_its_limits_is_named_with_the_limit(double fixedFee, double surge, double threshold, string message) => Assert.StartsWith(
        message, FieldCheck.Of(new ImbalanceFeeParameters { Static = fixedFee, Surge = surge, Threshold = threshold })?.Text, StringComparison.Ordinal);

    [Fact]
    public void The_imbalance_allocates_nothing()
    {
        double[] values = [9, 1, 2, 5], targets = [0.25, 0.25, 0.25, 0.25];
        AllocationAssert.None(() => _ = Surge.Rate(0, Imbalance.OfReserve(values, targets)));
    }
}
