using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.GydCore;
using Myco.Engine.Tests.Reserve;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.GydCore;

/// <summary>gyd-core's fading flow against integers of any length, and its refusals.</summary>
public sealed class ExactFlowTests
{
    private static readonly UInt256 Memory = 999_993_123_563_518_195UL;

    [Fact]
    public void A_power_is_repeated_squaring_rounded_down_and_never_above_the_true_power()
    {
        Random random = new(1);
        for (int round = 0; round < 2000; round++)
        {
            BigInteger value = random.NextInt64(1, 2_000_000_000_000_000_000);
            ulong exponent = (ulong)random.Next(60);
            Fault fault = default;
            BigInteger power = ExactFlow.PowerDown(value.ToUInt256(), exponent, ref fault).ToBig();
            BigInteger exact = BigInteger.Pow(value, (int)exponent) * BigNumbers.One / BigInteger.Pow(BigNumbers.One, (int)exponent);
            Assert.Equal(Revert.None, fault.ToRevert());
            Assert.InRange(power, exact - (exact >> 40) - 200, exact);
        }
    }

    [Fact]
    public void Blocks_that_run_backward_are_refused_unless_nothing_flows()
    {
        Fault fault = default;
        Assert.Equal(UInt256.Zero, ExactFlow.Update(0, 5, 6, Memory, ref fault));
        Assert.Equal((UInt256)7, ExactFlow.Update(7, 6, 6, Memory, ref fault));
        Assert.Equal(Revert.None, fault.ToRevert());
        _ = ExactFlow.Update(7, 5, 6, Memory, ref fault);
        Assert.Equal(Revert.NonPositiveDelta, fault.ToRevert());
    }

    [Fact]
    public void A_flow_falls_with_every_block_and_ends_at_zero()
    {
        Fault fault = default;
        UInt256 flow = Decimal18.One, last = flow;
        for (ulong block = 1; block < 1 << 24; block *= 2)
        {
            UInt256 next = ExactFlow.Update(flow, block, 0, Memory, ref fault);
            Assert.True(next < last || next.IsZero);
            last = next;
        }

        Assert.Equal(UInt256.Zero, last);
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void The_squaring_after_the_last_bit_may_refuse_although_the_power_fits()
    {
        Fault fault = default;
        UInt256 value = UInt256.One << 200;
        _ = ExactFlow.PowerDown(value, 1, ref fault);
        Assert.Equal(Revert.MultiplicationOverflow, fault.ToRevert());
    }

    [Fact]
    public void Garbage_is_refused_or_computed_and_never_thrown_at()
    {
        Random random = new(2);
        for (int round = 0; round < 5000; round++)
        {
            Fault fault = default;
            UInt256 flow = BigNumbers.Garbage(random);
            UInt256 next = ExactFlow.Update(flow, BigNumbers.Garbage(random), BigNumbers.Garbage(random), (ulong)random.NextInt64(1_000_000_000_000_000_000), ref fault);
            Assert.True(fault.IsRaised || next <= flow);
        }
    }
}
