namespace Myco.Engine.Pools;

/// <summary>The loop over an exact batch, and its cut into blocks for several threads.</summary>
internal static unsafe class ExactBlocks
{
    /// <summary>Long enough to hide a block's start: a quote takes some hundred nanoseconds or more.</summary>
    private const int Length = 64;

    /// <summary>Fills the quotes, on several threads where there is more than one block.</summary>
    /// <remarks>Without indices every order is the first pool's.</remarks>
    public static void Quote<TState>(
        ReadOnlySpan<PreparedPool<TState>> pools, ReadOnlySpan<int> poolIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads)
        where TState : struct, IPoolState
    {
        if (threads > 1 && orders.Length > Length)
        {
            QuoteOnThreads(pools.ToArray(), poolIndices, orders, quotes, threads);
        }
        else
        {
            QuoteBlock(pools, poolIndices, orders, quotes);
        }
    }

    private static void QuoteBlock<TState>(
        ReadOnlySpan<PreparedPool<TState>> pools, ReadOnlySpan<int> poolIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes)
        where TState : struct, IPoolState
    {
        for (int i = 0; i < orders.Length; i++)
        {
            int index = poolIndices.IsEmpty ? 0 : poolIndices[i];
            quotes[i] = (uint)index < (uint)pools.Length ? pools[index].Quote(orders[i]) : ExactQuote.Refuse(Revert.InvalidArgument);
        }
    }

    // The spans are pinned until all threads are done.
    private static void QuoteOnThreads<TState>(
        PreparedPool<TState>[] pools, ReadOnlySpan<int> poolIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads)
        where TState : struct, IPoolState
    {
        fixed (int* indices = poolIndices)
        fixed (ExactOrder* first = orders)
        fixed (ExactQuote* results = quotes)
        {
            Pinned<TState> pinned = new(pools, orders.Length, indices, first, results);
            int blocks = (orders.Length + Length - 1) / Length;
            _ = Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, at => pinned.Quote(at * Length));
        }
    }

    private sealed class Pinned<TState>(PreparedPool<TState>[] pools, int count, int* indices, ExactOrder* orders, ExactQuote* quotes)
        where TState : struct, IPoolState
    {
        public void Quote(int start)
        {
            int length = Math.Min(Length, count - start);
            ReadOnlySpan<int> poolIndices = indices == null ? default : new(indices + start, length);
            QuoteBlock(pools, poolIndices, new(orders + start, length), new(quotes + start, length));
        }
    }
}
