using Myco.Engine.Fields;

namespace Myco.Engine.Tests.Fields;

/// <summary>Interval, the rule of a number; TextRule, that of a text; Flaw, what is said when either is broken.</summary>
public class IntervalTests
{
    [Theory]
    [InlineData(0, 1, true, true, "from 0 to 1")]
    [InlineData(0, 1, true, false, "at least 0 and below 1")]
    [InlineData(0, 1, false, true, "above 0 and at most 1")]
    [InlineData(0, double.PositiveInfinity, false, false, "above 0 and finite")]
    [InlineData(0, double.PositiveInfinity, true, true, "at least 0")]
    [InlineData(double.NegativeInfinity, 5, false, true, "at most 5 and finite")]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, false, false, "finite")]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, true, true, "a number")]
    public void Its_words_are_what_it_holds(double least, double most, bool hasLeast, bool hasMost, string words)
    {
        Interval interval = new(least, most, hasLeast, hasMost);
        Assert.Equal(words, interval.ToString());
        Assert.Equal(hasLeast, interval.Contains(least));
        Assert.Equal(hasMost, interval.Contains(most));
        Assert.False(interval.Contains(double.NaN));
        Assert.True(interval.Contains(double.IsFinite(least) ? Math.BitIncrement(least) : double.IsFinite(most) ? Math.BitDecrement(most) : 0));
        Assert.True(!double.IsFinite(least) || !interval.Contains(Math.BitDecrement(least)));
        Assert.True(!double.IsFinite(most) || !interval.Contains(Math.BitIncrement(most)));
    }

    [Fact]
    public void A_number_outside_is_told_with_the_limit_one_inside_not_at_all()
    {
        Assert.Null(Interval.ProperPart.Problem(Math.BitDecrement(1)));
        Assert.Equal("is 1; it must be at least 0 and below 1", Interval.ProperPart.Problem(1));
        Assert.Equal("is NaN; it must be at most 3 and finite", Interval.UpTo(3).Problem(double.NaN));
        Assert.False(Interval.UpTo(double.PositiveInfinity).Contains(double.PositiveInfinity));
    }

    [Fact]
    public void A_text_is_held_against_its_rule()
    {
        Assert.Null(TextRule.Name.Problem(new('x', 64)));
        Assert.Equal("is ''; it must have 1 to 64 characters", TextRule.Name.Problem(string.Empty));
        Assert.NotNull(TextRule.Name.Problem(new('x', 65)));
        Assert.Equal("is 'c'; it must be a, b", TextRule.OneOf("a", "b").Problem("c"));
    }

    [Fact]
    public void A_flaw_begins_with_its_place()
    {
        Assert.Equal("vaults[2].rate is 0", Flaw.At("is 0", "vaults", "2", "rate").Text);
        Assert.Equal("all is lost", Flaw.At("all is lost").Text);
    }
}
