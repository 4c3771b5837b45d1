using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Stable;

public sealed class AmplificationScheduleTests
{
    private static readonly AmplificationSchedule Rising = new(1_000, 2_000, 100, 107);
    private static readonly AmplificationSchedule Falling = new(2_000, 1_000, 100, 107);

    [Fact]
    public void The_share_is_cut_before_it_is_added_or_taken_off()
    {
        Fault fault = default;
        Assert.Equal([1_000UL, 1_142UL, 1_857UL, 2_000UL, 2_000UL], At(Rising, ref fault));
        Assert.Equal([2_000UL, 1_858UL, 1_143UL, 1_000UL, 1_000UL], At(Falling, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void It_moves_until_the_end_time() =>
        Assert.Equal((true, false), (Rising.IsMoving(106), Rising.IsMoving(107)));

    [Fact]
    public void A_time_before_the_start_is_refused()
    {
        Fault fault = default;
        Rising.At(99, ref fault);
        Assert.Equal(Revert.SubtractionOverflow, fault.ToRevert());
    }

    private static ulong[] At(AmplificationSchedule schedule, ref Fault fault)
    {
        List<ulong> values = [];
        foreach (ulong time in new ulong[] { 100, 101, 106, 107, 108 })
        {
            UInt256 value = schedule.At(time, ref fault);
            values.Add(value.Limb0);
        }

        return [.. values];
    }
}
