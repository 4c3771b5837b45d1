using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Tests.Reserve.Flows;

public class FadingSumTests
{
    [Fact]
    public void What_went_fades_by_the_same_part_every_second_however_often_it_is_settled()
    {
        FadingSum sum = new(8, 1);
        Assert.Equal((8, 1), (sum.At(1, 0.5), sum.At(4, 0.5)));
        Assert.Equal(new FadingSum(2, 3), sum.Settle(3, 0.5));
        Assert.Equal(sum.At(9, 0.25), sum.Settle(3, 0.25).Settle(5, 0.25).At(9, 0.25));
        Assert.Equal((8, 0), (sum.At(100, 1), sum.At(2, 0)));
    }

    [Fact]
    public void What_goes_now_counts_whole()
    {
        Assert.Equal(new FadingSum(6, 3), new FadingSum(4, 2).Add(4, 3, 0.5));
        Assert.Equal(new FadingSum(5, 7), default(FadingSum).Add(5, 7, 0.999));
    }
}
