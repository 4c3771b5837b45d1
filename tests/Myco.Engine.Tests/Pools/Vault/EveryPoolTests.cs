using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Engine.Tests.Pools.Draws;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools.Vault;

/// <summary>What holds of the vault holds whatever pool it calls, by each AddLiquidityKind and RemoveLiquidityKind, with NoHook: here the weighted one and the E-CLP.</summary>
public sealed class EveryPoolTests
{
    private const ulong Fee = 1_000_000_000_000;

    [Fact]
    public void A_weighted_pool_profits_nobody_and_tears_nothing() =>
        CheckLaws(new WeightedPool(WeightedParameters.Create([DrawnVault.One / 5 * 4, DrawnVault.One / 5], [18, 18])), 81);

    [Fact]
    public void An_eclp_profits_nobody_and_tears_nothing() => CheckLaws(Eclp(), 82);

    [Fact]
    public void A_weighted_pool_in_the_vault_allocates_nothing() =>
        CheckAllocation(new WeightedPool(WeightedParameters.Create([DrawnVault.One / 2, DrawnVault.One / 2], [18, 18])));

    [Fact]
    public void An_eclp_in_the_vault_allocates_nothing() => CheckAllocation(Eclp());

    private static void CheckLaws<TPool>(TPool pool, int seed)
        where TPool : struct, IPool
    {
        Random random = new(seed);
        int back = 0;
        for (int i = 0; i < 300; i++)
        {
            VaultState state = DrawnVault.Sound(random, 2, Fee);
            VaultPool<TPool, NoHook> vault = new(state, pool, default);
            UInt256 paid = UInt256.Max(state.BalancesRaw[0] >> random.Next(4, 20), 1);
            SwapReceipt there = vault.Swap(SwapKind.ExactIn, 0, 1, paid, default);
            SwapReceipt returned = there.IsOk ? vault.Swap(SwapKind.ExactIn, 1, 0, there.AmountOut, default) : default;
            Assert.True(!returned.IsOk || returned.AmountOut <= paid, $"{returned.AmountOut} for {paid}");
            back += there.IsOk && returned.IsOk ? 1 : 0;
            for (int operation = 0; operation < RandomOperation.Count; operation++)
            {
                state.Switches = operation == 9 ? VaultSwitches.RecoveryMode : VaultSwitches.Donation;
                CheckAtomic(vault, operation, random, () => Words.Between(random, 9, 22));
                CheckAtomic(new VaultPool<TPool, NoHook>(DrawnVault.Garbage(random, 2), pool, default), operation, random, () => Words.Any(random));
            }
        }

        Assert.True(back > 200, $"{back} swaps came back");
    }

    private static void CheckAtomic<TPool>(VaultPool<TPool, NoHook> vault, int operation, Random random, Func<UInt256> draw)
        where TPool : struct, IPool
    {
        UInt256[] before = DrawnVault.Numbers(vault.State);
        if (RandomOperation.Run(vault, operation, random, draw) != Revert.None)
        {
            Assert.Equal(before, DrawnVault.Numbers(vault.State));
        }
    }

    private static void CheckAllocation<TPool>(TPool pool)
        where TPool : struct, IPool
    {
        VaultState state = DrawnVault.Sound(new(83), 2, Fee);
        VaultPool<TPool, NoHook> vault = new(state, pool, default);
        UInt256[] amounts = new UInt256[2], least = [default, UInt256.One], single = [default, UInt256.MaxValue >> 129];
        UInt256 little = state.BalancesRaw[1] >> 10, poolTokens = state.TotalSupply >> 10;
        UInt256[] one = [default, little];
        AllocationAssert.None(() =>
        {
            vault.Swap(SwapKind.ExactIn, 1, 0, little, default);
            vault.Swap(SwapKind.ExactOut, 0, 1, little, UInt256.MaxValue);
            vault.AddUnbalanced(one, default);
            vault.AddSingleTokenExactOut(poolTokens, single, amounts);
            vault.RemoveSingleTokenExactIn(poolTokens, least, amounts);
            vault.RemoveSingleTokenExactOut(one, UInt256.MaxValue);
            vault.Swap(SwapKind.ExactIn, 1, 0, UInt256.MaxValue, default);
        });
    }

    // The pool of fixtures/vectors/vault.json, set v19.
    private static EclpPool Eclp() => new(EclpParameters.Create(
        new(
            Int256.Parse("988000000000000000"),
            Int256.Parse("1050000000000000000"),
            Int256.Parse("707283579973402312"),
            Int256.Parse("706929938183415611"),
            Int256.Parse("400000000000000000000")),
        new(
            Int256.Parse("-91797936273223331128703595770556872759"),
            Int256.Parse("39662815028401957930226687279861600182"),
            Int256.Parse("99489241886312064726218464511911285812"),
            Int256.Parse("10094094753215317810314727669349055050"),
            Int256.Parse("95643577118339844311670045560972199867"),
            Int256.Parse("24885848918922220631984450912496399132"),
            Int256.Parse("-14784358288624049362599522643509652296"),
            Int256.Parse("3893486556531390423310667555251324042"),
            Int256.Parse("100000000000000000108254687936544866500"))));
}
