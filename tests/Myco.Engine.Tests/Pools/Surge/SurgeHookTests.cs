using System.Numerics;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Surge;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Surge;

/// <summary>SurgeHook: a fee between the static and the largest, lopsided liquidity refused; SurgeParameters up to one.</summary>
public sealed class SurgeHookTests
{
    private const ulong One = 1_000_000_000_000_000_000;
    private static readonly StablePool Pool = new(StableParameters.Create(3, 200_000));

    [Fact]
    public void The_fee_lies_between_the_static_and_the_largest_and_rises_with_the_trade()
    {
        SurgeHook hook = new(SurgeParameters.Create(One / 2, One / 10));
        UInt256 previous = One / 1_000;
        int surged = 0;
        for (ulong size = 1; size < 400; size += 3)
        {
            Fault fault = default;
            UInt256 fee = hook.SwapFee(Pool, SwapKind.ExactIn, [5 * One, 5 * One, 5 * One], 0, 1, size * (One / 100), One / 1_000, ref fault);
            Assert.False(fault.IsRaised);
            Assert.True(fee >= previous && fee <= One / 2, $"{fee} after {previous}");
            UInt256 amount = size * (One / 100), paid = Pool.OnSwap(SwapKind.ExactIn, [5 * One, 5 * One, 5 * One], 0, 1, amount, ref fault);
            UInt256[] after = [UInt256.WrappingAdd(5 * One, amount), UInt256.WrappingSubtract(5 * One, paid), 5 * One];
            BigInteger excess = Words.Big(SurgeImbalance.Of(after, ref fault)) - (One / 10);
            BigInteger share = BigInteger.Max(excess, 0) * One / (One - (One / 10));
            Assert.Equal((One / 1_000) + (((One / 2) - (One / 1_000)) * share / One), Words.Big(fee));
            surged += fee > previous ? 1 : 0;
            previous = fee;
        }

        Assert.True(surged > 50, $"{surged} trades surged");
    }

    [Fact]
    public void A_largest_fee_below_the_static_one_switches_the_surge_off_without_asking_the_pool()
    {
        Fault fault = default;
        Assert.Equal(One, new SurgeHook(SurgeParameters.Create(One - 1, 0)).SwapFee(Pool, SwapKind.ExactIn, [1, 0, 0], 0, 1, UInt256.MaxValue, One, ref fault));
        Assert.False(fault.IsRaised);
        new SurgeHook(SurgeParameters.Create(One, 0)).SwapFee(Pool, SwapKind.ExactIn, [1, 0, 0], 0, 1, UInt256.MaxValue, One, ref fault);
        Assert.True(fault.IsRaised);
    }

    [Fact]
    public void Lopsided_liquidity_is_refused_and_proportional_never()
    {
        SurgeHook hook = new(SurgeParameters.Create(One, One / 10));
        Fault fault = default;
        Assert.False(hook.AllowsAdd(AddLiquidityKind.Unbalanced, [90, 0, 0], [100, 10, 10], ref fault));
        Assert.False(hook.AllowsAdd(AddLiquidityKind.Donation, [90, 0, 0], [100, 10, 10], ref fault));
        Assert.True(hook.AllowsAdd(AddLiquidityKind.Proportional, [90, 0, 0], [100, 10, 10], ref fault));
        Assert.True(hook.AllowsAdd(AddLiquidityKind.Unbalanced, [0, 1, 1], [100, 10, 10], ref fault));
        Assert.False(hook.AllowsRemove(RemoveLiquidityKind.SingleTokenExactIn, [0, 90, 0], [100, 10, 100], ref fault));
        Assert.True(hook.AllowsRemove(RemoveLiquidityKind.Proportional, [0, 90, 0], [100, 10, 100], ref fault));
        Assert.False(fault.IsRaised);
        hook.AllowsAdd(AddLiquidityKind.Unbalanced, [101, 0, 0], [100, 10, 10], ref fault);
        Assert.Equal(Revert.SubtractionOverflow, fault.ToRevert());
    }

    [Fact]
    public void A_percentage_above_one_is_refused()
    {
        Assert.Equal(Revert.InvalidParameters, SurgeParameters.TryCreate(One + 1, 0, out _));
        Assert.Equal(Revert.InvalidParameters, SurgeParameters.TryCreate(0, One + 1, out _));
        Assert.Equal(Revert.None, SurgeParameters.TryCreate(One, One, out _));
        Assert.Contains("is above 1000000000000000000", Assert.Throws<ArgumentException>(() => SurgeParameters.Create(One + 1, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_throws_whatever_the_words_and_a_fee_that_is_answered_lies_in_its_range()
    {
        Random random = new(42);
        int answered = 0, refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            int n = random.Next(4) == 0 ? random.Next(0, 11) : 3;
            UInt256[] balances = Words.Many(n, () => Words.Any(random)), amounts = Words.Many(random.Next(4) == 0 ? 2 : n, () => Words.Any(random));
            SurgeParameters.TryCreate(Words.Any(random, 60), Words.Any(random, 60), out SurgeParameters parameters);
            SurgeHook hook = new(parameters);
            Fault fault = default, add = default, remove = default;
            UInt256 usual = Words.Any(random, 60);
            UInt256 fee = hook.SwapFee(Pool, (SwapKind)random.Next(2), balances, random.Next(-1, 5), random.Next(-1, 5), Words.Any(random), usual, ref fault);
            Assert.True(fault.IsRaised || (fee >= usual && fee <= UInt256.Max(usual, parameters.MaximumFee)), $"{usual} to {parameters.MaximumFee}: {fee}");
            hook.AllowsAdd((AddLiquidityKind)random.Next(4), amounts, balances, ref add);
            hook.AllowsRemove((RemoveLiquidityKind)random.Next(3), amounts, balances, ref remove);
            (answered, refused) = fault.IsRaised ? (answered, refused + 1) : (answered + 1, refused);
        }

        Assert.True(answered > 1_000 && refused > 1_000, $"{answered} answered, {refused} refused");
    }
}
