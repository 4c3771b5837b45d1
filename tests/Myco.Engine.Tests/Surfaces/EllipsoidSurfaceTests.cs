using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Rotations;
using Myco.TestSupport;
using static Myco.Engine.Tests.Surfaces.Draws.Tolerance;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>One surface, however its SurfaceDefinition gives it: AnglesDefinition, RotationDefinition or EclpDefinition; and the surfaces whose answers are known in closed form.</summary>
public sealed class EllipsoidSurfaceTests
{
    [Fact]
    public void An_Eclp_that_is_not_turned_is_the_surface_of_angle_zero_bit_for_bit()
    {
        foreach (double lambda in new[] { 1, 12.5, 4000, 1e8 })
        {
            AssertSame(EllipsoidSurface.FromAngles([lambda, 1], [0], [0.7, 1], [1.6, 1]), EllipsoidSurface.FromEclp(0.7, 1.6, 1, 0, lambda));
        }
    }

    [Fact]
    public void An_Eclp_is_the_surface_of_its_rotation_matrix_at_any_stretch()
    {
        foreach (double lambda in new[] { 1, 50, 4000, 7.5e5, 1e8 })
        {
            (double c, double s) = (0.7071067811865476, 0.7071067811865475);
            AssertClose(EllipsoidSurface.FromRotation([lambda, 1], [c, s, -s, c], [0.97, 1], [1.03, 1]), EllipsoidSurface.FromEclp(0.97, 1.03, c, s, lambda), 4);
        }
    }

    [Fact]
    public void An_Eclp_is_the_surface_of_its_angle_as_far_as_binary64_knows_the_angle()
    {
        foreach (double lambda in new[] { 1.0, 5, 50 })
        {
            double angle = 0.6435;
            AssertClose(
                EllipsoidSurface.FromAngles([lambda, 1], [angle], [0.7, 1], [1.6, 1]),
                EllipsoidSurface.FromEclp(0.7, 1.6, Math.Cos(angle), Math.Sin(angle), lambda), 16 * lambda * lambda);
        }
    }

    [Fact]
    public void The_identity_matrix_is_no_rotation_bit_for_bit()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All.Where(drawn => drawn.IsAxisAligned))
        {
            double[] identity = new double[drawn.Dimension * drawn.Dimension];
            for (int i = 0; i < drawn.Dimension; i++)
            {
                identity[(i * drawn.Dimension) + i] = 1;
            }

            AssertSame(drawn.Surface, EllipsoidSurface.FromRotation(drawn.Stretch, identity, drawn.Lower, drawn.Upper));
        }
    }

    [Fact]
    public void A_rotation_matrix_gives_the_surface_of_its_angles_as_far_as_binary64_holds_the_matrix()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.Moderate)
        {
            double[] rotation = Array.ConvertAll(RotationOf(drawn.Angles, drawn.Dimension), value => value.X0);
            AssertClose(
                drawn.Surface, EllipsoidSurface.FromRotation(drawn.Stretch, rotation, drawn.Lower, drawn.Upper),
                16 * drawn.Dimension * drawn.LargestStretch * drawn.LargestStretch);
        }
    }

    [Fact]
    public void A_definition_makes_the_same_surface_again()
    {
        EllipsoidSurface[] surfaces =
        [
            DrawnSurfaces.All[20].Surface, EllipsoidSurface.FromEclp(0.7, 1.6, 0.8, 0.6, 99),
            EllipsoidSurface.FromRotation([3, 2], [0.8, 0.6, -0.6, 0.8], [0.7, 1], [1.6, 1]),
        ];
        Assert.Equal([typeof(AnglesDefinition), typeof(EclpDefinition), typeof(RotationDefinition)], surfaces.Select(surface => surface.Definition.GetType()));
        Assert.All(surfaces, surface => AssertSame(surface, EllipsoidSurface.From(surface.Definition)));
        Assert.Equal(new EclpDefinition(0.7, 1.6, 0.8, 0.6, 99), surfaces[1].Definition);
    }

    [Fact]
    public void The_arguments_are_copied()
    {
        double[] stretch = [3, 2], angles = [0.3], lower = [0.7, 1], upper = [1.6, 1];
        EllipsoidSurface surface = EllipsoidSurface.FromAngles(stretch, angles, lower, upper);
        foreach (double[] argument in new[] { stretch, angles, lower, upper })
        {
            Array.Clear(argument);
        }

        AssertSame(EllipsoidSurface.FromAngles([3, 2], [0.3], [0.7, 1], [1.6, 1]), EllipsoidSurface.From(surface.Definition));
    }

    [Fact]
    public void Without_stretch_the_surface_is_the_sphere_however_it_is_turned()
    {
        // G = I: |v − r·o| = r, and a swap is Pythagoras' theorem: y = −g_j − √(g_j² − x² − 2x·g_k) with g = v − r·o.
        foreach (DrawnSurface drawn in DrawnSurfaces.All.Where(drawn => drawn.LargestStretch == 1))
        {
            EllipsoidState state = drawn.State(new(2));
            for (int i = 0; i < drawn.Dimension; i++)
            {
                double[] corner = [.. drawn.Lower];
                corner[i] = drawn.Upper[i];
                AssertClose(corner[i] / Math.Sqrt(corner.Sum(price => price * price)), drawn.Surface.UnitOffset[i], 4, "offset");
                double distance = (state.Invariant * drawn.Surface.UnitOffset[i]) - state.Balances[i];
                Assert.True(Math.Abs(distance + state.Gradient[i]) <= Ulps(64) * state.Invariant);
            }

            AssertClose(state.Invariant, Math.Sqrt(state.Gradient.ToArray().Sum(price => price * price)), 8, "the gradient is a radius");
            double paid = 0.25 * state.LargestAmount(SwapKind.ExactIn, 0, 1);
            (double gradientIn, double gradientOut) = (state.Gradient[0], state.Gradient[1]);
            double expected = -gradientOut - Math.Sqrt((gradientOut * gradientOut) - (paid * (paid + (2 * gradientIn))));
            double actual = state.SwapExactIn(0, 1, paid).Amount;
            Assert.True(Math.Abs(Math.Abs(expected) - actual) <= 1e-12 * Math.Abs(gradientOut), $"{expected:R} {actual:R}");
        }
    }

    [Fact]
    public void Renaming_the_assets_of_an_aligned_surface_renames_the_answers()
    {
        foreach (DrawnSurface drawn in DrawnSurfaces.All.Where(drawn => drawn.IsAxisAligned))
        {
            Random random = new(6);
            int n = drawn.Dimension;
            int[] names = [.. Enumerable.Range(0, n).OrderBy(_ => random.Next())];
            double[] Permuted(double[] values) => [.. names.Select(name => values[name])];
            EllipsoidState state = drawn.State(random);
            EllipsoidState other = EllipsoidSurface
                .FromAngles(Permuted(drawn.Stretch), drawn.Angles, Permuted(drawn.Lower), Permuted(drawn.Upper))
                .At(Permuted(state.Balances.ToArray()));
            AssertClose(state.Invariant, other.Invariant, 1, "invariant");
            for (int i = 0; i < n; i++)
            {
                AssertClose(state.Gradient[names[i]], other.Gradient[i], 1, "gradient");
                int j = (i + 1) % n;
                double amount = 1e-2 * other.LargestAmount(SwapKind.ExactIn, i, j);
                AssertClose(state.SwapExactIn(names[i], names[j], amount).Amount, other.SwapExactIn(i, j, amount).Amount, 8, "amount out");
                (Quote burn, Quote again) = (state.Burn(names[i], 1e-6), other.Burn(i, 1e-6));
                Assert.Equal(burn.Status, again.Status);
                AssertClose(burn.IsOk ? burn.Amount : 0, again.IsOk ? again.Amount : 0, 12, "burn");
            }
        }
    }

    private static QuadDouble[] RotationOf(double[] angles, int dimension)
    {
        QuadDouble[] rotation = new QuadDouble[dimension * dimension];
        RotationAngles.ToMatrix(angles, rotation);
        return rotation;
    }

    private static void AssertSame(EllipsoidSurface expected, EllipsoidSurface actual)
    {
        Bits.AssertSame(expected.UnitOffset, actual.UnitOffset);
        Bits.AssertSame(expected.Kappa, actual.Kappa);
        Bits.AssertSame(
            [.. expected.InQuadDouble.Cone.SelectMany(value => new[] { value.X0, value.X1, value.X2, value.X3 })],
            [.. actual.InQuadDouble.Cone.SelectMany(value => new[] { value.X0, value.X1, value.X2, value.X3 })]);
    }

    private static void AssertClose(EllipsoidSurface expected, EllipsoidSurface actual, double ulps)
    {
        Tolerance.AssertClose(expected.Kappa, actual.Kappa, ulps, "kappa");
        for (int i = 0; i < expected.Dimension; i++)
        {
            Tolerance.AssertClose(expected.UnitOffset[i], actual.UnitOffset[i], ulps, "offset");
        }
    }

    private static void AssertClose(double expected, double actual, double ulps, string what) => Tolerance.AssertClose(expected, actual, ulps, what);
}
