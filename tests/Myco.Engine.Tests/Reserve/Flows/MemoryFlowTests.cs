using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Tests.Reserve.Flows;

public class MemoryFlowTests
{
    [Fact]
    public void A_flow_fades_by_the_same_part_every_second_however_often_it_is_looked_at()
    {
        Random random = new(91);
        for (int k = 0; k < 10_000; k++)
        {
            double flow = Math.Pow(10, (12 * random.NextDouble()) - 6), memory = random.NextDouble(), first = 20 * random.NextDouble(), second = 20 * random.NextDouble();
            double whole = MemoryFlow.Decay(flow, memory, first + second);
            Assert.Equal(whole, MemoryFlow.Decay(MemoryFlow.Decay(flow, memory, first), memory, second), 1e-12 * whole);
            Assert.InRange(whole, 0, flow);
        }
    }

    [Theory]
    [InlineData(8, 0.5, 3, 1)]
    [InlineData(8, 1, 1e300, 8)]
    [InlineData(8, 0, 1e-300, 0)]
    [InlineData(0, 0.5, 3, 0)]
    public void Powers_of_two_all_and_nothing_are_exact(double flow, double memory, double elapsed, double left) => Assert.Equal(left, MemoryFlow.Decay(flow, memory, elapsed));

    [Fact]
    public void Within_no_time_nothing_fades_to_the_bit()
    {
        // 0⁰ is 1 as well, but a power of a subnormal memory, or of none, need not be asked.
        foreach (double memory in (double[])[0, double.Epsilon, 0.3, 1, double.NaN])
        {
            Assert.Equal(0.1, MemoryFlow.Decay(0.1, memory, 0));
        }
    }

    [Fact]
    public void No_flow_is_no_flow_after_any_time() => Assert.Equal(0, MemoryFlow.Decay(0, 0.5, double.PositiveInfinity));
}
