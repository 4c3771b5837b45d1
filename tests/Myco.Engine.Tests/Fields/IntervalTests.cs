using Myco.Engine.Fields;

namespace Myco.Engine.Tests.Fields;

/// <summary>Interval: its ends belong to it or not, in numbers and in words; a TextRule says what a text must be, a Flaw where it stands.</summary>
public sealed class IntervalTests
{
    public static TheoryData<string, double[], double[]> Ends => new()
    {
        { nameof(Interval.All), [double.NegativeInfinity, 0, double.PositiveInfinity], [double.NaN] },
        { nameof(Interval.Finite), [double.MinValue, 0, double.MaxValue], [double.NaN, double.NegativeInfinity, double.PositiveInfinity] },
        { nameof(Interval.Positive), [double.Epsilon, double.MaxValue], [double.NaN, 0, -1, double.PositiveInfinity] },
        { nameof(Interval.NotNegative), [0, double.MaxValue], [double.NaN, -double.Epsilon, double.PositiveInfinity] },
        { nameof(Interval.PositiveOrInfinite), [double.Epsilon, double.PositiveInfinity], [double.NaN, 0, -1] },
        { nameof(Interval.NotNegativeOrInfinite), [0, double.PositiveInfinity], [double.NaN, -double.Epsilon] },
        { nameof(Interval.Part), [0, 1], [double.NaN, -double.Epsilon, Math.BitIncrement(1)] },
        { nameof(Interval.ProperPart), [0, Math.BitDecrement(1)], [double.NaN, -double.Epsilon, 1] },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void The_ends_belong_to_an_interval_or_not_and_NaN_to_none(string name, double[] inside, double[] outside)
    {
        Interval interval = (Interval)typeof(Interval).GetProperty(name)!.GetValue(null)!;
        Assert.All(inside, value => Assert.Null(interval.Problem(value)));
        Assert.All(outside, value => Assert.StartsWith($"is {value:R}; it must be {interval}", interval.Problem(value), StringComparison.Ordinal));
    }

    [Fact]
    public void An_interval_up_to_an_end_is_finite()
    {
        Assert.True(Interval.UpTo(5).Contains(5) && Interval.UpTo(5).Contains(double.MinValue));
        Assert.False(Interval.UpTo(5).Contains(Math.BitIncrement(5)) || Interval.UpTo(5).Contains(double.NegativeInfinity));
        Assert.False(Interval.UpTo(double.PositiveInfinity).Contains(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(0, 1, true, true, "from 0 to 1")]
    [InlineData(0, 1, true, false, "at least 0 and below 1")]
    [InlineData(0, double.PositiveInfinity, false, false, "above 0 and finite")]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, true, true, "a number")]
    [InlineData(double.NegativeInfinity, 5, true, true, "at most 5")]
    public void An_interval_is_said_in_words(double least, double most, bool hasLeast, bool hasMost, string words) =>
        Assert.Equal(words, new Interval(least, most, hasLeast, hasMost).ToString());

    [Fact]
    public void A_text_is_held_against_its_rule()
    {
        Assert.Null(TextRule.Name.Problem(new string('x', 64)));
        Assert.Equal("is ''; it must have 1 to 64 characters", TextRule.Name.Problem(""));
        Assert.Equal("is 'c'; it must be a, b", TextRule.OneOf("a", "b").Problem("c"));
        Assert.Null(TextRule.OneOf("a", "b").Problem("b"));
        Assert.Null(TextRule.Any.Problem("\n"));
    }

    [Fact]
    public void A_flaw_is_told_with_its_place()
    {
        Assert.Equal("vaults[2].rate is 0; it must be above 0", Flaw.At("is 0; it must be above 0", "vaults", "2", "rate").Text);
        Assert.Equal("is none", Flaw.At("is none").Text);
        Assert.Equal("a.b[0]", Flaw.Words("a", ["b", "0"]));
    }
}
