using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Where precision must be raised: what a state answers there, prepared or stepped, is held against the same state in 212 bits.</summary>
public sealed class EdgeOfPrecisionTests
{
    private const int Steps = 40;

    public static TheoryData<int> Surfaces => new(Enumerable.Range(0, EdgeWalks.Surfaces.Count));

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void A_state_near_its_edge_answers_with_the_bits_of_the_same_state_in_quad_double(int number)
    {
        Random random = new(number);
        foreach (SteppedState pool in EdgeWalks.Of(EdgeWalks.Surfaces[number], number, Steps))
        {
            EllipsoidState state = pool.Surface.At(pool.Balances, pool.BalancesLow), exact = new(pool.Surface, EdgeWalks.InQuadDouble(pool));
            Bits.AssertSame(exact.Gradient, state.Gradient, "gradient");
            Bits.AssertSame(exact.BoxExcess, state.BoxExcess, "box");
            (int k, int j) = RandomTrades.Pair(state.Dimension, random);
            double part = Math.ScaleB(1, -random.Next(1, 40));
            foreach (SwapKind kind in new[] { SwapKind.ExactIn, SwapKind.ExactOut })
            {
                double amount = exact.LargestAmount(kind, k, j) * part;
                Bits.AssertSame(exact.QuoteSwap(kind, k, j, amount, 0).Amount, state.QuoteSwap(kind, k, j, amount, 0).Amount, $"{kind} {amount:R}");
            }

            Bits.AssertSame(exact.Burn(j, part).Amount, state.Burn(j, part).Amount, "burn");

            // With next to nothing of another asset a deposit moves the prices by less than 106 bits can tell from standing still.
            (Quote wide, Quote mint) = (exact.MintSingle(k, part * exact.MintPrice(k)), state.MintSingle(k, part * exact.MintPrice(k)));
            Bits.AssertSame(wide.Amount, mint.Status == wide.Status ? mint.Amount : wide.Amount, "mint");
        }
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void A_stepped_state_near_its_edge_is_off_by_no_more_than_it_says(int number)
    {
        foreach (SteppedState pool in EdgeWalks.Of(EdgeWalks.Surfaces[number], number, 2 * Steps))
        {
            StateNumbers<QuadDouble> exact = EdgeWalks.InQuadDouble(pool);
            for (int i = 0; i < pool.Dimension; i++)
            {
                QuadDouble off = ((QuadDouble)pool.GradientSpan[i] - exact.Gradient[i]) / exact.Gradient[i];
                Assert.True(Math.Abs(off.X0) <= 1.0 / (1L << 60), $"gradient {i} of {string.Join(' ', pool.Gradient.ToArray())} is off by 2^{Math.Log2(Math.Abs(off.X0)):F1}");
            }

            Tolerance.AssertClose(-exact.Root.X0 * exact.Invariant.X0 / exact.Gradient[0].X0, pool.MintPrice(0), 2, "mint price");
        }
    }

    [Fact]
    public void The_last_hair_before_a_price_is_exhausted_is_quoted_to_the_last_digit()
    {
        int looked = Enumerable.Range(0, EdgeWalks.Surfaces.Count).Sum(LookAtTheLastHair);
        Assert.True(looked > 200, $"{looked} discriminants cancelled");
    }

    [Fact]
    public void Beyond_the_stretch_that_double_double_is_trusted_with_limits_too_have_the_bits_of_quad_double()
    {
        Random random = new(1);
        for (int draw = 0; draw < 12; draw++)
        {
            DrawnSurface drawn = DrawnSurfaces.Make(random, 4, 2.1e6, "all", true);
            EllipsoidState state = drawn.State(random), exact = new(drawn.Surface, EdgeWalks.InQuadDouble(state.ToStepped()));
            foreach ((int k, int j) in from k in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) where k != j select (k, j))
            {
                Bits.AssertSame(exact.LargestAmount(SwapKind.ExactIn, k, j), state.LargestAmount(SwapKind.ExactIn, k, j), $"{k} > {j} on {drawn}");
            }
        }
    }

    private static int LookAtTheLastHair(int number)
    {
        int looked = 0;
        Random random = new(number);
        foreach (SteppedState pool in EdgeWalks.Of(EdgeWalks.Surfaces[number], number, Steps))
        {
            EllipsoidState state = pool.Surface.At(pool.Balances, pool.BalancesLow);
            StateNumbers<QuadDouble> exact = EdgeWalks.InQuadDouble(pool);
            (int k, int j) = RandomTrades.Pair(state.Dimension, random);
            foreach (SwapKind kind in new[] { SwapKind.ExactIn, SwapKind.ExactOut })
            {
                double amount = state.LargestAmount(kind, k, j) * (1 - Math.ScaleB(1, -random.Next(10, 54)));
                Quote quote = state.QuoteSwap(kind, k, j, amount, 0);
                if (!quote.IsOk || !SwapReach.Cancels(in state.Rows[state.Swaps.Index(kind, k, j)], amount, SwapReach.ExtendedDiscriminant))
                {
                    continue;
                }

                looked++;
                double expected = new SwapPair<QuadDouble>(exact, k, j).Solve(kind, amount);
                Tolerance.AssertClose(expected, quote.Amount, 1, $"{kind} {amount:R}");
                Quote stepped = kind == SwapKind.ExactIn ? pool.SwapExactIn(k, j, amount) : pool.SwapExactOut(k, j, amount);
                Tolerance.AssertClose(expected, stepped.IsOk ? stepped.Amount : expected, 1, $"stepped {kind} {amount:R}");
            }
        }

        return looked;
    }
}
