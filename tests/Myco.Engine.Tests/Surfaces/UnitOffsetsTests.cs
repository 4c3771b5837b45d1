using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>o_i = max of f_i(p) = (Σp)_i/|p|_Σ over the box: what OffsetSearch finds in its OffsetRounds on a FreeSystem is reached somewhere in it, exceeded nowhere.</summary>
public sealed class UnitOffsetsTests
{
    [Fact]
    public void No_point_of_the_box_and_no_vertex_needs_a_larger_offset()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All)
        {
            Random random = new(11);
            for (int draw = 0; draw < 200; draw++)
            {
                double[] prices = drawn.Prices(random);
                for (int i = 0; i < prices.Length; i++)
                {
                    prices[i] = random.Next(3) switch { 0 => drawn.Lower[i], 1 => drawn.Upper[i], _ => prices[i] };
                }

                AssertNoneExceeds(drawn, prices);
            }
        }
    }

    [Fact]
    public void No_climb_from_a_point_of_the_box_rises_above_the_offset()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All.Where(drawn => drawn.Dimension > 2))
        {
            Random random = new(12);
            for (int asset = 0; asset < drawn.Dimension; asset++)
            {
                // Climb by coordinates from a random point: whatever height it reaches, the offset is at least that.
                double[] prices = drawn.Prices(random);
                for (int round = 0; round < 3; round++)
                {
                    for (int j = 0; j < prices.Length; j++)
                    {
                        Climb(drawn, asset, prices, j);
                    }
                }

                AssertNoneExceeds(drawn, prices);
            }
        }
    }

    [Fact]
    public void For_two_assets_the_maximum_is_at_the_own_upper_and_the_other_lower_bound()
    {
        Random random = new(13);
        for (int draw = 0; draw < 20; draw++)
        {
            DrawnSurface drawn = DrawnSurfaces.Make(random, 2, Math.Pow(10, 8 * random.NextDouble()), "all", draw % 2 == 0);
            AssertOffset(drawn, 0, [drawn.Upper[0], drawn.Lower[1]]);
            AssertOffset(drawn, 1, [drawn.Lower[0], drawn.Upper[1]]);
        }
    }

    [Fact]
    public void Aligned_with_the_axes_the_maximum_is_at_the_own_upper_and_all_other_lower_bounds()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All.Where(drawn => drawn.IsAxisAligned))
        {
            for (int asset = 0; asset < drawn.Dimension; asset++)
            {
                double[] corner = [.. drawn.Lower];
                corner[asset] = drawn.Upper[asset];
                AssertOffset(drawn, asset, corner);

                // The closed form, without a matrix: λ_i²β_i/√(Σ λ_j²p_j²).
                ExactRational square = ExactRational.Zero;
                for (int j = 0; j < corner.Length; j++)
                {
                    ExactRational term = (ExactRational)drawn.Stretch[j] * corner[j];
                    square += term * term;
                }

                ExactRational own = (ExactRational)drawn.Stretch[asset] * drawn.Stretch[asset] * corner[asset];
                Ulp.AssertWithin(1, drawn.Surface.UnitOffset[asset], own / ExactRational.Sqrt(square), drawn.ToString());
            }
        }
    }

    [Fact]
    public void Inside_the_box_no_balance_is_below_zero()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All)
        {
            Random random = new(14);
            for (int draw = 0; draw < 20; draw++)
            {
                Assert.All(drawn.Balances(1, drawn.Prices(random)), balance => Assert.True(balance >= 0));
            }
        }
    }

    private static void AssertNoneExceeds(DrawnSurface drawn, double[] prices)
    {
        for (int asset = 0; asset < prices.Length; asset++)
        {
            QuadDouble offset = drawn.Surface.InQuadDouble.UnitOffset[asset];
            QuadDouble excess = Value(drawn, asset, prices) - offset;
            Assert.True(excess.X0 <= 1e-50 * Math.Abs(offset.X0), $"f_{asset} exceeds its offset by {excess.X0:G3} on {drawn} at [{string.Join(", ", prices)}]");
        }
    }

    private static void AssertOffset(DrawnSurface drawn, int asset, double[] prices) =>
        Tolerance.AssertClose(Value(drawn, asset, prices).X0, drawn.Surface.UnitOffset[asset], 0.5, $"offset {asset} of {drawn}");

    /// <summary>Moves one price to the best of a grid.</summary>
    private static void Climb(DrawnSurface drawn, int asset, double[] prices, int j)
    {
        double best = prices[j];
        QuadDouble height = Value(drawn, asset, prices);
        for (int step = 0; step <= 8; step++)
        {
            double kept = prices[j];
            prices[j] = step == 8 ? drawn.Upper[j] : drawn.Lower[j] + ((drawn.Upper[j] - drawn.Lower[j]) * step / 8);
            QuadDouble value = Value(drawn, asset, prices);
            (best, height) = (value - height).X0 > 0 ? (prices[j], value) : (best, height);
            prices[j] = kept;
        }

        prices[j] = best;
    }

    private static QuadDouble Value(DrawnSurface drawn, int asset, double[] prices)
    {
        QuadDouble[] image = new QuadDouble[prices.Length];
        ExtendedSymmetricProduct.Multiply<QuadDouble>(drawn.Surface.InQuadDouble.InverseMetric, prices, image);
        return image[asset] / QuadDouble.Sqrt(ExtendedDot.Compute<QuadDouble>(image, prices));
    }
}
