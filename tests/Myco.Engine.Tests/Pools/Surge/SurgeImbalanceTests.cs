using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Surge;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Surge;

public sealed class SurgeImbalanceTests
{
    [Fact]
    public void Median_and_imbalance_equal_a_sort_in_big_integers()
    {
        Random random = new(41);
        for (int i = 0; i < 10_000; i++)
        {
            UInt256[] balances = Words.Many(random.Next(1, 9), () => Words.Any(random, 128));
            BigInteger[] sorted = [.. balances.Select(b => Words.Big(b)).Order()];
            BigInteger median = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
            BigInteger sum = sorted.Aggregate((a, b) => a + b), distances = sorted.Select(b => BigInteger.Abs(b - median)).Aggregate((a, b) => a + b);
            Fault fault = default;
            Assert.Equal(median, Words.Big(SurgeImbalance.Median(balances, ref fault)));
            UInt256 imbalance = SurgeImbalance.Of(balances, ref fault);
            Assert.Equal(sum.IsZero ? Revert.DivisionByZero : Revert.None, fault.ToRevert());
            Assert.True(sum.IsZero || distances * Words.One18 / sum == Words.Big(imbalance));
        }
    }

    [Fact]
    public void Only_a_worse_imbalance_above_the_threshold_surges()
    {
        Assert.True(IsSurging([100, 100], [100, 200], 300_000_000_000_000_000));
        Assert.False(IsSurging([100, 200], [100, 100], 0));
        Assert.False(IsSurging([100, 200], [100, 200], 0));
        Assert.False(IsSurging([100, 100], [100, 200], 333_333_333_333_333_333));
        Assert.True(IsSurging([100, 100], [100, 200], 333_333_333_333_333_332));
    }

    [Fact]
    public void Lists_of_no_pool_are_refused()
    {
        Fault fault = default;
        SurgeImbalance.Of(Words.Many(9, () => UInt256.One), ref fault);
        Assert.Equal(Revert.TokenCountMismatch, fault.ToRevert());
    }

    private static bool IsSurging(UInt256[] before, UInt256[] after, ulong threshold)
    {
        Fault fault = default;
        return SurgeImbalance.IsSurging(before, after, threshold, out _, ref fault) && !fault.IsRaised;
    }
}
