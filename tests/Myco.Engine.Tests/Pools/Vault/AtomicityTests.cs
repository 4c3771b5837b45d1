using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Vault;

/// <summary>An operation of the vault stands whole or changes nothing (VaultDraft, LiquidityDraft); an IVaultHook that refuses neither; nothing throws, whatever the words.</summary>
public sealed class AtomicityTests
{
    [Fact]
    public void A_refused_operation_leaves_every_number_as_it_was()
    {
        Random random = new(51);
        int[] stood = new int[RandomOperation.Count], refused = new int[RandomOperation.Count];
        for (int i = 0; i < 400; i++)
        {
            VaultState state = DrawnVault.Sound(random, random.Next(2, 6), 1_000_000_000_000_000);
            var plain = DrawnVault.Stable(state);
            var surging = DrawnVault.Surge(state, DrawnVault.One / 3);
            for (int step = 0; step < 40; step++)
            {
                int operation = random.Next(RandomOperation.Count);
                state.Switches = random.Next(6) == 0 ? (VaultSwitches)random.Next(16) : operation == 9 ? VaultSwitches.RecoveryMode : VaultSwitches.Donation;
                UInt256[] before = DrawnVault.Numbers(state);
                UInt256 Draw() => random.Next(3) == 0 ? Words.Any(random) : Words.Between(random, 9, 22);
                Revert revert = random.Next(2) == 0 ? RandomOperation.Run(plain, operation, random, Draw) : RandomOperation.Run(surging, operation, random, Draw);
                Check(state, before, revert);
                (revert == Revert.None ? stood : refused)[operation]++;
            }
        }

        Assert.All(stood, count => Assert.True(count > 20, $"stood: {string.Join(' ', stood)}"));
        Assert.All(refused, count => Assert.True(count > 20, $"refused: {string.Join(' ', refused)}"));
    }

    [Fact]
    public void Nothing_throws_and_nothing_tears_on_garbage()
    {
        Random random = new(52);
        for (int i = 0; i < 4_000; i++)
        {
            int n = random.Next(2, 6);
            VaultState state = DrawnVault.Garbage(random, n);
            var surging = DrawnVault.Surge(state, DrawnVault.One / 3);
            int m = random.Next(2, 9);
            VaultState other = DrawnVault.Garbage(random, m);
            VaultPool<NoisePool, NoHook> noisy = new(other, new NoisePool(m, random), default);
            for (int operation = 0; operation < RandomOperation.Count; operation++)
            {
                state.Switches = operation == 9 ? VaultSwitches.RecoveryMode : VaultSwitches.Donation;
                UInt256[] before = DrawnVault.Numbers(state);
                Check(state, before, RandomOperation.Run(surging, operation, random, () => Words.Any(random)));
                other.Switches = state.Switches;
                before = DrawnVault.Numbers(other);
                Check(other, before, RandomOperation.Run(noisy, operation, random, () => Words.Any(random, 200)));
            }
        }
    }

    [Fact]
    public void A_hooks_refusal_changes_nothing()
    {
        Random random = new(53);
        UInt256[] limits = new UInt256[3], single = new UInt256[3], least = new UInt256[3];
        single[1] = limits[0] = limits[1] = limits[2] = UInt256.MaxValue >> 129;
        least[1] = UInt256.One;
        for (int i = 0; i < 200; i++)
        {
            VaultState state = DrawnVault.Sound(random, 3, 0);
            state.Switches = VaultSwitches.Donation;
            UInt256[] before = DrawnVault.Numbers(state);
            VaultPool<StablePool, RefusingHook> vault = new(state, DrawnVault.Pool(3), default);
            UInt256 amount = Words.Between(random, 19, 20);
            Assert.Equal(Revert.AfterAddLiquidityHookFailed, vault.AddProportional(amount, limits, new UInt256[3]).Revert);
            Assert.Equal(Revert.AfterAddLiquidityHookFailed, vault.AddSingleTokenExactOut(amount, single, new UInt256[3]).Revert);
            Assert.Equal(Revert.AfterRemoveLiquidityHookFailed, vault.RemoveProportional(amount, new UInt256[3], new UInt256[3]).Revert);
            Assert.Equal(Revert.AfterRemoveLiquidityHookFailed, vault.RemoveSingleTokenExactIn(amount, least, new UInt256[3]).Revert);
            Assert.Equal(Revert.PercentageAboveMax, vault.Swap(SwapKind.ExactIn, 0, 1, 1_000_000, default).Revert);
            Assert.Equal(before, DrawnVault.Numbers(state));
        }
    }

    private static void Check(VaultState state, UInt256[] before, Revert revert)
    {
        UInt256[] after = DrawnVault.Numbers(state);
        if (revert != Revert.None)
        {
            Assert.Equal(before, after);
        }

        Assert.All(after[..^1], word => Assert.True(word.FitsUInt128, "a stored word is above 128 bits"));
    }

    private readonly struct RefusingHook : IVaultHook
    {
        public UInt256 SwapFee<TPool>(
            in TPool pool, SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, in UInt256 staticFee, ref Fault fault)
            where TPool : struct, IPool => VaultLimits.MaximumFee + 1;

        public bool AllowsAdd(AddLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault) => false;

        public bool AllowsRemove(RemoveLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault) => false;
    }

    /// <summary>A pool that answers anything.</summary>
    private readonly struct NoisePool(int tokenCount, Random random) : IPool
    {
        public int TokenCount => tokenCount;

        public UInt256 MinimumInvariantRatio => default;

        public UInt256 MaximumInvariantRatio => UInt256.MaxValue;

        public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault) => Words.Any(random);

        public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault) => Words.Any(random);

        public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault) => Words.Any(random);
    }
}
