using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Tests.Reserve.Tranching;

/// <summary>TrancheFlow within its FlowLimits: each FlowVerdict, and how a flow fades.</summary>
public class TrancheFlowTests
{
    private static readonly FlowLimits Limits = new() { ShortFlowThreshold = 0.1, Buffer = 0.5, Memory = 0.5, SafetyModeSeconds = 10 };

    [Fact]
    public void Below_the_buffer_passes_above_it_closes_above_the_threshold_is_refused()
    {
        Assert.Equal(FlowVerdict.Passes, default(TrancheFlow).Add(Limits, 5, 100, 0, out TrancheFlow flow));
        Assert.Equal(new TrancheFlow(new(5, 0), 0), flow);
        Assert.Equal(FlowVerdict.PassesAndCloses, flow.Add(Limits, 5, 100, 0, out TrancheFlow closed));
        Assert.Equal(new TrancheFlow(new(10, 0), 10), closed);
        Assert.Equal(FlowVerdict.AboveThreshold, flow.Add(Limits, 5.001, 100, 0, out _));
        Assert.Equal(FlowVerdict.Closed, closed.Add(Limits, 1, 100, Math.BitDecrement(10), out _));
        Assert.Equal(FlowVerdict.Passes, closed.Add(Limits, 1, 100, 10, out TrancheFlow open));
        Assert.Equal((10.0 / 1024) + 1, open.Flow.Value);
    }

    [Fact]
    public void A_flow_halves_a_second_however_often_it_is_looked_at()
    {
        TrancheFlow flow = new(new(8, 1), 0);
        Assert.Equal(1, flow.Flow.At(4, 0.5));
        Assert.Equal(FlowVerdict.Passes, flow.Add(Limits, 0, 1e9, 2, out TrancheFlow looked));
        Assert.Equal(flow.Flow.At(4, 0.5), looked.Flow.At(4, 0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void Without_a_threshold_nothing_closes_whatever_the_buffer(double buffer)
    {
        FlowLimits none = Limits with { ShortFlowThreshold = double.PositiveInfinity, Buffer = buffer };
        Assert.Equal(FlowVerdict.Passes, default(TrancheFlow).Add(none, 1e30, 1, 0, out TrancheFlow flow));
        Assert.Equal(new TrancheFlow(new(1e30, 0), 0), flow);
    }

    [Fact]
    public void An_empty_vault_has_no_limit() => Assert.Equal(FlowVerdict.Passes, default(TrancheFlow).Add(Limits, 1e30, 0, 0, out _));
}
