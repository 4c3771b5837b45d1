using System.Globalization;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.TestSupport;

/// <summary>The oracle needs trust of its own: against the runtime's correctly rounded operations.</summary>
public class ExactRationalTests
{
    private static readonly double[] Values =
    [
        .. Numbers.Edges.Where(double.IsFinite), .. Numbers.Spread(200, 1, 300), .. Numbers.Spread(200, 2, 5),
        .. Numbers.Spread(100, 3, 2).Select(value => value * 1e-310),
    ];

    [Fact]
    public void Every_binary64_number_comes_back()
    {
        foreach (double value in Values)
        {
            Assert.Equal(value, ExactRational.FromDouble(value).ToDouble());
            Assert.Equal(value, ExactRational.Parse(value.ToString("R", CultureInfo.InvariantCulture)).ToDouble());
        }
    }

    [Fact]
    public void Rounding_an_exact_result_once_is_what_the_processor_does()
    {
        for (int i = 0; i + 2 < Values.Length; i++)
        {
            (double x, double y, double z) = (Values[i], Values[i + 1], Values[i + 2]);
            ExactRational a = x, b = y, c = z;
            Assert.Equal(x + y, (a + b).ToDouble());
            Assert.Equal(x - y, (a - b).ToDouble());
            Assert.Equal(x * y, (a * b).ToDouble());
            Assert.Equal(Math.FusedMultiplyAdd(x, y, z), ((a * b) + c).ToDouble());
            Assert.Equal(Math.Sqrt(Math.Abs(x)), ExactRational.Sqrt(ExactRational.Abs(a)).ToDouble());
            Assert.Equal(x < y, a < b);
            if (y != 0)
            {
                Assert.Equal(x / y, (a / b).ToDouble());
            }
        }
    }

    [Fact]
    public void A_square_root_has_its_bits_and_rounding_keeps_as_many()
    {
        ExactRational root = ExactRational.Sqrt(2);
        Assert.True(ExactRational.Abs((root * root) - 2) < ExactRational.Scaled(1, -398));
        Assert.Equal(ExactRational.Parse("1.5"), ExactRational.Sqrt(2.25));
        ExactRational third = ExactRational.One / 3;
        Assert.True(ExactRational.Abs(third.Rounded(100) - third) <= ExactRational.Scaled(1, -102));
        Assert.Equal(-5, (ExactRational.FromDouble(-5) * 1024).Rounded(3).ToDouble() / 1024);
    }

    [Fact]
    public void Ulps_count_steps_and_know_zero_subnormal_and_special_references()
    {
        Assert.Equal(0, Ulp.Distance(0.1, 0.1));
        Assert.Equal(1, Ulp.Distance(Math.BitIncrement(3.0), 3.0));
        Assert.Equal(0.5, Ulp.Distance(1, ExactRational.One + ExactRational.Scaled(1, -53)));
        Assert.InRange(Ulp.Distance(0.1, "0.1"), 0.0, 0.5);
        Assert.Equal(3, Ulp.Distance(3 * double.Epsilon, 0.0));
        Assert.Equal(2, Ulp.Distance(12 * double.Epsilon, 10 * double.Epsilon));
        Assert.Equal(0, Ulp.Distance(double.NaN, double.NaN));
        Assert.Equal(double.PositiveInfinity, Ulp.Distance(double.NaN, 1.0));
        Assert.Equal(double.PositiveInfinity, Ulp.Distance(double.PositiveInfinity, double.MaxValue));
        Assert.Throws<InvalidOperationException>(() => Ulp.AssertWithin(1, double.NaN, 1));
    }

    [Fact]
    public void The_checks_of_bits_and_allocation_can_fail()
    {
        Assert.Throws<InvalidOperationException>(() => Bits.AssertSame(0.0, -0.0));
        Assert.Throws<InvalidOperationException>(() => Bits.AssertSame([1], [1, 2]));
        Bits.AssertSame(double.NaN, -double.NaN);
        object? kept = null;
        Assert.Throws<InvalidOperationException>(() => AllocationAssert.None(() => kept = new object()));
        GC.KeepAlive(kept);
    }
}
