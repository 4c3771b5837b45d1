using Myco.Engine;
using Myco.Engine.Surfaces;
using Myco.Verification.Surfaces;

namespace Myco.Verification.Tests.Surfaces;

public sealed class SwapOracleTests
{
    private static readonly EllipsoidState State = EllipsoidSurface.FromEclp(0.97, 1.03, 0.6, 0.8, 400).At([1_000_000, 900_000]);

    [Theory]
    [InlineData(SwapKind.ExactIn)]
    [InlineData(SwapKind.ExactOut)]
    public void The_rounded_amount_is_within_half_an_ulp_and_its_neighbours_further(SwapKind kind)
    {
        double rounded = State.QuoteInQuadDouble(kind, 0, 1, 1000).X0;
        double own = SwapOracle.UlpError(State, kind, 0, 1, 1000, rounded);
        Assert.InRange(own, 0, 0.5);
        Assert.InRange(SwapOracle.UlpError(State, kind, 0, 1, 1000, Math.BitIncrement(rounded)), 0.5, 1.5);
        Assert.InRange(SwapOracle.UlpError(State, kind, 0, 1, 1000, Math.BitDecrement(rounded)), 0.5, 1.5);
    }

    [Fact]
    public void There_is_no_error_where_the_curve_ends_before() =>
        Assert.True(double.IsNaN(SwapOracle.UlpError(State, SwapKind.ExactOut, 0, 1, 1e12, 1)));
}
