using Myco.Bench.Ratios;

namespace Myco.Bench.Tests.Ratios;

public sealed class RatioArgumentsTests
{
    [Fact]
    public void Without_words_every_family_is_measured()
    {
        Assert.True(RatioArguments.TryRead([], out RatioArguments arguments, out string? problem), problem);
        Assert.Equal(RatioFamily.All, arguments.Families);
        Assert.Equal(41, arguments.Rounds);
    }

    [Fact]
    public void The_named_families_alone_are_measured_in_the_order_of_the_table()
    {
        Assert.True(RatioArguments.TryRead(["--only", "words", "--rounds", "21", "--only", "mixed", "--only", "words"], out RatioArguments arguments, out string? problem), problem);
        Assert.Equal(["mixed", "words"], arguments.Families.Select(family => family.Name));
        Assert.Equal(21, arguments.Rounds);
    }

    [Theory]
    [InlineData("'fast' is no family of rows", "--only", "fast")]
    [InlineData("'' is no family of rows", "--rounds", "21", "--only")]
    [InlineData("'20' is no number of rounds; at least 21", "--rounds", "20")]
    [InlineData("ratios does not know 'words'", "words")]
    public void What_is_unknown_is_refused_with_what_is_known(string expected, params string[] words)
    {
        Assert.False(RatioArguments.TryRead(words, out _, out string? problem));
        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.True(!words.Contains("--only") || RatioFamily.All.All(family => problem!.Contains(family.Name, StringComparison.Ordinal)), problem);
    }

    [Fact]
    public void No_two_families_have_one_name() =>
        Assert.Equal(RatioFamily.All.Count, RatioFamily.All.Select(family => family.Name).Distinct().Count());
}
