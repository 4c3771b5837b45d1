using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Surge;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Vault;

/// <summary>Random states of the vault, and what is compared of them.</summary>
internal static class DrawnVault
{
    public const ulong One = 1_000_000_000_000_000_000;

    /// <summary>A state of about 10²⁴ a token, live, with rates, fees, and growth owed.</summary>
    public static VaultState Sound(Random random, int count, ulong swapFee)
    {
        VaultToken[] tokens = [.. Enumerable.Range(0, count).Select(_ => Token(random))];
        UInt256[] raw = new UInt256[count], last = new UInt256[count];
        for (int i = 0; i < count; i++)
        {
            Kernels.Exact.Faults.Fault fault = default;
            raw[i] = tokens[i].ToRaw(Words.Between(random, 23, 24), Rounding.Down, ref fault);
            last[i] = tokens[i].ToLive(raw[i], Rounding.Down, ref fault);
            last[i] = random.Next(2) == 0 ? last[i] : UInt256.WrappingSubtract(last[i], last[i] >> 10);
        }

        return Create(tokens, raw, last, Words.Between(random, 23, 24), swapFee, One / 4, One / 10);
    }

    /// <summary>A state of any words.</summary>
    public static VaultState Garbage(Random random, int count)
    {
        VaultToken[] tokens = [.. Enumerable.Range(0, count).Select(_ =>
            random.Next(3) == 0 ? new VaultToken(Words.Any(random), Words.Any(random), random.Next(2) == 0, random.Next(2) == 0) : Token(random))];
        return Create(
            tokens, Words.Many(count, () => Words.Any(random, 128)), Words.Many(count, () => Words.Any(random, 128)), Words.Any(random), (ulong)random.NextInt64((long)One), One / 2, One / 2);
    }

    public static VaultPool<StablePool, NoHook> Stable(VaultState state) => new(state, Pool(state.TokenCount), default);

    public static VaultPool<StablePool, SurgeHook> Surge(VaultState state, ulong threshold) =>
        new(state, Pool(state.TokenCount), new(SurgeParameters.Create(One / 2, threshold)));

    public static StablePool Pool(int count) => new(StableParameters.Create(Math.Min(count, 5), 200_000));

    /// <summary>Everything that an operation may change.</summary>
    public static UInt256[] Numbers(VaultState state) =>
        [.. state.BalancesRaw, .. state.LastLiveBalances, .. state.AggregateSwapFees, .. state.AggregateYieldFees, state.TotalSupply];

    /// <summary>A state that holds those numbers, but for fees collected.</summary>
    public static VaultState Create(
        VaultToken[] tokens, UInt256[] raw, UInt256[] last, UInt256 supply, ulong swapFee, ulong aggregateSwap = 0, ulong aggregateYield = 0)
    {
        Assert.Equal(Revert.None, VaultFees.TryCreate(Math.Min(swapFee, VaultLimits.MaximumFee), aggregateSwap, aggregateYield, out VaultFees fees));
        Assert.Equal(Revert.None, VaultState.TryCreate(tokens, raw, last, supply, fees, out VaultState? state));
        return state!;
    }

    private static VaultToken Token(Random random)
    {
        int decimals = new[] { 0, 6, 8, 18 }[random.Next(1, 4)];
        return random.Next(2) == 0
            ? VaultToken.Plain(decimals)
            : VaultToken.WithRate(decimals, One + (ulong)random.NextInt64((long)One), random.Next(2) == 0);
    }
}
