using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.QuantAmm;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.QuantAmm;

/// <summary>WeightPacking to 32 bits, and MovingWeight by its multiplier and its clock.</summary>
public sealed class WeightTests
{
    private const long Unit = 1_000_000_000;

    [Theory]
    [InlineData(0L, 0)]
    [InlineData(999_999_999L, 0)]
    [InlineData(-999_999_999L, 0)]
    [InlineData(1_999_999_999L, 1)]
    [InlineData(-1_999_999_999L, -1)]
    [InlineData(2_147_483_647_999_999_999L, int.MaxValue)]
    [InlineData(-2_147_483_648_999_999_999L, int.MinValue)]
    public void Packing_cuts_toward_zero(long value, int packed)
    {
        Fault fault = default;
        Assert.Equal(packed, WeightPacking.Pack(value, ref fault));
        Assert.Equal((Int256)(packed * Unit), WeightPacking.Unpack(packed));
        Assert.False(fault.IsRaised);
    }

    [Theory]
    [InlineData(2_147_483_648_000_000_000L)]
    [InlineData(-2_147_483_649_000_000_000L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void What_does_not_fit_32_bits_is_refused(long value)
    {
        Fault fault = default;
        Assert.Equal(0, WeightPacking.Pack(value, ref fault));
        Assert.Equal(Revert.WeightOverflow, fault.ToRevert());
        fault = default;
        _ = WeightPacking.Pack(value < 0 ? Int256.MinValue : Int256.MaxValue, ref fault);
        Assert.Equal(Revert.WeightOverflow, fault.ToRevert());
    }

    [Fact]
    public void A_weight_moves_by_its_multiplier_every_second()
    {
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 10_000; i++)
        {
            BigInteger weight = random.Next() * (BigInteger)Unit, multiplier = random.Next(int.MinValue, int.MaxValue) * (BigInteger)Unit >> random.Next(30);
            ulong seconds = (ulong)random.NextInt64(1L << random.Next(1, 41));
            BigInteger expected = weight + (multiplier * seconds);
            Fault fault = default;
            UInt256 found = MovingWeight.At(Int256.Parse(weight.ToString()), Int256.Parse(multiplier.ToString()), seconds, ref fault);
            Assert.Equal(expected < 0 ? Revert.SubtractionOverflow : Revert.None, fault.ToRevert());
            Assert.True(fault.IsRaised || Big(found) == expected);
            refused += fault.IsRaised ? 1 : 0;
        }

        Assert.InRange(refused, 500, 9_000);
    }

    [Fact]
    public void A_negative_weight_is_read_as_the_word_of_its_bits()
    {
        Fault fault = default;
        Assert.Equal(UInt256.WrappingSubtract(0, 5), MovingWeight.At(-5L, 0L, 100, ref fault));
        Assert.Equal(UInt256.WrappingSubtract(0, 105), MovingWeight.At(-5L, -1L, 100, ref fault));
        Assert.False(fault.IsRaised);
        _ = MovingWeight.At(-5L, 1L, 5, ref fault);
        Assert.Equal(Revert.AdditionOverflow, fault.ToRevert());
        fault = default;
        _ = MovingWeight.At(0L, Int256.MaxValue, 1, ref fault);
        Assert.Equal(Revert.MultiplicationOverflow, fault.ToRevert());
    }

    [Fact]
    public void The_clock_stops_at_the_last_interpolation_and_before_the_update_it_is_refused_or_wraps()
    {
        Fault fault = default;
        Assert.Equal(0UL, MovingWeight.Elapsed(100, 100, 200, ref fault));
        Assert.Equal(99UL, MovingWeight.Elapsed(199, 100, 200, ref fault));
        Assert.Equal(100UL, MovingWeight.Elapsed(200, 100, 200, ref fault));
        Assert.Equal(100UL, MovingWeight.Elapsed(ulong.MaxValue, 100, 200, ref fault));
        Assert.Equal(100UL, MovingWeight.ElapsedUnchecked(201, 100, 200));
        Assert.False(fault.IsRaised);
        _ = MovingWeight.Elapsed(99, 100, 200, ref fault);
        Assert.Equal(Revert.SubtractionOverflow, fault.ToRevert());
        Assert.Equal((1UL << 40) - 1, MovingWeight.ElapsedUnchecked(99, 100, 200));
        Assert.Equal((1UL << 40) - 50, MovingWeight.ElapsedUnchecked(999, 100, 50));
    }
}
