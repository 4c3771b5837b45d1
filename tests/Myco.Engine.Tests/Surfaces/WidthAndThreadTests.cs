using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>The same bits on every width and from every thread.</summary>
[Collection(OneWidthAtATime.Name)]
public sealed class WidthAndThreadTests
{
    [Fact]
    public void Surfaces_quotes_and_stepped_states_are_the_same_bits_on_every_width()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All)
        {
            double[]? expected = null;
            foreach (int width in LaneWidth.Supported)
            {
                using (LaneWidth.Force(width))
                {
                    double[] found = Everything(EllipsoidSurface.From(drawn.Surface.Definition));
                    expected ??= found;
                    Bits.AssertSame(expected, found, $"width {width} on {drawn}");
                }
            }
        }
    }

    [Fact]
    public void Threads_that_quote_a_fresh_state_at_once_get_the_bits_of_one()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All)
        {
            double[] expected = Quotes(drawn.Surface.ToCentre(), false);
            EllipsoidState shared = drawn.Surface.ToCentre();
            double[][] found = new double[2][];
            using Barrier start = new(found.Length);
            Thread[] threads = [.. Enumerable.Range(0, found.Length).Select(number => new Thread(() =>
            {
                start.SignalAndWait();
                found[number] = Quotes(shared, number == 1);
            }))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            Assert.All(found, quotes => Bits.AssertSame(expected, quotes, drawn.ToString()));
        }
    }

    private static double[] Everything(EllipsoidSurface surface)
    {
        EllipsoidState state = surface.ToCentre();
        SteppedState pool = state.ToStepped();
        Random random = new(9);
        for (int step = 0; step < 20; step++)
        {
            RandomTrades.Apply(pool, random, step % 2 == 0 ? 0 : 0.01);
        }

        double[] target = new double[surface.Dimension];
        state.ArbitrageTarget([.. Enumerable.Repeat(1.0, surface.Dimension)], target);
        return
        [
            .. surface.UnitOffset, surface.Kappa, .. state.Gradient, state.Invariant, state.BoxExcess, state.ValueIn(0), .. target, .. Quotes(state, false),
            .. pool.Balances, .. pool.BalancesLow, .. pool.Gradient, pool.Invariant, pool.Rebuilds, pool.SwapExactIn(0, 1, 1e-3).Amount,
        ];
    }

    /// <summary>Quotes of every pair in one order or the other, laid out in the same one.</summary>
    private static double[] Quotes(EllipsoidState state, bool backward)
    {
        int n = state.Dimension;
        double[] quotes = new double[6 * n * n];
        for (int step = 0; step < n * n; step++)
        {
            int pair = backward ? (n * n) - 1 - step : step;
            (int k, int j) = (pair / n, pair % n);
            if (k != j)
            {
                quotes[6 * pair] = state.SwapExactIn(k, j, 1e-2).Amount;
                quotes[(6 * pair) + 1] = state.SwapExactOut(k, j, 1e-2).Amount;
                quotes[(6 * pair) + 2] = state.LargestAmount(SwapKind.ExactIn, k, j);
                quotes[(6 * pair) + 3] = state.LargestAmount(SwapKind.ExactOut, k, j);
                quotes[(6 * pair) + 4] = state.MintSparse([k, j], [1e-2, 1e-3]).Amount;
                quotes[(6 * pair) + 5] = state.Burn(k, 1e-3).Amount;
            }
        }

        return quotes;
    }
}
