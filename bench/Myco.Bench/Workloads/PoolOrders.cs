using System.Numerics;
using Myco.Bench.Baselines;
using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Workloads;

/// <summary>Orders of both kinds between all tokens of one pool, none applied: quoted with everything computed in each call, or on a prepared state.</summary>
internal sealed class PoolOrders
{
    private const int ShareBits = 53;

    private readonly UInt256[] balances;
    private readonly ExactOrder[] orders = new ExactOrder[64];
    private readonly ExactQuote[] quotes = new ExactQuote[64];

    /// <summary>Amounts up to that share of the balance that they are put in or taken from.</summary>
    public PoolOrders(UInt256[] balances, double largestShare)
    {
        this.balances = balances;
        Random random = new(balances.Length);
        for (int i = 0; i < orders.Length; i++)
        {
            int tokenIn = random.Next(balances.Length), tokenOut = (tokenIn + 1 + random.Next(balances.Length - 1)) % balances.Length;
            var kind = (SwapKind)(i % 2);
            ulong share = (ulong)random.NextInt64(1, (long)Math.ScaleB(largestShare, ShareBits));
            UInt256 amount = UInt256.WrappingMultiply(balances[kind == SwapKind.ExactIn ? tokenIn : tokenOut], share) >> ShareBits;
            orders[i] = new(kind, tokenIn, tokenOut, amount);
        }
    }

    public int Count => orders.Length;

    /// <summary>As the vault calls the pool.</summary>
    public Action Cold<TPool>(TPool pool)
        where TPool : struct, IPool => () =>
        {
            for (int i = 0; i < orders.Length; i++)
            {
                Fault fault = default;
                ref readonly ExactOrder order = ref orders[i];
                quotes[i] = new(pool.OnSwap(order.Kind, balances, order.TokenIn, order.TokenOut, order.Amount, ref fault), fault);
            }
        };

    public Action Prepared<TState>(PreparedPool<TState> state)
        where TState : struct, IPoolState => () => ExactBatch.Quote(state, orders, quotes);

    /// <summary>A restatement in BigInteger, with the amounts it comes to.</summary>
    public Action Restated(Func<BigInteger[], ExactOrder, BigInteger, BigInteger> swap, out BigInteger[] amounts)
    {
        BigInteger[] bigBalances = Array.ConvertAll(balances, balance => BigIntegers.FromUInt256(balance));
        BigInteger[] given = Array.ConvertAll(orders, order => BigIntegers.FromUInt256(order.Amount));
        BigInteger[] results = amounts = new BigInteger[orders.Length];
        return () =>
        {
            for (int i = 0; i < orders.Length; i++)
            {
                results[i] = swap(bigBalances, orders[i], given[i]);
            }
        };
    }

    /// <summary>A peer with these orders and the amounts it answers; null where there is none.</summary>
    public NodePeer? StartPeer(string pool, object state, out string[] amounts) => NodePeer.TryStart(
        new
        {
            pool,
            state,
            balances = Array.ConvertAll(balances, balance => balance.ToString()),
            orders = Array.ConvertAll(orders, order => new object[] { order.Kind == SwapKind.ExactOut, order.TokenIn, order.TokenOut, order.Amount.ToString() }),
        },
        out amounts);

    /// <exception cref="InvalidOperationException">Ours refuses an order, or its amount is not the baseline's to the last digit.</exception>
    public void Require(string what, Action ours, IEnumerable<string> amounts)
    {
        Array.Clear(quotes);
        ours();
        foreach ((int index, string amount) in amounts.Index())
        {
            ExactQuote quote = quotes[index];
            if (!quote.IsOk || quote.Amount.ToString() != amount)
            {
                throw new InvalidOperationException($"{what}: order {index}, {orders[index]}: the baseline has {amount}, ours is {quote.Amount} ({quote.Revert}).");
            }
        }
    }
}
