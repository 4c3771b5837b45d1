using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces;

public sealed class AnglesDefinitionTests
{
    private static readonly AnglesDefinition Start = new() { Stretch = [2, 3, 1], Angles = [0.1, -0.2, 0.15], PriceLower = [0.4, 0.4, 1], PriceUpper = [2.5, 2.5, 1] };

    [Fact]
    public void Numbers_led_to_others_go_straight_and_arrive_to_the_bit()
    {
        AnglesDefinition end = Start with { Stretch = [4, 3, 2], PriceLower = [0.2, 0.4, 1] };
        for (int part = 0; part <= 4; part++)
        {
            AnglesDefinition at = Start.Toward(end, part / 4.0);
            Assert.Equal(2 + (part / 2.0), at.Stretch[0], 1e-15);
            Assert.Equal(0.4 - (part * 0.05), at.PriceLower[0], 1e-15);
            Assert.Equal(Start.Angles.ToArray(), at.Angles.ToArray());
        }

        Assert.Equal(Start, Start.Toward(end, 0));
        Assert.Equal(end, Start.Toward(end, 1));
        Assert.Equal(end, Start.Toward(end, 7));
    }

    [Fact]
    public void Equal_is_by_the_bits_of_every_number()
    {
        Assert.Equal(Start, Start with { Angles = [.. Start.Angles] });
        Assert.Equal(Start.GetHashCode(), (Start with { Angles = [.. Start.Angles] }).GetHashCode());
        Assert.NotEqual(Start, Start with { Angles = [0.1, -0.2, Math.BitIncrement(0.15)] });
        Assert.NotEqual(Start, Start with { Angles = [0.1, -0.2] });
        Assert.NotEqual(Start with { Angles = [0, 0, 0] }, Start with { Angles = [-0.0, 0, 0] });
    }
}
