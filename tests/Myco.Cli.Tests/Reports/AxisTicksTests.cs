using FsCheck;
using FsCheck.Xunit;
using Myco.Cli.Reports;

namespace Myco.Cli.Tests.Reports;

public sealed class AxisTicksTests
{
    [Property(Replay = "20240705,1")]
    public bool Ticks_rise_inside_the_range_and_are_about_as_many_as_wanted(NormalFloat start, PositiveInt width)
    {
        double least = Math.Clamp(start.Get, -1e12, 1e12);
        double most = least + (width.Get * Math.Max(1e-6, Math.Abs(least) * 1e-6));
        IReadOnlyList<double> ticks = AxisTicks.Between(least, most, 6);
        double slack = (most - least) * 1e-6;
        return ticks.Count is >= 3 and <= 13
            && ticks[0] >= least - slack && ticks[^1] <= most + slack
            && ticks.Zip(ticks.Skip(1)).All(pair => pair.First < pair.Second);
    }

    [Fact]
    public void Round_numbers_come_out()
    {
        Assert.Equal([0, 20, 40, 60, 80, 100], AxisTicks.Between(0, 100, 6));
        Assert.Equal([1.0, 1.5, 2.0, 2.5, 3.0], AxisTicks.Between(1, 3, 4));
    }

    [Fact]
    public void A_range_of_nothing_has_one_tick()
    {
        Assert.Equal([5.0], AxisTicks.Between(5, 5, 6));
        Assert.Single(AxisTicks.Between(1, double.PositiveInfinity, 6));
    }
}
