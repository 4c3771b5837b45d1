using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

public class DoubleDoubleTrigonometryTests
{
    [Fact]
    public void Sine_and_cosine_are_within_their_bounds_VsBigInteger()
    {
        RandomReals reals = new(53);
        for (int i = 0; i < 500; i++)
        {
            DoubleDouble angle = reals.Pair(15);
            DoubleDoubleTrigonometry.SinCos(angle, out DoubleDouble sine, out DoubleDouble cosine);
            (Dyadic exactSine, Dyadic exactCosine) = ExactTrigonometry.SinCos(angle);
            Assert.True(exactSine.ErrorBits(sine, exactSine) <= -105);
            Assert.True(exactCosine.ErrorBits(cosine, exactCosine) <= -105);
        }
    }

    [Fact]
    public void An_angle_out_of_range_yields_NaN()
    {
        DoubleDoubleTrigonometry.SinCos(double.NegativeInfinity, out DoubleDouble sine, out DoubleDouble cosine);
        Assert.True(double.IsNaN(sine.High) && double.IsNaN(cosine.High));
    }
}
