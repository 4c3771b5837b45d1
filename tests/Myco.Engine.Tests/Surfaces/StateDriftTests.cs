using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>The bounds hold, prepared and stepped, and each of them counts.</summary>
public sealed class StateDriftTests
{
    private const double Allowed = 1.0 / (1L << 60);

    public static TheoryData<int> Surfaces => new(Enumerable.Range(0, EdgeWalks.Surfaces.Count));

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void What_a_stepped_or_prepared_state_is_off_by_is_within_its_bounds(int number)
    {
        foreach (SteppedState pool in EdgeWalks.Of(EdgeWalks.Surfaces[number], number, 40))
        {
            StateNumbers<QuadDouble> exact = EdgeWalks.InQuadDouble(pool);
            AssertWithin(pool.Drift, exact, i => pool.GradientSpan[i], pool.Root);
            EllipsoidState prepared = pool.ToPrepared();
            DoubleDouble[] gradient = new DoubleDouble[pool.Dimension];
            prepared.Extended.CopyGradient(gradient);
            AssertWithin(prepared.Extended.Drift, exact, i => gradient[i], prepared.Extended.Root);
        }
    }

    [Fact]
    public void Each_bound_alone_tells_when_it_is_too_much()
    {
        SurfaceColumns surface = EdgeWalks.Surfaces[4].Surface.Columns;
        const double Root = 3, Price = 0.5;
        foreach ((double more, bool harmless) in new[] { (0.999, true), (1.001, false) })
        {
            double most = more * Allowed;
            Assert.Equal(harmless, new StateDrift(most * Price, 0, 0).IsHarmless(surface, Root, Price));
            Assert.Equal(harmless, new StateDrift(0, most * Root, 0).IsHarmless(surface, Root, Price));
            Assert.Equal(harmless, new StateDrift(0, 0, most * 1e-9 * Root / surface.LargestImage).IsHarmless(surface, Root, 1e-9));
            Assert.Equal(harmless, new StateDrift(0, 0, most * Root * Root / surface.Kappa).IsHarmless(surface, Root, 1e9));
        }

        Assert.False(default(StateDrift).IsHarmless(surface, Root, -Price));
        Assert.False(default(StateDrift).IsHarmless(surface, 0, Price));
        Assert.False(default(StateDrift).IsHarmless(surface, -Root, Price));
    }

    [Fact]
    public void A_trade_brings_what_was_off_before_into_the_invariant()
    {
        SurfaceColumns surface = EdgeWalks.Surfaces[4].Surface.Columns;
        const double Off = 1e-9, Moved = 5, Growth = 7, Root = 3;
        Assert.True(new StateDrift(Off, 0, 0).After(surface, new(Moved, 0, 0, 0, 0), Root).Residual >= Moved * Off);
        Assert.True(new StateDrift(0, Off, 0).After(surface, new(0, 0, 0, Growth, 0), Root).Residual >= Growth * Off);
        Assert.True(default(StateDrift).After(surface, new(0, 0, 0, Growth, Off), Root).Residual >= Growth * Off * Root);
        Assert.Equal(Off, new StateDrift(0, 0, Off).After(surface, default, 0).Residual);
        Assert.True(default(StateDrift).After(surface, new(0, 0, 0, Growth, 0), Root).Gradient >= Math.ScaleB(Growth * surface.LargestImage, -DoubleDouble.Precision));
        Assert.True(default(StateDrift).After(surface, new(Moved, 0, 0, 0, 0), Root).Root >= Math.ScaleB(Moved * surface.LargestImage, -DoubleDouble.Precision));
        Assert.True(default(StateDrift).After(surface, new(Moved, 0, 11, 0, 0), Root).Residual >= Math.ScaleB(Moved * 11, -DoubleDouble.Precision));
    }

    [Fact]
    public void A_preparation_owns_up_to_the_magnitude_of_every_sum()
    {
        int looked = 0;
        foreach (DrawnSurface drawn in EdgeWalks.Surfaces)
        {
            EllipsoidState state = drawn.State(new(3));
            if (state.Extended is not ExtendedState<DoubleDouble>)
            {
                continue;
            }

            looked++;
            SurfaceNumbers<QuadDouble> surface = drawn.Surface.InQuadDouble;
            int n = state.Dimension;
            double largest = Enumerable.Range(0, n).Max(i => Enumerable.Range(0, n).Sum(j => Math.Abs(surface.Cone[(i * n) + j].X0) * state.Balances[j]));
            Assert.True(state.Extended.Drift.Gradient >= Math.ScaleB(largest / surface.Kappa.X0, -DoubleDouble.Precision), drawn.ToString());
        }

        Assert.True(looked > 20, $"{looked} states were prepared in double-double");
    }

    private static void AssertWithin(StateDrift drift, StateNumbers<QuadDouble> exact, Func<int, DoubleDouble> gradient, DoubleDouble root)
    {
        double invariant = drift.Residual / root.High;
        double kappa = exact.Surface.Kappa.X0;
        Assert.InRange(Math.Abs(((QuadDouble)root - exact.Root).X0), 0, drift.Root + (kappa * invariant));
        for (int i = 0; i < exact.Dimension; i++)
        {
            double most = drift.Gradient + (Math.Abs(exact.Surface.OffsetImage[i].X0) * invariant);
            Assert.InRange(Math.Abs(((QuadDouble)gradient(i) - exact.Gradient[i]).X0), 0, most);
        }
    }
}
