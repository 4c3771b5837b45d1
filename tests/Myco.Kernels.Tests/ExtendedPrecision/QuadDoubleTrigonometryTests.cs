using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

public class QuadDoubleTrigonometryTests
{
    private readonly RandomReals reals = new(7);

    [Fact]
    public void Pi_is_that_of_Machins_formula_VsBigInteger()
    {
        Assert.True(ExactTrigonometry.Pi.ErrorBits(QuadDoubleTrigonometry.Pi, 1.0) <= -211);
    }

    [Theory]
    [InlineData(-300, 0)]
    [InlineData(0, 4)]
    [InlineData(10, 19)]
    public void Sine_and_cosine_are_within_their_bounds_VsBigInteger(int least, int most)
    {
        Random random = new(least);
        for (int i = 0; i < 300; i++)
        {
            QuadDouble angle = reals.Quad(0) * Math.ScaleB(1, random.Next(least, most));
            AssertWithin(angle);
        }
    }

    [Fact]
    public void Angles_at_and_next_to_multiples_of_an_eighth_turn_are_within_their_bounds_VsBigInteger()
    {
        foreach (int k in new[] { 1, 2, 3, 4, 5, 7, 8, 100, 101, 1000, 99_999, 1_200_000 })
        {
            QuadDouble angle = QuadDoubleTrigonometry.Pi * (k * 0.25);
            AssertWithin(angle);
            AssertWithin(-angle);
            AssertWithin(angle.X0);
            AssertWithin(Math.BitIncrement(angle.X0));
        }

        AssertWithin(QuadDoubleTrigonometry.LargestAngle);
    }

    [Fact]
    public void The_squares_of_sine_and_cosine_add_to_one()
    {
        for (int i = 0; i < 1000; i++)
        {
            QuadDoubleTrigonometry.SinCos(reals.Quad(10), out QuadDouble sine, out QuadDouble cosine);
            Assert.True(((Dyadic)1.0).ErrorBits(((Dyadic)sine * sine) + ((Dyadic)cosine * cosine), 1.0) <= -206);
        }
    }

    [Fact]
    public void Zero_is_exact_and_angles_out_of_range_yield_NaN()
    {
        QuadDoubleTrigonometry.SinCos(QuadDouble.Zero, out QuadDouble sine, out QuadDouble cosine);
        Assert.Equal(QuadDouble.Zero, sine);
        Assert.Equal(QuadDouble.One, cosine);
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, -1.1e6 })
        {
            QuadDoubleTrigonometry.SinCos(bad, out sine, out cosine);
            Assert.True(double.IsNaN(sine.X0) && double.IsNaN(cosine.X0));
        }
    }

    [Fact]
    public void The_arctangent_undoes_sine_and_cosine_in_every_quadrant()
    {
        Random random = new(5);
        for (int i = 0; i < 500; i++)
        {
            QuadDouble angle = reals.Quad(0) * (Math.PI / 2 * random.NextDouble());
            QuadDoubleTrigonometry.SinCos(angle, out QuadDouble sine, out QuadDouble cosine);
            double scale = 1 + (random.NextDouble() * 100);
            QuadDouble found = QuadDoubleTrigonometry.ArcTangent(sine * scale, cosine * scale);
            Assert.True(((Dyadic)angle).ErrorBits(found, 1.0) <= -203);
        }
    }

    [Fact]
    public void The_arctangent_is_exact_on_the_first_axis_and_right_on_the_others()
    {
        QuadDouble pi = QuadDoubleTrigonometry.Pi;
        Assert.Equal(QuadDouble.Zero, QuadDoubleTrigonometry.ArcTangent(0, 3));
        Assert.Equal(QuadDouble.Zero, QuadDoubleTrigonometry.ArcTangent(0, 0));
        Assert.True(((Dyadic)pi).ErrorBits(QuadDoubleTrigonometry.ArcTangent(0, -2), 1.0) <= -206);
        Assert.True(((Dyadic)pi).ErrorBits(QuadDoubleTrigonometry.ArcTangent(5, 0) * 2.0, 1.0) <= -206);
        Assert.True(((Dyadic)(-pi)).ErrorBits(QuadDoubleTrigonometry.ArcTangent(-5, -5) * 4.0 * (1.0 / 3), 1.0) <= -50);
    }

    [Fact]
    public void The_arctangent_of_a_small_slope_keeps_its_relative_precision()
    {
        // arctan t = t − t³/3 + …, and t² is below the last bit.
        QuadDouble slope = reals.Quad(0) * Math.ScaleB(1, -120);
        Assert.True(((Dyadic)slope).ErrorBits(QuadDoubleTrigonometry.ArcTangent(slope, 1), slope) <= -203);
    }

    private static void AssertWithin(QuadDouble angle)
    {
        QuadDoubleTrigonometry.SinCos(angle, out QuadDouble sine, out QuadDouble cosine);
        (Dyadic exactSine, Dyadic exactCosine) = ExactTrigonometry.SinCos(angle);
        bool small = Math.Abs(angle.X0) <= Math.PI / 4;
        double sineError = exactSine.ErrorBits(sine, small ? exactSine : 1.0);
        double cosineError = exactCosine.ErrorBits(cosine, 1.0);
        Assert.True(sineError <= (small ? -206 : -207), $"sine of {angle.X0:R}: 2^{sineError}");
        Assert.True(cosineError <= -207, $"cosine of {angle.X0:R}: 2^{cosineError}");
    }
}
