using System.Globalization;
using Myco.Verification.Vectors;

namespace Myco.Verification.Tests.Vectors;

/// <summary>UlpError in units of the reference's last place, exactly, whatever the reference's length.</summary>
public sealed class UlpErrorTests
{
    [Theory]
    [InlineData(1.0, "1", 0)]
    [InlineData(1.0, "1.0000000000000001110223024625156540423631668090820", 0.5)]
    [InlineData(1.0000000000000002, "1", 1)]
    [InlineData(-1.0000000000000002, "-1", 1)]
    [InlineData(0.9999999999999999, "1", 0.5)]
    [InlineData(1e22, "1e22", 0)]
    [InlineData(4.94065645841246544e-324, "0", 1)]
    [InlineData(0.0, "4.94065645841246544176568792868e-324", 1)]
    [InlineData(2.0, "1", 4503599627370496)]
    public void The_error_is_in_units_of_the_references_last_place(double value, string reference, double ulp) =>
        Assert.Equal(ulp, UlpError.Of(value, reference), ulp * 1e-12);

    [Fact]
    public void A_tenth_is_off_by_what_its_exact_value_says()
    {
        // 0.1 in binary64 is 0.1000000000000000055511151231257827…, its ulp 2^-56 = 1.3877787807814457e-17.
        Assert.Equal(5.5511151231257827e-18 / 1.3877787807814457e-17, UlpError.Of(0.1, "0.1"), 1e-12);
    }

    [Fact]
    public void The_neighbours_of_any_number_are_one_ulp_away()
    {
        Random random = new(20_240_701);
        for (int round = 0; round < 500; round++)
        {
            double value = Math.ScaleB(1 + random.NextDouble(), random.Next(-1000, 1000));
            string reference = value.ToString("R", CultureInfo.InvariantCulture);
            double own = UlpError.Of(value, reference);
            Assert.InRange(own, 0, 0.5);
            Assert.InRange(UlpError.Of(Math.BitIncrement(value), reference), 1 - own - 1e-12, 1 + own + 1e-12);
        }
    }

    [Fact]
    public void No_number_is_infinitely_far_off()
    {
        Assert.Equal(double.PositiveInfinity, UlpError.Of(double.NaN, "1"));
        Assert.Equal(double.PositiveInfinity, UlpError.Of(double.NegativeInfinity, "1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1e999999999")]
    [InlineData("1e99999999999999999999")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    public void A_reference_that_is_no_bounded_decimal_is_refused(string reference)
    {
        Exception? exception = Record.Exception(() => UlpError.Of(1, reference));
        Assert.True(exception is FormatException or OverflowException, exception?.ToString());
    }
}
