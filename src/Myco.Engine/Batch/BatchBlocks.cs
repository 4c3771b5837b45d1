namespace Myco.Engine.Batch;

/// <summary>Cuts a batch into blocks of a fixed length, the same on one thread and on many, hence the same bits.</summary>
/// <remarks>On one thread nothing is allocated. The only file that hands spans to other threads: it pins them until all are done.</remarks>
internal static unsafe class BatchBlocks
{
    /// <summary>A multiple of every width. Long enough to hide a block's start, short enough that the rows found for the first
    /// block's slow quotes serve the next one.</summary>
    public const int Length = 2048;

    public static void Run<TOperation, TContext>(TContext context, in BatchSpans spans, int threads)
        where TOperation : struct, IBatchOperation<TContext>
    {
        if (spans.Count is > 0 and <= Length)
        {
            TOperation.Run(in context, in spans, start: 0);
            return;
        }

        if (threads == 1 || spans.Count == 0)
        {
            for (int start = 0; start < spans.Count; start += Length)
            {
                TOperation.Run(in context, spans.Slice(start, Math.Min(Length, spans.Count - start)), start);
            }

            return;
        }

        RunOnThreads<TOperation, TContext>(context, in spans, threads);
    }

    private static void RunOnThreads<TOperation, TContext>(TContext context, in BatchSpans spans, int threads)
        where TOperation : struct, IBatchOperation<TContext>
    {
        fixed (byte* kinds = spans.Kinds)
        fixed (int* assetsIn = spans.AssetsIn, assetsOut = spans.AssetsOut)
        fixed (double* amounts = spans.Amounts, results = spans.Results)
        fixed (QuoteStatus* statuses = spans.Statuses)
        {
            Pinned pinned = new(spans.Count, spans.AmountsPerElement, kinds, assetsIn, assetsOut, amounts, results, statuses);
            int blocks = (spans.Count + Length - 1) / Length;
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
            {
                int start = block * Length;
                TOperation.Run(in context, pinned.Spans.Slice(start, Math.Min(Length, pinned.Count - start)), start);
            });
        }
    }

    private sealed class Pinned(
        int count, int perElement, byte* kinds, int* assetsIn, int* assetsOut, double* amounts, double* results, QuoteStatus* statuses)
    {
        public int Count => count;

        public BatchSpans Spans => new()
        {
            Kinds = new(kinds, kinds == null ? 0 : count),
            AssetsIn = new(assetsIn, assetsIn == null ? 0 : count),
            AssetsOut = new(assetsOut, assetsOut == null ? 0 : count),
            Amounts = new(amounts, count * perElement),
            AmountsPerElement = perElement,
            Results = new(results, count),
            Statuses = new(statuses, count),
        };
    }
}
