using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Why E and W need no watch of their own: what an error of the gradient does to them, a quote feels no more than the error itself.</summary>
public sealed class GradientErrorTests
{
    private static readonly double Error = Math.ScaleB(1, -60);

    [Fact]
    public void A_swap_whose_discriminant_stands_feels_an_error_of_the_gradient_at_most_32_times()
    {
        double worst = 0;
        foreach (DrawnSurface drawn in EdgeWalks.Surfaces)
        {
            Random random = new(7);
            foreach (SteppedState pool in EdgeWalks.Of(drawn, 11, 20))
            {
                (int k, int j) = RandomTrades.Pair(drawn.Dimension, random);
                worst = Math.Max(worst, Felt(EdgeWalks.InQuadDouble(pool), k, j, random));
            }
        }

        Assert.InRange(worst, 2, 32);
    }

    /// <summary>The relative change of the amount out, as a multiple of that of g_j and g_k in E alone, over all signs of the two.</summary>
    private static double Felt(StateNumbers<QuadDouble> state, int k, int j, Random random)
    {
        SwapReach.Reach reach = SwapReach.Find(state, k, j);
        QuadDouble given = Math.Min(reach.PlainIn, reach.LastIn) * (random.Next(2) == 0 ? 1 : random.NextDouble());
        if (!(given.X0 > 0))
        {
            return 0;
        }

        QuadDouble exact = Solve(state, k, j, given, 0, 0);
        double worst = 0;
        foreach ((double own, double paid) in new[] { (1.0, 1.0), (1, -1), (-1, 1), (-1, -1) })
        {
            worst = Math.Max(worst, Math.Abs(((Solve(state, k, j, given, own * Error, paid * Error) - exact) / exact).X0) / Error);
        }

        return worst;
    }

    /// <summary>The swap quadratic, its E from a gradient that is off.</summary>
    private static QuadDouble Solve(StateNumbers<QuadDouble> state, int k, int j, QuadDouble given, double own, double paid)
    {
        int n = state.Dimension;
        QuadDouble[] metric = state.Surface.Metric;
        (QuadDouble gj, QuadDouble gk, QuadDouble cross) = (state.Gradient[j], state.Gradient[k], metric[(j * n) + k]);
        QuadDouble mixed = ((gj + (gj * own)) * cross) - ((gk + (gk * paid)) * metric[(j * n) + j]);
        QuadDouble root = QuadDouble.Sqrt((gj * gj) + (given * (mixed + mixed - (given * state.Surface.Minor[(j * n) + k]))));
        return NearRoot.Solve(gj + (given * cross), -(given * (gk + gk + (given * metric[(k * n) + k]))), root, metric[(j * n) + j]);
    }
}
