using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Weighted;

public sealed class WeightedInvariantTests
{
    [Fact]
    public void Down_and_up_enclose_the_exact_invariant()
    {
        var random = new Random(1);
        for (int i = 0; i < 400; i++)
        {
            int[] percents = Percents(random, random.Next(2, 9));
            UInt256[] weights = [.. percents.Select(percent => (UInt256)((ulong)percent * Percent))];
            UInt256[] balances = Balances(random, weights.Length);
            Fault fault = default;
            BigInteger down = Big(WeightedInvariant.Down(weights, balances, ref fault)), up = Big(WeightedInvariant.Up(weights, balances, ref fault));
            Assert.False(fault.IsRaised);
            BigInteger exact = 1;
            for (int k = 0; k < percents.Length; k++)
            {
                exact *= BigInteger.Pow(Big(balances[k]), percents[k]);
            }

            Assert.True(BigInteger.Pow(down, 100) <= exact, "down is above");
            Assert.True(BigInteger.Pow(up, 100) >= exact, "up is below");
            Assert.True((up - down) * 1_000_000_000_000 <= up + 1_000_000_000_000_000, $"{down} and {up} are far apart");
        }
    }

    [Fact]
    public void The_balance_of_a_ratio_makes_the_invariant_at_least_that_much_larger()
    {
        var random = new Random(2);
        for (int i = 0; i < 400; i++)
        {
            int p = random.Next(5, 96);
            UInt256 balance = Balance(random), ratio = (ulong)((0.7 + (random.NextDouble() * 1.3)) * 1e18);
            Fault fault = default;
            UInt256 found = WeightedInvariant.BalanceForRatio(balance, (ulong)p * Percent, ratio, ref fault);
            if (ratio < One)
            {
                continue;
            }

            Assert.False(fault.IsRaised);
            Assert.True(BigInteger.Pow(Big(found), p) * BigInteger.Pow(One, 100) >= BigInteger.Pow(Big(balance), p) * BigInteger.Pow(Big(ratio), 100));
        }
    }

    [Fact]
    public void The_exponent_is_rounded_up_only_for_growth_and_always_in_older_contracts()
    {
        var random = new Random(3);
        UInt256 balance = UInt256.Parse("1000000000000000000000000000000000000");
        int growing = 0, shrinking = 0;
        for (int i = 0; i < 2_000; i++)
        {
            UInt256 weight = (ulong)((0.5 + (0.49 * random.NextDouble())) * 1e18), ratio = (ulong)((0.1 + (i % 2) + random.NextDouble() * 0.9) * 1e18);
            Fault fault = default;
            UInt256 up = WeightedInvariant.BalanceForRatio(balance, weight, ratio, Rounding.Up, ref fault);
            UInt256 down = WeightedInvariant.BalanceForRatio(balance, weight, ratio, Rounding.Down, ref fault);
            UInt256 byRule = WeightedInvariant.BalanceForRatio(balance, weight, ratio, ref fault);
            Assert.False(fault.IsRaised);
            Assert.Equal(ratio > One ? up : down, byRule);
            growing += ratio > One && up != down ? 1 : 0;
            shrinking += ratio <= One && up != down ? 1 : 0;
        }

        Assert.True(growing > 100 && shrinking > 100, $"the sides differ {growing} and {shrinking} times");
    }

    [Fact]
    public void The_pools_version_chooses_that_rule()
    {
        var random = new Random(4);
        int differing = 0;
        for (int i = 0; i < 2_000; i++)
        {
            ulong weight = (ulong)((0.5 + (0.49 * random.NextDouble())) * 1e18);
            UInt256[] weights = [weight, One - weight], balances = [UInt256.Parse("1000000000000000000000000000000000000"), One];
            UInt256 ratio = (ulong)((0.1 + (random.NextDouble() * 0.9)) * 1e18);
            Fault fault = default;
            UInt256 current = new WeightedPool(WeightedParameters.Create(weights, [18, 18])).ComputeBalance(balances, 0, ratio, ref fault);
            UInt256 older = new WeightedPool(WeightedParameters.Create(weights, [18, 18], WeightedVersion.BeforeMinimumBalances))
                .ComputeBalance(balances, 0, ratio, ref fault);
            Assert.False(fault.IsRaised);
            Assert.Equal(WeightedInvariant.BalanceForRatio(balances[0], weight, ratio, Rounding.Down, ref fault), current);
            Assert.Equal(WeightedInvariant.BalanceForRatio(balances[0], weight, ratio, Rounding.Up, ref fault), older);
            differing += current != older ? 1 : 0;
        }

        Assert.True(differing > 100, $"they differ {differing} times");
    }

    [Fact]
    public void Refusals()
    {
        Assert.Equal(Revert.ZeroInvariant, Down([One / 2, One / 2], [0, One]));
        Assert.Equal(Revert.ZeroInvariant, Down([One / 2, One / 2], [1, 1]));
        Assert.Equal(Revert.TokenCountMismatch, Down([One / 2, One / 2], [One]));
        Assert.Equal(Revert.BaseOutOfBounds, Down([One / 2, One / 2], [UInt256.MaxValue, One]));
        Fault fault = default;
        _ = WeightedInvariant.BalanceForRatio(One, 0, 2 * One, ref fault);
        Assert.Equal(Revert.ZeroDivision, fault.ToRevert());
        fault = default;
        _ = WeightedInvariant.BalanceForRatio(One, 0, One, ref fault);
        Assert.Equal(Revert.DivisionByZero, fault.ToRevert());
    }

    private static Revert Down(UInt256[] weights, UInt256[] balances)
    {
        Fault fault = default;
        _ = WeightedInvariant.Down(weights, balances, ref fault);
        return fault.ToRevert();
    }
}
