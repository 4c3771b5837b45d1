using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools;

/// <summary>Batches over a prepared IPoolState of each contract: what the IPool itself answers, order by order.</summary>
public sealed class RealPoolsBatchTests
{
    private const ulong One = 1_000_000_000_000_000_000;
    private static readonly UInt256[] Balances = [Whole(1_000_000), Whole(700_000), Whole(1_200_000)];
    private static readonly WeightedParameters Weights = WeightedParameters.Create([One / 2, One / 4, One / 4], [18, 6, 8]);
    private static readonly StableParameters Amplified = StableParameters.Create(3, 200_000);

    [Fact]
    public void A_batch_on_a_prepared_pool_is_the_contracts_own_call_for_every_order()
    {
        Assert.Equal(Revert.None, StableState.TryPrepare(Amplified, Balances, out PreparedPool<StableState> stable));
        Assert.Equal(Revert.None, WeightedState.TryPrepare(Weights, Balances, out PreparedPool<WeightedState> weighted));
        ExactOrder[] orders = Draw(new Random(51), 700);
        foreach (int threads in new[] { 1, 3 })
        {
            Check(new StablePool(Amplified), stable, orders, threads);
            Check(new WeightedPool(Weights), weighted, orders, threads);
        }
    }

    [Fact]
    public void Many_pools_of_one_type_are_quoted_each_at_its_own_balances()
    {
        Random random = new(52);
        PreparedPool<StableState>[] states = new PreparedPool<StableState>[9];
        UInt256[][] balances = new UInt256[9][];
        for (int i = 0; i < states.Length; i++)
        {
            balances[i] = [.. Balances.Select(_ => (UInt256)(ulong)random.NextInt64(1_000_000_000_000_000, long.MaxValue))];
            Assert.Equal(Revert.None, StableState.TryPrepare(Amplified, balances[i], out states[i]));
        }

        ExactOrder[] orders = Draw(random, 500);
        int[] indices = [.. orders.Select(_ => random.Next(states.Length))];
        ExactQuote[] quotes = new ExactQuote[orders.Length];
        ExactBatch.Quote<StableState>(states, indices, orders, quotes, threads: 2);
        for (int i = 0; i < orders.Length; i++)
        {
            AssertSame(new StablePool(Amplified), balances[indices[i]], orders[i], quotes[i]);
        }

        AllocationAssert.None(() => ExactBatch.Quote<StableState>(states, indices, orders, quotes));
    }

    [Fact]
    public void A_batch_in_raw_amounts_is_the_vaults_swap_without_a_fee()
    {
        VaultToken[] tokens = [VaultToken.Plain(18), VaultToken.WithRate(6, 1_100_000_000_000_000_001UL, paysYieldFees: false), VaultToken.Plain(8)];
        UInt256[] raw = [Whole(1_000_000), 700_000_000_000, 120_000_000_000_000];
        Fault fault = default;
        UInt256[] live = [.. raw.Select((amount, i) => tokens[i].ToLive(amount, Rounding.Down, ref fault))];
        Assert.Equal(Revert.None, StableState.TryPrepare(Amplified, live, out PreparedPool<StableState> state));
        Assert.Equal(Revert.None, VaultFees.TryCreate(default, default, default, out VaultFees fees));
        PreparedPool<ScaledPoolState<StableState>> scaled = new(new(state, tokens));
        Random random = new(53);
        ExactOrder[] orders = new ExactOrder[400];
        for (int i = 0; i < orders.Length; i++)
        {
            int tokenIn = random.Next(3);
            orders[i] = new((SwapKind)random.Next(2), tokenIn, (tokenIn + random.Next(1, 3)) % 3, (ulong)random.NextInt64(1_000_000, 100_000_000_000));
        }

        ExactQuote[] quotes = new ExactQuote[orders.Length];
        ExactBatch.Quote(scaled, orders, quotes);
        int compared = 0;
        for (int i = 0; i < orders.Length; i++)
        {
            Assert.Equal(Revert.None, VaultState.TryCreate(tokens, raw, live, Whole(1_000_000), fees, out VaultState? vault));
            bool exactIn = orders[i].Kind == SwapKind.ExactIn;
            SwapReceipt receipt = new VaultPool<StablePool, NoHook>(vault!, new StablePool(Amplified), default).Swap(
                orders[i].Kind, orders[i].TokenIn, orders[i].TokenOut, orders[i].Amount, exactIn ? default : UInt256.MaxValue);
            if (receipt.IsOk)
            {
                Assert.Equal(exactIn ? receipt.AmountOut : receipt.AmountIn, quotes[i].Amount);
                compared++;
            }
        }

        Assert.True(compared > 200, $"{compared} of {orders.Length} swaps stood in the vault");
    }

    private static void Check<TPool, TState>(TPool pool, PreparedPool<TState> state, ExactOrder[] orders, int threads)
        where TPool : struct, IPool
        where TState : struct, IPoolState
    {
        ExactQuote[] quotes = new ExactQuote[orders.Length];
        ExactBatch.Quote(state, orders, quotes, threads);
        for (int i = 0; i < orders.Length; i++)
        {
            AssertSame(pool, Balances, orders[i], quotes[i]);
        }

        Assert.Contains(quotes, quote => quote.IsOk);
        AllocationAssert.None(() => ExactBatch.Quote(state, orders, quotes));
    }

    private static void AssertSame<TPool>(TPool pool, UInt256[] balances, ExactOrder order, ExactQuote quote)
        where TPool : struct, IPool
    {
        Fault fault = default;
        UInt256 amount = pool.OnSwap(order.Kind, balances, order.TokenIn, order.TokenOut, order.Amount, ref fault);
        Assert.Equal(fault.ToRevert(), quote.Revert);
        Assert.Equal(fault.IsRaised ? default : amount, quote.Amount);
    }

    private static UInt256 Whole(ulong tokens) => (UInt128)tokens * One;

    private static ExactOrder[] Draw(Random random, int count)
    {
        ExactOrder[] orders = new ExactOrder[count];
        for (int i = 0; i < count; i++)
        {
            int tokenIn = random.Next(3);
            UInt256 amount = random.Next(10) == 0
                ? new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64() * 2)
                : (UInt256)((UInt128)random.NextInt64(1_000_000, long.MaxValue) * (ulong)random.Next(1, 30_000));
            orders[i] = new((SwapKind)random.Next(2), tokenIn, (tokenIn + random.Next(1, 3)) % 3, amount);
        }

        return orders;
    }
}
