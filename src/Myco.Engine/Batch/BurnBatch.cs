using Myco.Engine.Surfaces;

namespace Myco.Engine.Batch;

/// <summary>Many burns into one asset each, on one state.</summary>
public static class BurnBatch
{
    /// <summary>results[i] = <see cref="EllipsoidState.Burn"/> of fractions[i] of the supply into assets[i], none of them applied.</summary>
    /// <param name="state">The state that all are priced on.</param>
    /// <param name="assets">One asset paid out per burn.</param>
    /// <param name="fractions">One part of the supply per burn, above 0 and at most 1.</param>
    /// <param name="results">One amount per burn, in surface units, NaN where refused.</param>
    /// <param name="statuses">One status per burn.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>All spans have one length. The results may be the fractions themselves, no other overlap. Every result has the
    /// bits of the single quote. Within 6 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the fractions in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote(
        EllipsoidState state, ReadOnlySpan<int> assets, ReadOnlySpan<double> fractions, Span<double> results,
        Span<QuoteStatus> statuses, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        BatchSpans.CheckLength(assets.Length, results.Length, nameof(assets));
        BatchSpans spans = new()
        {
            AssetsOut = assets,
            Amounts = fractions,
            AmountsPerElement = 1,
            Results = results,
            Statuses = statuses,
        };
        spans.Check(threads);
        BatchBlocks.Run<Operation, EllipsoidState>(state, in spans, threads);
    }

    private readonly struct Operation : IBatchOperation<EllipsoidState>
    {
        public static void Run(in EllipsoidState context, in BatchSpans spans, int start)
        {
            for (int i = 0; i < spans.Count; i++)
            {
                Quote quote = context.Burn(spans.AssetsOut[i], spans.Amounts[i]);
                (spans.Results[i], spans.Statuses[i]) = (quote.Amount, quote.Status);
            }
        }
    }
}
