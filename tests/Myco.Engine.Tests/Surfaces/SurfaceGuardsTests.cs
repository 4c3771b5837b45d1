using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>Parameters that make no surface are refused with what they are, what the limit is and what to do.</summary>
public sealed class SurfaceGuardsTests
{
    private static readonly double[] Lower = [0.5, 0.5, 1];
    private static readonly double[] Upper = [2, 2, 1];
    private static readonly double[] Stretch = [2, 3, 4];
    private static readonly double[] Identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];

    [Theory]
    [InlineData(0.999, "stretch[1] is 0.999", "limits are 1 and 100000000", "divide")]
    [InlineData(-5, "stretch[1] is -5", "limits are 1", "divide")]
    [InlineData(1.0000001e8, "stretch[1] is 100000010", "100000000;", "divide")]
    [InlineData(double.NaN, "stretch[1] is NaN", "limits are 1", "divide")]
    [InlineData(double.PositiveInfinity, "stretch[1] is Infinity", "limits are 1", "divide")]
    public void A_stretch_factor_outside_its_limits_is_refused(double factor, params string[] words)
    {
        Refused("stretch", words, () => EllipsoidSurface.FromAngles([1, factor, 1], new double[3], Lower, Upper));
        Refused("stretch", words, () => EllipsoidSurface.FromRotation([1, factor, 1], Identity, Lower, Upper));
        string[] own = [.. words.SkipLast(1).Select(word => word.Replace("stretch[1]", "lambda", StringComparison.Ordinal)), "E-CLP's own"];
        Refused("lambda", own, () => EllipsoidSurface.FromEclp(0.5, 2, 1, 0, factor));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65)]
    public void A_dimension_outside_2_to_64_is_refused(int dimension)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, dimension)];
        string[] words = [$"{dimension} stretch factors", "2 to 64", "give one"];
        Refused("stretch", words, () => EllipsoidSurface.FromAngles(ones, new double[dimension * Math.Max(dimension - 1, 0) / 2], ones, ones));
        Refused("stretch", words, () => EllipsoidSurface.FromRotation(ones, new double[dimension * dimension], ones, ones));
    }

    [Fact]
    public void Counts_that_do_not_fit_are_refused()
    {
        Refused("angles", ["2 angles", "N(N-1)/2 = 3", "give them"], () => EllipsoidSurface.FromAngles(Stretch, new double[2], Lower, Upper));
        Refused("rotation", ["8 numbers", "3×3", "row by row"], () => EllipsoidSurface.FromRotation(Stretch, new double[8], Lower, Upper));
        Refused("priceLower", ["2 lower and 3 upper", "need 3 of each"], () => EllipsoidSurface.FromAngles(Stretch, new double[3], [1, 1], Upper));
        Refused("priceLower", ["3 lower and 4 upper", "need 3 of each"], () => EllipsoidSurface.FromAngles(Stretch, new double[3], Lower, [1, 1, 1, 1]));
    }

    [Theory]
    [InlineData(1.1e6, "angles[2] is 1100000", "±1000000", "multiples of 2π")]
    [InlineData(double.NaN, "angles[2] is NaN", "±1000000", "multiples of 2π")]
    [InlineData(double.NegativeInfinity, "angles[2] is -Infinity", "±1000000", "multiples of 2π")]
    public void An_angle_without_digits_left_is_refused(double angle, params string[] words) =>
        Refused("angles", words, () => EllipsoidSurface.FromAngles(Stretch, [0, 0, angle], Lower, Upper));

    [Fact]
    public void A_matrix_that_is_no_rotation_is_refused()
    {
        double[] loose = [.. Identity], mirrored = [.. Identity], odd = [.. Identity];
        (loose[1], mirrored[0], odd[5]) = (1e-6, -1, double.NaN);
        Refused(null, ["not orthogonal", "1E-06", "1E-12", "pass more digits"], () => EllipsoidSurface.FromRotation(Stretch, loose, Lower, Upper));
        Refused(null, ["determinant −1", "+1", "change the sign"], () => EllipsoidSurface.FromRotation(Stretch, mirrored, Lower, Upper));
        Refused("rotation", ["rotation[1,2] is NaN", "finite", "orthogonalise"], () => EllipsoidSurface.FromRotation(Stretch, odd, Lower, Upper));
    }

    [Theory]
    [InlineData(2, 1.5, "price bounds 2 and 1.5 of asset 1", "lower must not exceed upper", "scale")]
    [InlineData(0, 1.5, "price bounds 0 and 1.5 of asset 1", "1E-12", "scale")]
    [InlineData(-1, 1.5, "price bounds -1 and 1.5", "1E-12", "scale")]
    [InlineData(1, 2e12, "price bounds 1 and 2000000000000", "1000000000000", "scale")]
    [InlineData(1, double.PositiveInfinity, "price bounds 1 and Infinity", "1000000000000", "scale")]
    [InlineData(double.NaN, 1.5, "price bounds NaN and 1.5", "1E-12", "scale")]
    [InlineData(1, double.NaN, "price bounds 1 and NaN", "1E-12", "scale")]
    public void Price_bounds_that_are_none_are_refused(double low, double high, params string[] words) =>
        Refused("priceLower", words, () => EllipsoidSurface.FromAngles(Stretch, new double[3], [0.5, low, 1], [2, high, 1]));

    [Fact]
    public void A_box_that_is_a_single_price_is_refused()
    {
        string[] words = ["lower price bound equals the upper one", "single price", "widen"];
        Refused("priceLower", words, () => EllipsoidSurface.FromAngles(Stretch, new double[3], Upper, Upper));
        Refused("priceLower", words, () => EllipsoidSurface.FromRotation(Stretch, Identity, Upper, Upper));
        Refused("alpha", ["alpha = 1.5", "alpha must be below beta"], () => EllipsoidSurface.FromEclp(1.5, 1.5, 0.6, 0.8, 10));
    }

    [Theory]
    [InlineData(0.6, 0.81, "c² + s² is 1.016", "within 1E-09", "divide")]
    [InlineData(-0.6, 0.8, "c = -0.6", "0…1", "cosine")]
    [InlineData(0.6, 1.2, "s = 1.2", "0…1", "right")]
    [InlineData(double.NaN, 0.8, "c = NaN", "0…1", "")]
    [InlineData(0.6, double.NaN, "s = NaN", "0…1", "")]
    public void A_cosine_and_sine_off_the_circle_are_refused(double c, double s, params string[] words) =>
        Refused("c", words, () => EllipsoidSurface.FromEclp(0.5, 2, c, s, 10));

    [Fact]
    public void A_lower_bound_of_an_Eclp_above_the_upper_one_is_refused() =>
        Refused("alpha", ["alpha = 2", "beta = 0.5", "alpha must be below beta"], () => EllipsoidSurface.FromEclp(2, 0.5, 0.6, 0.8, 10));

    [Fact]
    public void An_offset_below_zero_needs_vertices_counted_and_is_refused_beyond_16_assets()
    {
        // Asset 1 lies against asset 0 on a long axis, and its price is low: (Σp)_1 < 0 all over the box.
        (double[] stretch, double[] angles, double[] lower, double[] upper) = Opposed(16);
        Assert.True(EllipsoidSurface.FromAngles(stretch, angles, lower, upper).UnitOffset[1] < 0);
        (stretch, angles, lower, upper) = Opposed(17);
        Refused("priceLower", ["offset of asset 1 is negative", "17 assets", "2^16", "limit is 16", "raise the upper price bound"],
            () => EllipsoidSurface.FromAngles(stretch, angles, lower, upper));
    }

    [Fact]
    public void Asked_without_throwing_the_same_words_come_back_and_no_surface()
    {
        (double[] stretch, double[] angles, double[] lower, double[] upper) = Opposed(17);
        AnglesDefinition good = new() { Stretch = [.. Stretch], Angles = [0, 0, 0], PriceLower = [.. Lower], PriceUpper = [.. Upper] };
        RotationDefinition turned = new() { Stretch = good.Stretch, Rotation = [.. Identity], PriceLower = good.PriceLower, PriceUpper = good.PriceUpper };
        (string Parameter, SurfaceDefinition Definition)[] refused =
        [
            ("stretch", good with { Stretch = [1, 0.5, 1] }), ("stretch", good with { Stretch = default }), ("angles", good with { Angles = [0] }),
            ("priceLower", good with { PriceLower = good.PriceUpper }), ("rotation", turned with { Rotation = default }),
            ("rotation", turned with { Rotation = [1, 1e-6, 0, 0, 1, 0, 0, 0, 1] }), ("rotation", turned with { Rotation = [-1, 0, 0, 0, 1, 0, 0, 0, 1] }),
            ("lambda", new EclpDefinition(0.5, 2, 0.6, 0.8, 0.5)), ("priceLower", new EclpDefinition(0, 2, 0.6, 0.8, 5)),
            ("priceLower", new AnglesDefinition { Stretch = [.. stretch], Angles = [.. angles], PriceLower = [.. lower], PriceUpper = [.. upper] }),
        ];
        Assert.All(refused, row =>
        {
            Assert.False(EllipsoidSurface.TryFrom(row.Definition, out EllipsoidSurface? none, out SurfaceProblem? problem));
            Assert.Null(none);
            ArgumentException exception = Assert.Throws<ArgumentException>(() => EllipsoidSurface.From(row.Definition));
            Assert.Equal((row.Parameter, row.Parameter), (problem.Parameter, exception.ParamName));
            Assert.StartsWith(problem.Text + ". (Parameter", exception.Message, StringComparison.Ordinal);
        });
        Assert.All(new SurfaceDefinition[] { good, turned, new EclpDefinition(0.5, 2, 0.6, 0.8, 5) }, definition =>
        {
            Assert.True(EllipsoidSurface.TryFrom(definition, out EllipsoidSurface? surface, out SurfaceProblem? problem));
            Assert.Null(problem);
            Assert.Same(definition, surface.Definition);
        });
    }

    private static (double[] Stretch, double[] Angles, double[] Lower, double[] Upper) Opposed(int dimension)
    {
        double[] stretch = [.. Enumerable.Range(0, dimension).Select(i => i == 0 ? 50.0 : 1)];
        double[] angles = new double[dimension * (dimension - 1) / 2];
        angles[0] = 0.5;
        double[] lower = [.. Enumerable.Range(0, dimension).Select(i => i == 1 ? 0.01 : 0.9)];
        double[] upper = [.. Enumerable.Range(0, dimension).Select(i => i == 1 ? 0.02 : 1.1)];
        return (stretch, angles, lower, upper);
    }

    private static void Refused(string? parameter, string[] words, Action make)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(make);
        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
        Assert.True(parameter is null || parameter == exception.ParamName, $"{exception.ParamName} was blamed, not {parameter}");
    }
}
