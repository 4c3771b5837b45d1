using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Tranching;

public class WeightBandTests
{
    private static readonly WeightBand Band = new() { MaxDeviation = 0.2 };

    [Theory]
    [InlineData(60, 40, -1)]
    [InlineData(61, 39, 0)]
    [InlineData(39, 61, 0)]
    public void A_weight_stays_within_a_part_of_its_target(double one, double other, int breach) =>
        Assert.Equal(breach, Band.FindBreach([50, 50], [one, other], [0.5, 0.5], out _, out _));

    [Fact]
    public void Outside_its_band_a_weight_may_stay_or_move_closer_and_not_farther()
    {
        Assert.Equal(-1, Band.FindBreach([80, 20], [80, 20], [0.5, 0.5], out _, out _));
        Assert.Equal(-1, Band.FindBreach([80, 20], [79, 20], [0.5, 0.5], out _, out _));
        Assert.Equal(0, Band.FindBreach([80, 20], [81, 20], [0.5, 0.5], out double weight, out double limit));
        Assert.Equal((81.0 / 101, 0.8), (weight, limit));
    }

    [Fact]
    public void Everything_may_be_taken_out_and_empty_vaults_do_not_count()
    {
        Assert.Equal(-1, Band.FindBreach([80, 20], [0, 0], [0.5, 0.5], out _, out _));
        Assert.Equal(1, Band.FindBreach([50, 50], [0, 50], [0.5, 0.5], out _, out _));
        Assert.Equal(-1, Band.FindBreach([50, 50, 0], [50, 50, 0], [0.4, 0.4, 0.2], out _, out _));
    }

    [Theory]
    [InlineData(0.2, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.PositiveInfinity, true)]
    public void A_vault_whose_target_is_zero_is_never_filled(double deviation, bool isAbsolute)
    {
        WeightBand band = new() { MaxDeviation = deviation, IsAbsolute = isAbsolute };
        Assert.Equal(1, band.FindBreach([50, 0], [50, 1], [1, 0], out _, out _));
        Assert.Equal(-1, band.FindBreach([50, 2], [50, 1], [1, 0], out _, out _));
    }

    [Fact]
    public void An_absolute_band_counts_weights()
    {
        WeightBand band = new() { MaxDeviation = 0.1, IsAbsolute = true };
        Assert.Equal(-1, band.FindBreach([50, 50], [59, 41], [0.5, 0.5], out _, out _));
        Assert.Equal(0, band.FindBreach([50, 50], [61, 39], [0.5, 0.5], out _, out _));
    }
}
