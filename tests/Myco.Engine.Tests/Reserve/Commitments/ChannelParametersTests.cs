using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Tests.Reserve.Commitments;

/// <summary>ChannelParameters: each limit and what lies beyond it, told by the name of its CommitmentChannel.</summary>
public class ChannelParametersTests
{
    public static TheoryData<string, ChannelParameters> Wrong => new()
    {
        { "cooldown is -1", new() { Cooldown = -1 } },
        { "cooldown is Infinity", new() { Cooldown = double.PositiveInfinity } },
        { "period is 0", new() { Period = 0 } },
        { "period is NaN", new() { Period = double.NaN } },
        { "unitsPerContributor is -1", new() { UnitsPerContributor = -1 } },
        { "unitsInAll is NaN", new() { UnitsInAll = double.NaN } },
        { "flowMemory is -0.1", new() { FlowMemory = -0.1 } },
        { "flowMemory is 1.1", new() { FlowMemory = 1.1 } },
        { "supplyCap is 1", new() { SupplyCap = 1 } },
        { "supplyCap is -0.1", new() { SupplyCap = -0.1 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_number_outside_its_limits_is_named_with_its_channel(string words, ChannelParameters wrong)
    {
        Assert.StartsWith(words, FieldCheck.Of(wrong)?.Text, StringComparison.Ordinal);
        foreach (CommitmentChannel channel in Enum.GetValues<CommitmentChannel>())
        {
            string name = $"{channel.ToString().ToLowerInvariant()}.channel.{words}";
            Assert.StartsWith(name, With(channel, wrong).Problem(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_limits_themselves_are_taken()
    {
        Assert.Null(FieldCheck.Of(new ChannelParameters()));
        Assert.Null(FieldCheck.Of(new ChannelParameters { Cooldown = 0, Period = double.Epsilon, UnitsPerContributor = 0, UnitsInAll = 0, FlowMemory = 0, SupplyCap = 0 }));
        Assert.Null(FieldCheck.Of(new ChannelParameters { UnitsPerContributor = double.PositiveInfinity, UnitsInAll = double.PositiveInfinity, FlowMemory = 1, SupplyCap = Math.BitDecrement(1) }));
    }

    private static SystemParameters With(CommitmentChannel channel, ChannelParameters parameters) => channel switch
    {
        CommitmentChannel.Labor => Systems.Four with { Labor = new() { Channel = parameters } },
        CommitmentChannel.Subscription => Systems.Four with { Subscription = new() { Channel = parameters } },
        _ => Systems.Four with { Staking = new() { Channel = parameters } },
    };
}
