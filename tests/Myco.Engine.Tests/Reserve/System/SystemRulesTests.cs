using Myco.Engine.Reserve;
using Myco.Engine.Reserve.System;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Reserve.System;

/// <summary>What <see cref="SystemRules"/> ask of parameters beside their own numbers: price bounds on both sides of par.</summary>
public class SystemRulesTests
{
    [Theory]
    [InlineData(1, 2.5, true)]
    [InlineData(0.4, 1, true)]
    [InlineData(1, 1, true)]
    [InlineData(0.4, 0.999_999, false)]
    [InlineData(1.000_001, 2.5, false)]
    public void The_price_bounds_of_a_vault_hold_the_reference_price(double lower, double upper, bool isTaken)
    {
        AnglesDefinition surface = Systems.Four.Surface with { PriceLower = [lower, 0.4, 0.4, 1], PriceUpper = [upper, 2.5, 2.5, 1] };
        _ = EllipsoidSurface.From(surface);
        SystemParameters parameters = Systems.Four with { Surface = surface };
        if (isTaken)
        {
            Assert.Equal(4, MycoSystem.Create(parameters).VaultCount);
            return;
        }

        ArgumentException exception = Assert.Throws<ArgumentException>(() => MycoSystem.Create(parameters));
        Assert.Contains("the price bounds of vault USDC are", exception.Message, StringComparison.Ordinal);
        Assert.Contains("they must hold the reference price 1", exception.Message, StringComparison.Ordinal);
    }
}
