using Myco.Engine.Surfaces;

namespace Myco.Engine.Batch;

/// <summary>Many mints on one state.</summary>
public static class MintBatch
{
    /// <summary>results[i] = <see cref="EllipsoidState.Mint"/> of row i of the deposits, none of them applied.</summary>
    /// <param name="state">The state that all are priced on.</param>
    /// <param name="deposits">Row-major, one row of N amounts per mint, in surface units.</param>
    /// <param name="results">The growth of the supply per mint, NaN where refused.</param>
    /// <param name="statuses">One status per mint.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>The results must not overlap the deposits. Every result has the bits of the single quote. Within 6 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the deposits.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote(
        EllipsoidState state, ReadOnlySpan<double> deposits, Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        BatchSpans spans = new() { Amounts = deposits, AmountsPerElement = state.Dimension, Results = results, Statuses = statuses };
        spans.Check(threads);
        BatchBlocks.Run<Operation, EllipsoidState>(state, in spans, threads);
    }

    private readonly struct Operation : IBatchOperation<EllipsoidState>
    {
        public static void Run(in EllipsoidState context, in BatchSpans spans, int start)
        {
            for (int i = 0; i < spans.Count; i++)
            {
                Quote quote = context.Mint(spans.Amounts.Slice(i * spans.AmountsPerElement, spans.AmountsPerElement));
                (spans.Results[i], spans.Statuses[i]) = (quote.Amount, quote.Status);
            }
        }
    }
}
