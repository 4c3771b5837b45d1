using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;

namespace Myco.Engine.Tests.Surfaces;

public sealed class SurfacePointTests
{
    [Fact]
    public void A_point_has_the_numbers_of_the_state_at_its_balances() => Trade.Obeys(100, DrawnSurfaces.All, trade =>
    {
        EllipsoidSurface surface = trade.Drawn.Surface;
        SurfacePoint point = new(surface);
        Assert.Equal(StateVerdict.Good, point.MoveTo(surface, trade.State.Balances));
        Assert.Equal(trade.State.Invariant, point.Invariant, 1e-15 * trade.State.Invariant);
        double excess = Excess(trade.Drawn, trade.State.Gradient);
        Assert.Equal(excess, point.BoxExcess, 1e-14 * excess);
        for (int asset = 0; asset < surface.Dimension; asset++)
        {
            double perUnit = 1 / trade.State.MintPrice(asset);
            Assert.Equal(perUnit, point.GrowthPerUnit(asset), 1e-14 * perUnit);
        }
    });

    [Fact]
    public void Growth_is_measured_from_an_earlier_point_and_an_empty_one_has_nothing() => Trade.Obeys(50, DrawnSurfaces.All, trade =>
    {
        EllipsoidSurface surface = trade.Drawn.Surface;
        SurfacePoint earlier = new(surface), later = new(surface), copy = new(surface);
        Assert.True(earlier.IsEmpty);
        Assert.Equal((0, 0), (earlier.Invariant, earlier.BoxExcess));
        earlier.MoveTo(surface, trade.State.Balances);
        later.MoveTo(surface, [.. trade.State.Balances.ToArray().Select(balance => 1.25 * balance)]);
        Assert.Equal(0.25, later.GrowthFrom(earlier), 1e-15);
        copy.CopyFrom(later);
        Assert.Equal((later.Invariant, later.BoxExcess, later.GrowthPerUnit(0)), (copy.Invariant, copy.BoxExcess, copy.GrowthPerUnit(0)));
        copy.Empty();
        Assert.True(copy.IsEmpty && !later.IsEmpty);
    });

    [Fact]
    public void Balances_are_good_where_the_surface_has_a_state_and_nowhere_else()
    {
        int good = 0, bad = 0;
        foreach (DrawnSurface drawn in DrawnSurfaces.Moderate)
        {
            Random random = new(19);
            for (int draw = 0; draw < 50; draw++)
            {
                double[] balances = [.. Enumerable.Range(0, drawn.Dimension).Select(_ => random.Next(4) == 0 ? 0 : random.NextDouble())];
                balances[random.Next(drawn.Dimension)] = 1;
                bool isGood = new SurfacePoint(drawn.Surface).MoveTo(drawn.Surface, balances) == StateVerdict.Good;
                Assert.Equal(drawn.Surface.TryAt(balances, out _), isGood);
                (good, bad) = isGood ? (good + 1, bad) : (good, bad + 1);
            }
        }

        Assert.True(good > 20 && bad > 20, $"{good} good, {bad} bad");
    }

    /// <summary>The largest (p_i/β_i)/(p_j/α_j) of two different assets.</summary>
    private static double Excess(DrawnSurface drawn, ReadOnlySpan<double> gradient)
    {
        double largest = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            for (int j = 0; j < gradient.Length; j++)
            {
                largest = i == j ? largest : Math.Max(largest, gradient[i] / drawn.Upper[i] / (gradient[j] / drawn.Lower[j]));
            }
        }

        return largest;
    }
}
