using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Lbp;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Lbp;

public sealed class GradualValueTests
{
    [Theory]
    [InlineData(10UL, 20UL, 9UL, 0UL)]
    [InlineData(10UL, 20UL, 10UL, 0UL)]
    [InlineData(10UL, 20UL, 11UL, One / 10)]
    [InlineData(10UL, 13UL, 11UL, 333_333_333_333_333_333UL)]
    [InlineData(10UL, 20UL, 19UL, 9 * (One / 10))]
    [InlineData(10UL, 20UL, 20UL, One)]
    [InlineData(10UL, 20UL, 21UL, One)]
    [InlineData(10UL, 10UL, 10UL, One)]
    [InlineData(10UL, 10UL, 9UL, 0UL)]
    [InlineData(0UL, ulong.MaxValue, ulong.MaxValue - 1, One - 1)]
    public void Progress(ulong start, ulong end, ulong time, ulong expected) => Assert.Equal(expected, GradualValue.Progress(start, end, time));

    [Fact]
    public void Both_directions_move_by_the_same_step_rounded_down()
    {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++)
        {
            BigInteger low = random.NextInt64(), high = low + random.NextInt64(), progress = random.NextInt64((long)One);
            BigInteger step = progress * (high - low) / One;
            Assert.Equal((low + step).ToString(), At(low, high, progress));
            Assert.Equal((high - step).ToString(), At(high, low, progress));
        }
    }

    [Fact]
    public void The_ends_are_exact_and_a_product_that_does_not_fit_is_refused()
    {
        Assert.Equal("7", At(3, 7, One));
        Assert.Equal("7", At(3, 7, (BigInteger)One * 5));
        Assert.Equal("3", At(3, 7, 0));
        Assert.Equal("3", At(3, 3, One / 2));
        Fault fault = default;
        _ = GradualValue.Interpolate(0, UInt256.MaxValue, 2, ref fault);
        Assert.Equal(Revert.MultiplicationOverflow, fault.ToRevert());
    }

    [Fact]
    public void Weights_sum_to_one_and_stay_between_their_ends_at_any_time()
    {
        var random = new Random(2);
        for (int i = 0; i < 2_000; i++)
        {
            WeightSchedule schedule = new((ulong)random.Next(), (ulong)random.NextInt64(), (ulong)random.NextInt64((long)One), (ulong)random.NextInt64((long)One));
            ulong time = (ulong)random.NextInt64();
            UInt256 project = schedule.ProjectWeightAt(time), reserve = schedule.ReserveWeightAt(time);
            Assert.Equal((UInt256)One, UInt256.WrappingAdd(project, reserve));
            Assert.True(project >= UInt256.Min(schedule.StartWeight, schedule.EndWeight) && project <= UInt256.Max(schedule.StartWeight, schedule.EndWeight));
        }
    }

    private static string At(BigInteger start, BigInteger end, BigInteger progress)
    {
        Fault fault = default;
        return GradualValue.Interpolate(Word(start), Word(end), Word(progress), ref fault).ToString();
    }
}
