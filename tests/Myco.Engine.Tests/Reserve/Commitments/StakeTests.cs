using Myco.Engine.Reserve.Commitments;

namespace Myco.Engine.Tests.Reserve.Commitments;

/// <summary>Stake, whose bonus is StakingParameters' and vests in a straight line.</summary>
public class StakeTests
{
    private static readonly Stake Sample = new(0, "ada", 100, 8, 1_000, 400, 3);

    [Theory]
    [InlineData(900, 0)]
    [InlineData(1_000, 0)]
    [InlineData(1_100, 2)]
    [InlineData(1_400, 8)]
    [InlineData(9_000, 8)]
    public void A_bonus_vests_linearly_over_the_lock(double time, double vested) => Assert.Equal(vested, Sample.VestedAt(time));

    [Fact]
    public void What_is_due_is_vested_and_not_yet_minted()
    {
        Assert.Equal(0, Sample.DueAt(1_100));
        Assert.Equal(1, Sample.DueAt(1_200));
        Assert.Equal(5, Sample.DueAt(1_400));
        Assert.False(Sample.IsOver(1_399));
        Assert.True(Sample.IsOver(1_400));
    }

    [Fact]
    public void The_multiplier_is_three_at_a_year_half_of_that_at_a_quarter_and_rises_no_more()
    {
        Assert.Equal(3, StakingParameters.Multiplier(StakingParameters.Year));
        Assert.Equal(1.5, StakingParameters.Multiplier(StakingParameters.Year / 4));
        Assert.Equal(3, StakingParameters.Multiplier(4 * StakingParameters.Year));
        Assert.Equal(0.06, new StakingParameters().BonusPerToken(StakingParameters.Year));
    }
}
