using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

public class DoubleDoubleTests
{
    private const int Cases = 100_000;
    private readonly RandomReals reals = new(106);

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(50)]
    public void A_sum_is_within_its_bound_VsBigInteger(int range)
    {
        double worst = Worst(range, (x, y) => ((Dyadic)x + y).ErrorBits(x + y, (Dyadic)x + y));
        Assert.True(worst <= -104, $"2^{worst}");
    }

    [Fact]
    public void A_cancelling_sum_is_within_its_bound_VsBigInteger()
    {
        double worst = Worst(0, (x, y) =>
        {
            DoubleDouble near = DoubleDouble.Sum(-x.High, x.Low * y.High);
            Dyadic exact = (Dyadic)x + near;
            return exact.Mantissa.IsZero ? (x + near == DoubleDouble.Zero ? double.NegativeInfinity : 0) : exact.ErrorBits(x + near, exact);
        });
        Assert.True(worst <= -104, $"2^{worst}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_product_is_within_its_bound_VsBigInteger(int range)
    {
        double worst = Worst(range, (x, y) => ((Dyadic)x * y).ErrorBits(x * y, (Dyadic)x * y));
        Assert.True(worst <= -104, $"2^{worst}");
        worst = Worst(range, (x, y) => ((Dyadic)x * y.High).ErrorBits(x * y.High, (Dyadic)x * y.High));
        Assert.True(worst <= -104, $"2^{worst}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_quotient_is_within_its_bound_VsBigInteger(int range)
    {
        double worst = Worst(range, (x, y) => ((Dyadic)x).ErrorBits((Dyadic)(x / y) * y, x));
        Assert.True(worst <= -103, $"2^{worst}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void A_square_root_is_within_its_bound_VsBigInteger(int range)
    {
        double worst = Worst(range, (x, _) =>
        {
            DoubleDouble square = DoubleDouble.Abs(x);
            Dyadic root = DoubleDouble.Sqrt(square);
            return ((Dyadic)square).ErrorBits(root * root, square) - 1;
        });
        Assert.True(worst <= -103, $"2^{worst}");
    }

    [Fact]
    public void The_low_number_never_overlaps_the_high_one()
    {
        Worst(3, (x, y) =>
        {
            foreach (DoubleDouble z in new[] { x + y, x - y, x * y, x / y, x * y.High, DoubleDouble.Sqrt(DoubleDouble.Abs(x)) })
            {
                Assert.Equal(z.High, z.High + z.Low);
            }

            return 0;
        });
    }

    [Fact]
    public void Comparison_agrees_with_the_sign_of_the_difference_VsBigInteger()
    {
        Worst(0, (x, y) =>
        {
            DoubleDouble near = DoubleDouble.Sum(x.High, y.Low);
            int sign = ((Dyadic)x - near).Mantissa.Sign;
            Assert.Equal(sign < 0, x < near);
            Assert.Equal(sign > 0, x > near);
            Assert.Equal(sign == 0, x == near);
            return 0;
        });
    }

    [Fact]
    public void A_quad_double_rounds_to_its_first_two_numbers()
    {
        for (int i = 0; i < 1000; i++)
        {
            QuadDouble x = reals.Quad(30);
            Assert.True(((Dyadic)x).ErrorBits(DoubleDouble.FromQuadDouble(x), x) <= -106);
        }
    }

    [Fact]
    public void Non_finite_operands_and_negative_roots_yield_NaN()
    {
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            DoubleDouble x = bad;
            foreach (DoubleDouble z in new[] { x + 1, x * 2, x * 2.0, x / 3, DoubleDouble.One / x, DoubleDouble.Sqrt(x) })
            {
                Assert.True(double.IsNaN(z.High));
            }
        }

        Assert.True(double.IsNaN(DoubleDouble.Sqrt(-1.0).High));
        Assert.True(double.IsNaN((DoubleDouble.One / DoubleDouble.Zero).High));
        Assert.Equal(DoubleDouble.Zero, DoubleDouble.Sqrt(DoubleDouble.Zero));
    }

    private double Worst(int range, Func<DoubleDouble, DoubleDouble, double> errorBits)
    {
        double worst = double.NegativeInfinity;
        for (int i = 0; i < Cases; i++)
        {
            worst = Math.Max(worst, errorBits(reals.Pair(range), reals.Pair(range)));
        }

        return worst;
    }
}
