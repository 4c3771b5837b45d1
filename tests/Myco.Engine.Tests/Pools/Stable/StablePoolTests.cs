using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Stable;

/// <summary>StablePool of each StableVersion: StableSwap leaves one unit to the pool, StableImbalance refuses from 10 000 on.</summary>
public sealed class StablePoolTests
{
    private const ulong One = 1_000_000_000_000_000_000;
    private static readonly StablePool Current = new(StableParameters.Create(2, 200_000));
    private static readonly StablePool Older = new(StableParameters.Create(2, 200_000, StableVersion.WithoutImbalanceLimit));

    [Fact]
    public void The_invariant_is_refused_from_an_imbalance_of_10_000_on_and_only_in_the_current_version()
    {
        Assert.Equal(Revert.None, Invariant(Current, 999_999_999, 100_000));
        Assert.Equal(Revert.MaxImbalanceRatioExceeded, Invariant(Current, 1_000_000_000, 100_000));
        Assert.Equal(Revert.DivisionByZero, Invariant(Current, 1_000_000_000, 0));
        Assert.Equal(Revert.None, Invariant(Older, 1_000_000_000, 100_000));
    }

    [Fact]
    public void Rounded_up_the_invariant_is_one_more_but_zero_stays()
    {
        Fault fault = default;
        UInt256[] balances = [5 * One, 7 * One];
        UInt256 down = Older.ComputeInvariant(balances, Rounding.Down, ref fault);
        Assert.Equal(UInt256.Add(down, UInt256.One, ref fault), Older.ComputeInvariant(balances, Rounding.Up, ref fault));
        Assert.Equal(default, Older.ComputeInvariant([0, 0], Rounding.Up, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void A_swap_that_unbalances_beyond_the_limit_is_refused_only_in_the_current_version()
    {
        UInt256[] balances = [9 * One, One / 1_000];
        Fault current = default, older = default;
        Current.OnSwap(SwapKind.ExactIn, balances, 0, 1, 2 * One, ref current);
        Older.OnSwap(SwapKind.ExactIn, balances, 0, 1, 2 * One, ref older);
        Assert.Equal(Revert.MaxImbalanceRatioExceeded, current.ToRevert());
        Assert.Equal(Revert.None, older.ToRevert());
    }

    [Fact]
    public void Every_swap_leaves_one_unit_to_the_pool()
    {
        Fault fault = default;
        UInt256[] balances = [5 * One, 7 * One];
        UInt256 d = StableInvariant.Compute(200_000, balances, ref fault);
        UInt256 left = StableInvariant.Balance(200_000, [6 * One, 7 * One], 1, d, ref fault), needed = StableInvariant.Balance(200_000, [5 * One, 6 * One], 0, d, ref fault);
        Assert.Equal((7 * One) - left.Limb0 - 1, StableSwap.OutGivenIn(200_000, balances, 0, 1, One, d, ref fault));
        Assert.Equal(needed.Limb0 - (5 * One) + 1, StableSwap.InGivenOut(200_000, balances, 0, 1, One, d, ref fault));
        Assert.False(fault.IsRaised);
    }

    [Fact]
    public void An_extreme_that_moves_inwards_still_counts()
    {
        // Token in is the smallest: after the swap it is not, but the contract keeps the old one against the largest.
        UInt256[] balances = [100_000, 999_999_999];
        Fault fault = default;
        StableImbalance.CheckAfter(balances, 200_000, 900_000_000, ref fault);
        Assert.False(fault.IsRaised);
        StableImbalance.CheckAfter(balances, 1_000_000_000, 900_000_000, ref fault);
        Assert.Equal(Revert.MaxImbalanceRatioExceeded, fault.ToRevert());
    }

    [Fact]
    public void Nothing_throws_whatever_the_words()
    {
        Random random = new(31);
        for (int i = 0; i < 20_000; i++)
        {
            int n = random.Next(0, 11);
            UInt256[] balances = Words.Many(n, () => Words.Any(random));
            StablePool pool = new(StableParameters.Create(Math.Clamp(n, 2, 5), (ulong)random.Next(1_000, 50_000_001), (StableVersion)random.Next(2)));
            Fault a = default, b = default, c = default;
            pool.OnSwap((SwapKind)random.Next(2), balances, random.Next(-1, 12), random.Next(-1, 12), Words.Any(random), ref a);
            pool.ComputeInvariant(balances, (Rounding)random.Next(2), ref b);
            pool.ComputeBalance(balances, random.Next(-1, 12), Words.Any(random), ref c);
            Assert.True(n is >= 2 and <= 5 || (a.IsRaised && b.IsRaised && c.IsRaised));
        }
    }

    private static Revert Invariant(StablePool pool, ulong first, ulong second)
    {
        Fault fault = default;
        pool.ComputeInvariant([first, second], Rounding.Down, ref fault);
        return fault.ToRevert();
    }
}
