using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Tests.Reserve.Flows;

/// <summary>A flow forgets evenly, and does not run backward.</summary>
public sealed class DecayingFlowTests
{
    [Fact]
    public void Half_is_left_after_a_half_life_and_amounts_add_up()
    {
        double memory = DecayingFlow.MemoryOfHalfLife(3600);
        DecayingFlow flow = new DecayingFlow(0, 0).Add(8, 0, memory).Add(1, 3600, memory);
        Assert.Equal(5, flow.Amount, 10);
        Assert.Equal(3600, flow.Time);
        Assert.Equal(2.5, flow.At(7200, memory), 10);
    }

    [Fact]
    public void Forgetting_in_steps_is_forgetting_at_once()
    {
        Random random = new(51);
        for (int round = 0; round < 1000; round++)
        {
            double memory = random.NextDouble(), first = 5 * random.NextDouble(), second = first + (5 * random.NextDouble());
            DecayingFlow flow = new(random.NextDouble(), 0);
            Assert.Equal(flow.At(second, memory), flow.Add(0, first, memory).At(second, memory), 14);
            Assert.True(flow.At(second, memory) <= flow.Amount);
        }
    }

    [Fact]
    public void An_earlier_time_leaves_flow_and_time_as_they_are() => Assert.Equal(new DecayingFlow(7, 10), new DecayingFlow(5, 10).Add(2, 3, 0.5));
}
