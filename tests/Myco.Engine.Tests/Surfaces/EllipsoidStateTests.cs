using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using static Myco.Engine.Tests.Surfaces.Draws.Tolerance;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>What a prepared state tells of itself, and its ExtendedState has more digits of.</summary>
public sealed class EllipsoidStateTests
{
    [Fact]
    public void The_balances_are_kept_and_every_price_is_positive() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        Assert.Equal(trade.State.Balances.ToArray(), trade.Drawn.Surface.At(trade.State.Balances).Balances.ToArray());
        Assert.All(trade.State.BalancesLow.ToArray(), low => Assert.Equal(0, low));
        Assert.All(trade.State.Gradient.ToArray(), price => Assert.True(price < 0));
        Assert.True(trade.State.Invariant > 0);
    });

    [Fact]
    public void The_gradient_meets_Eulers_identity() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        // g·v = vᵀGv − r·t·v, and κr² − 2r·t·v + vᵀGv = 0 make it r(t·v − κr) = −r·s₀.
        double product = trade.State.ValueAt(trade.State.Gradient);
        AssertClose(-trade.State.Invariant * trade.State.Extended.Root.High, product, trade.Drawn.Dimension + 8, "g·v");
    });

    [Fact]
    public void Values_and_spot_prices_agree() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        EllipsoidState state = trade.State;
        AssertClose(1 / state.SpotPrice(trade.AssetOut, trade.AssetIn), state.SpotPrice(trade.AssetIn, trade.AssetOut), 3, "spot price");
        AssertClose(
            state.ValueIn(trade.AssetIn), state.ValueIn(trade.AssetOut) * state.SpotPrice(trade.AssetIn, trade.AssetOut), 8, "value");
        AssertClose(state.MintPrice(trade.AssetIn), state.ValueIn(trade.AssetIn), trade.Drawn.Dimension + 12, "mint price, by Euler's identity");
    });

    [Fact]
    public void States_drawn_in_the_box_are_in_the_box() => Trade.Obeys(100, DrawnSurfaces.Moderate, trade =>
        Assert.True(trade.State.BoxExcess <= 1 + 1e-9, $"{trade.State.BoxExcess:R}"));

    [Fact]
    public void An_asset_or_a_count_that_is_wrong_is_refused_with_its_limit()
    {
        EllipsoidState state = DrawnSurfaces.All[0].State(new(1));
        string limit = $"{state.Dimension} assets";
        Action[] wrong =
        [
            () => state.SpotPrice(state.Dimension, 0), () => state.SpotPrice(0, -1), () => state.ValueIn(state.Dimension), () => state.MintPrice(-1),
            () => state.PriceImpact(0, state.Dimension, 1, 1), () => state.ValueAt([1]), () => state.Mint(new double[state.Dimension + 1]),
            () => state.BurnProportional(0.5, new double[1]), () => state.ArbitrageTarget([1], new double[state.Dimension]),
            () => state.ArbitrageTarget(new double[state.Dimension], [1]), () => state.ArbitrageProfit([]), () => state.MintSparse([0], [1, 2]),
            () => state.MintSparse(new int[state.Dimension + 1], new double[state.Dimension + 1]),
        ];
        Assert.All(wrong, action => Assert.Contains(limit, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal));
    }
}
