namespace Myco.Engine.Pools;

/// <summary>Many swaps on one prepared pool, or on many of one type, equal to the contracts' to the last digit.</summary>
/// <remarks>None is applied. Every quote is the pool's own, amount, reason and warning, on any number of threads.</remarks>
public static class ExactBatch
{
    /// <summary>quotes[i] = pool.Quote(orders[i]).</summary>
    /// <typeparam name="TState">The pool's state; a struct, so that the calls are direct.</typeparam>
    /// <param name="pool">The pool that all are priced on.</param>
    /// <param name="orders">The orders; a kind that is not in <see cref="SwapKind"/> is refused with <see cref="Revert.InvalidArgument"/>.</param>
    /// <param name="quotes">One quote per order.</param>
    /// <param name="threads">At most so many threads; the quotes do not depend on it. 1 allocates nothing.</param>
    /// <remarks>The spans must not overlap.</remarks>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote<TState>(in PreparedPool<TState> pool, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads = 1)
        where TState : struct, IPoolState
    {
        CheckLength(orders.Length, quotes.Length, nameof(orders));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ExactBlocks.Quote(new ReadOnlySpan<PreparedPool<TState>>(in pool), default, orders, quotes, threads);
    }

    /// <summary>quotes[i] = pools[poolIndices[i]].Quote(orders[i]).</summary>
    /// <typeparam name="TState">The pools' state; a struct, so that the calls are direct.</typeparam>
    /// <param name="pools">The pools, each with its own number of tokens.</param>
    /// <param name="poolIndices">One index per order; one that names no pool is refused with <see cref="Revert.InvalidArgument"/>.</param>
    /// <param name="orders">The orders, in any order of pools; a kind that is not in <see cref="SwapKind"/> is refused likewise.</param>
    /// <param name="quotes">One quote per order.</param>
    /// <param name="threads">At most so many threads; the quotes do not depend on it. 1 allocates nothing.</param>
    /// <remarks>The spans must not overlap.</remarks>
    /// <exception cref="ArgumentException">The spans of indices, orders and quotes differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote<TState>(
        ReadOnlySpan<PreparedPool<TState>> pools, ReadOnlySpan<int> poolIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads = 1)
        where TState : struct, IPoolState
    {
        CheckLength(poolIndices.Length, quotes.Length, nameof(poolIndices));
        CheckLength(orders.Length, quotes.Length, nameof(orders));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ExactBlocks.Quote(pools, poolIndices, orders, quotes, threads);
    }

    private static void CheckLength(int length, int wanted, string name)
    {
        if (length != wanted)
        {
            ThrowLength(length, wanted, name);
        }
    }

    private static void ThrowLength(int length, int wanted, string name) => throw new ArgumentException(
        $"{name} has {length} elements, and there are {wanted} quotes; cut all spans to one length.", name);
}
