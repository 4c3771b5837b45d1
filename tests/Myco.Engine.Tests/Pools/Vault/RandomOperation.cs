using Myco.Engine.Pools;
using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Tests.Pools.Vault;

/// <summary>Any operation of the vault with any arguments.</summary>
internal static class RandomOperation
{
    public const int Count = 10;

    /// <summary>Runs one; tells its revert.</summary>
    public static Revert Run<TPool, THook>(VaultPool<TPool, THook> vault, int operation, Random random, Func<UInt256> draw)
        where TPool : struct, IPool
        where THook : struct, IVaultHook
    {
        int n = vault.State.TokenCount, length = random.Next(16) == 0 ? random.Next(0, 10) : n;
        UInt256[] limits = Limits(operation, length, random, draw), amounts = new UInt256[length];
        UInt256 poolTokens = draw();
        Revert revert = operation switch
        {
            0 => vault.Swap(SwapKind.ExactIn, random.Next(-1, n + 1), random.Next(n), draw(), random.Next(2) == 0 ? default : draw()).Revert,
            1 => vault.Swap(SwapKind.ExactOut, random.Next(n), random.Next(-1, n + 1), draw(), random.Next(2) == 0 ? UInt256.MaxValue : draw()).Revert,
            2 => vault.AddProportional(poolTokens, limits, amounts).Revert,
            3 => vault.AddUnbalanced(limits, random.Next(2) == 0 ? default : poolTokens).Revert,
            4 => vault.AddSingleTokenExactOut(poolTokens, limits, amounts).Revert,
            5 => vault.Donate(limits).Revert,
            6 => vault.RemoveProportional(poolTokens, limits, amounts, random.Next(2) == 0).Revert,
            7 => vault.RemoveSingleTokenExactIn(poolTokens, limits, amounts).Revert,
            8 => vault.RemoveSingleTokenExactOut(limits, random.Next(2) == 0 ? UInt256.MaxValue : poolTokens).Revert,
            _ => vault.RemoveInRecoveryMode(poolTokens, limits, amounts, random.Next(2) == 0).Revert,
        };
        Assert.True(revert == Revert.None || amounts.All(amount => amount.IsZero), "a refused operation wrote amounts");
        return revert;
    }

    // Withdrawals ask nothing back, deposits allow anything, the ones of a single token name one: else hardly any would stand.
    private static UInt256[] Limits(int operation, int length, Random random, Func<UInt256> draw)
    {
        UInt256[] limits = new UInt256[length];
        for (int i = 0; i < length; i++)
        {
            limits[i] = operation switch
            {
                3 or 5 => draw(),
                2 => random.Next(2) == 0 ? UInt256.MaxValue >> 129 : draw(),
                _ => random.Next(24) == 0 ? draw() : default,
            };
        }

        if (operation is 4 or 7 or 8 && length > 0)
        {
            limits[random.Next(length)] = operation == 4 ? UInt256.MaxValue >> 129 : operation == 7 ? UInt256.One : draw();
        }

        return limits;
    }
}
