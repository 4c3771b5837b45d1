using Myco.Engine.Fields;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Tranching;

/// <summary>TrancheParameters, WeightBand and FlowLimits: each limit and what lies beyond it, with the remedy.</summary>
public class TrancheParametersTests
{
    private static readonly TrancheParameters Plain = new() { Name = "USDC" };

    public static TheoryData<string, TrancheParameters> WrongVaults => new()
    {
        { "name is ''", Plain with { Name = "" } },
        { "name is ' '", Plain with { Name = " " } },
        { "it must have 1 to 64 characters", Plain with { Name = new('x', 65) } },
        { "calibrationPrice is 9E-19", Plain with { CalibrationPrice = 9e-19 } },
        { "calibrationPrice is 1.1E+18", Plain with { CalibrationPrice = 1.1e18 } },
        { "calibrationPrice is NaN", Plain with { CalibrationPrice = double.NaN } },
        { "rate is 0", Plain with { Rate = 0 } },
        { "rate is Infinity", Plain with { Rate = double.PositiveInfinity } },
        { "minimumPrice is -1", Plain with { MinimumPrice = -1 } },
        { "minimumPrice is Infinity", Plain with { MinimumPrice = double.PositiveInfinity } },
        { "give both", Plain with { PegFloor = 0.9 } },
        { "give both", Plain with { PegCeiling = 1.1 } },
        { "pegFloor and pegCeiling are 1.1 and 0.9", Plain with { PegFloor = 1.1, PegCeiling = 0.9 } },
        { "pegFloor is 0; it must be above 0 and finite", Plain with { PegFloor = 0, PegCeiling = 1 } },
        { "pegCeiling is Infinity; it must be above 0 and finite", Plain with { PegFloor = 1, PegCeiling = double.PositiveInfinity } },
    };

    public static TheoryData<string, FlowLimits> WrongLimits => new()
    {
        { "shortFlowThreshold is 0", new() { ShortFlowThreshold = 0 } },
        { "shortFlowThreshold is NaN", new() { ShortFlowThreshold = double.NaN } },
        { "buffer is -0.1", new() { Buffer = -0.1 } },
        { "buffer is 1.1", new() { Buffer = 1.1 } },
        { "memory is -0.1", new() { Memory = -0.1 } },
        { "memory is 1.1", new() { Memory = 1.1 } },
        { "safetyModeSeconds is -1", new() { SafetyModeSeconds = -1 } },
        { "safetyModeSeconds is Infinity", new() { SafetyModeSeconds = double.PositiveInfinity } },
    };

    [Theory]
    [MemberData(nameof(WrongVaults))]
    public void A_vault_outside_its_limits_is_told_in_words(string words, TrancheParameters wrong) => Assert.Contains(words, FieldCheck.Of(wrong)?.Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongLimits))]
    public void Flow_limits_that_are_none_are_told_in_words(string words, FlowLimits wrong) => Assert.StartsWith(words, FieldCheck.Of(wrong)?.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_band_is_at_least_0_wide(double deviation) => Assert.StartsWith("maxDeviation is", FieldCheck.Of(new WeightBand { MaxDeviation = deviation })?.Text, StringComparison.Ordinal);

    [Fact]
    public void The_limits_themselves_are_taken()
    {
        Assert.Null(FieldCheck.Of(Plain with { Name = new('x', 64), CalibrationPrice = 1e-18, Rate = 1e18, MinimumPrice = 0, PegFloor = 1, PegCeiling = 1 }));
        Assert.Null(FieldCheck.Of(new FlowLimits { ShortFlowThreshold = double.PositiveInfinity, Buffer = 0, Memory = 0, SafetyModeSeconds = 0 }));
        Assert.Null(FieldCheck.Of(new FlowLimits { ShortFlowThreshold = double.Epsilon, Buffer = 1, Memory = 1 }));
        Assert.Null(FieldCheck.Of(new WeightBand { MaxDeviation = 0 }));
        Assert.Null(FieldCheck.Of(new WeightBand { MaxDeviation = double.PositiveInfinity }));
    }
}
