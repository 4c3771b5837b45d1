using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.Tests.Lanes;

public class LaneChoiceTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_word_the_hardware_decides(string? word)
    {
        Assert.Null(LaneChoice.Choose(word, out bool eight));
        Assert.Equal(LaneChoice.IsEightSupported, eight);
    }

    [Fact]
    public void Narrower_words_mean_no_lanes()
    {
        Assert.Null(LaneChoice.Choose("scalar", out bool eight));
        Assert.False(eight);
        _ = LaneChoice.Choose("256", out eight);
        Assert.False(eight);
    }

    [Fact]
    public void Eight_lanes_are_given_or_refused()
    {
        string? problem = LaneChoice.Choose("512", out bool eight);
        Assert.Equal(LaneChoice.IsEightSupported, eight);
        Assert.Equal(LaneChoice.IsEightSupported, problem is null);
    }

    [Theory]
    [InlineData("1024")]
    [InlineData("Scalar")]
    [InlineData("8")]
    public void Unknown_words_are_refused_by_name(string word)
    {
        string? problem = LaneChoice.Choose(word, out bool eight);
        Assert.False(eight);
        Assert.Contains($"MYCO_LANES is '{word}'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forced_choice_is_in_use_and_goes_when_disposed()
    {
        bool before = LaneChoice.UsesEight;
        using (LaneChoice.Force(false))
        {
            Assert.False(LaneChoice.UsesEight);
        }

        Assert.Equal(before, LaneChoice.UsesEight);
    }
}
