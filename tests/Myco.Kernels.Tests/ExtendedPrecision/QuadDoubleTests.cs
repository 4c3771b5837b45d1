using Myco.Kernels.ExtendedPrecision;

namespace Myco.Kernels.Tests.ExtendedPrecision;

/// <summary>QuadDouble against exact integers: each operation within its bound, its four numbers apart as Renormalization leaves them.</summary>
public class QuadDoubleTests
{
    private const int Cases = 20_000;
    private readonly RandomReals reals = new(20251120);

    [Fact]
    public void A_product_is_within_its_bound_VsBigInteger()
    {
        double worst = Worst(60, (x, y) => ((Dyadic)x * y).ErrorBits(x * y, (Dyadic)x * y));
        Assert.True(worst <= -208, $"2^{worst}");
    }

    [Fact]
    public void A_product_by_a_binary64_number_is_within_its_bound_VsBigInteger()
    {
        double worst = Worst(60, (x, y) => ((Dyadic)x * y.X0).ErrorBits(x * y.X0, (Dyadic)x * y.X0));
        Assert.True(worst <= -208, $"2^{worst}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(250)]
    public void A_sum_is_within_its_bound_VsBigInteger(int range)
    {
        double worst = Worst(range, (x, y) => ((Dyadic)x + y).ErrorBits(x + y, Dyadic.Abs(x) + Dyadic.Abs(y)));
        Assert.True(worst <= -208, $"2^{worst}");
    }

    [Fact]
    public void A_cancelling_sum_is_within_its_bound_VsBigInteger()
    {
        double worst = Worst(10, (x, _) =>
        {
            QuadDouble y = reals.Cancelling(x);
            return ((Dyadic)x + y).ErrorBits(x + y, Dyadic.Abs(x) + Dyadic.Abs(y));
        });
        Assert.True(worst <= -208, $"2^{worst}");
    }

    [Fact]
    public void A_quotient_is_within_its_bound_VsBigInteger()
    {
        double worst = Worst(60, (x, y) => ((Dyadic)x).ErrorBits((Dyadic)(x / y) * y, x));
        Assert.True(worst <= -206, $"2^{worst}");
    }

    [Fact]
    public void A_square_root_is_within_its_bound_VsBigInteger()
    {
        double worst = Worst(60, (x, _) =>
        {
            QuadDouble square = QuadDouble.Abs(x);
            Dyadic root = QuadDouble.Sqrt(square);
            return ((Dyadic)square).ErrorBits(root * root, square) - 1;
        });
        Assert.True(worst <= -206, $"2^{worst}");
    }

    [Fact]
    public void The_four_numbers_never_overlap_and_leave_no_gap()
    {
        for (int i = 0; i < Cases; i++)
        {
            QuadDouble x = reals.Quad(20), y = reals.Quad(20);
            foreach (QuadDouble z in new[] { x + y, x * y, x / y, x + reals.Cancelling(x), x * y.X0 })
            {
                AssertCanonical(z);
            }
        }
    }

    [Fact]
    public void Comparison_agrees_with_the_sign_of_the_difference_VsBigInteger()
    {
        for (int i = 0; i < Cases; i++)
        {
            QuadDouble x = reals.Quad(2), y = -reals.Cancelling(x);
            int sign = ((Dyadic)x - y).Mantissa.Sign;
            Assert.Equal(sign < 0, x < y);
            Assert.Equal(sign > 0, x > y);
        }
    }

    [Fact]
    public void Non_finite_operands_and_negative_roots_yield_NaN()
    {
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            QuadDouble x = bad;
            foreach (QuadDouble z in new[] { x + 1, x * 2, x * 2.0, x / 3, QuadDouble.One / x, QuadDouble.Sqrt(x) })
            {
                Assert.True(double.IsNaN(z.X0));
            }
        }

        Assert.True(double.IsNaN(QuadDouble.Sqrt(-1.0).X0));
        Assert.True(double.IsNaN((QuadDouble.One / QuadDouble.Zero).X0));
        Assert.Equal(QuadDouble.Zero, QuadDouble.Sqrt(QuadDouble.Zero));
    }

    private static void AssertCanonical(QuadDouble z)
    {
        Assert.Equal(z.X0, z.X0 + z.X1);
        Assert.Equal(z.X1, z.X1 + z.X2);
        Assert.Equal(z.X2, z.X2 + z.X3);
        Assert.True(z.X1 != 0 || (z.X2 == 0 && z.X3 == 0));
        Assert.True(z.X2 != 0 || z.X3 == 0);
    }

    private double Worst(int range, Func<QuadDouble, QuadDouble, double> errorBits)
    {
        double worst = double.NegativeInfinity;
        for (int i = 0; i < Cases; i++)
        {
            worst = Math.Max(worst, errorBits(reals.Quad(range), reals.Quad(range)));
        }

        return worst;
    }
}
