using Myco.Engine.Reserve.Redemption;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>What the curve's parameters must be, in words.</summary>
public sealed class RedemptionParametersTests
{
    [Theory]
    [InlineData(0, 0.3, 0.6, 0.9, "curvature is 0; it must be from 1E-09")]
    [InlineData(double.NaN, 0.3, 0.6, 0.9, "curvature is NaN")]
    [InlineData(1, 1.1, 0.6, 0.9, "threshold is 1.1; it must be from 0 to 1")]
    [InlineData(1, 0.3, -0.1, 0.9, "floorRate is -0.1; it must be from 0 to 1")]
    [InlineData(1, 0.3, 0.6, 1, "outflowMemory is 1; it must be above 0 and below 1; for a half-life")]
    [InlineData(1, 0.3, 0.6, 0, "outflowMemory is 0")]
    public void A_number_outside_its_limits_is_named_with_the_limit(double curvature, double threshold, double floorRate, double memory, string message)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new RedemptionParameters(curvature, threshold, floorRate, memory));
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(exception.Message, RedemptionParameters.Problem(curvature, threshold, floorRate, memory));
    }

    [Theory]
    [InlineData(1e-9, 0, 0)]
    [InlineData(1e9, 1, 1)]
    [InlineData(1e9, 0, 0)]
    [InlineData(1e-9, 1, 1)]
    [InlineData(1e9, 0.5, 1)]
    public void The_limits_themselves_make_a_curve_that_pays(double curvature, double threshold, double floorRate)
    {
        RedemptionParameters parameters = new(curvature, threshold, floorRate, 0.5);
        for (double backing = 0; backing <= 1; backing += 1 / 256.0)
        {
            RedemptionQuote quote = Redemptions.Quote(parameters, new(0.25, 0.75 * backing, 0.75), 0.5);
            Assert.InRange(quote.Rate, Math.Min(floorRate, backing) * (1 - 1e-15), 1);
        }
    }
}
