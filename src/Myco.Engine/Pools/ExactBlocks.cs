namespace Myco.Engine.Pools;

/// <summary>Cuts an exact batch into blocks for several threads; it pins the spans until all are done.</summary>
internal static unsafe class ExactBlocks
{
    /// <summary>Long enough to hide a block's start: a quote takes some hundred nanoseconds or more.</summary>
    public const int Length = 64;

    public static void RunOnThreads<TBlock>(
        TBlock block, ReadOnlySpan<int> stateIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads)
        where TBlock : struct, IExactBlock
    {
        fixed (int* indices = stateIndices)
        fixed (ExactOrder* first = orders)
        fixed (ExactQuote* results = quotes)
        {
            Pinned pinned = new(orders.Length, indices, first, results);
            int blocks = (orders.Length + Length - 1) / Length;
            _ = Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, at => pinned.Run(block, at * Length));
        }
    }

    private sealed class Pinned(int count, int* indices, ExactOrder* orders, ExactQuote* quotes)
    {
        public void Run<TBlock>(TBlock block, int start)
            where TBlock : struct, IExactBlock
        {
            int length = Math.Min(Length, count - start);
            block.Quote(
                indices == null ? default : new ReadOnlySpan<int>(indices + start, length), new(orders + start, length), new(quotes + start, length));
        }
    }
}
