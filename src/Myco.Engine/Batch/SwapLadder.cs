using System.Runtime.InteropServices;
using Myco.Engine.Surfaces;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>Many sizes of a swap on one pair of one state.</summary>
public static class SwapLadder
{
    /// <summary>results[i] = the amount out (in) for amounts[i] in (out), each priced on the same state.</summary>
    /// <param name="state">The state that all are priced on.</param>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amounts">The sizes, in surface units, in any order.</param>
    /// <param name="fee">The part of every amount in that stays in the pool, at least 0 and below 1; others refuse every size.</param>
    /// <param name="results">One amount per size, NaN where refused.</param>
    /// <param name="statuses">One status per size.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>All spans have one length. The results may be the amounts themselves, no other overlap. Every result has the bits
    /// of the single quote, at any width. Within 4 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the amounts in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or <paramref name="kind"/> is unknown.</exception>
    public static void Quote(
        EllipsoidState state, SwapKind kind, int assetIn, int assetOut, ReadOnlySpan<double> amounts, double fee,
        Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        StateGuards.CheckKind(kind);
        BatchSpans spans = new() { Amounts = amounts, AmountsPerElement = 1, Results = results, Statuses = statuses };
        spans.Check(threads);

        // The pair's limit is found by its first quote, so that the loop need not leave a whole block to single ones.
        state.QuoteSwap(kind, assetIn, assetOut, double.Epsilon, 0);
        BatchBlocks.Run<Operation, Context>(new(state, kind, assetIn, assetOut, fee), in spans, threads);
    }

    private readonly record struct Context(EllipsoidState State, SwapKind Kind, int AssetIn, int AssetOut, double Fee);

    private readonly struct Operation : IBatchOperation<Context>
    {
        public static void Run(in Context context, in BatchSpans spans, int start)
        {
            Span<byte> statuses = MemoryMarshal.AsBytes(spans.Statuses);
            double retained = SecondLook.Retained(context.Fee);
            bool exactIn = context.Kind == SwapKind.ExactIn;
            if (LadderSwapLoop.Price(in Row(in context), spans.Amounts, exactIn ? retained : 1, exactIn ? 1 : retained, spans.Results, statuses))
            {
                return;
            }

            for (int i = SecondLook.Next(statuses, 0); i >= 0; i = SecondLook.Next(statuses, i + 1))
            {
                Quote quote = context.State.QuoteSwap(context.Kind, context.AssetIn, context.AssetOut, spans.Amounts[i], context.Fee);
                (spans.Results[i], spans.Statuses[i]) = (quote.Amount, quote.Status);
            }
        }

        // Row 0 is that of asset 0 with itself, whose limit is 0: no amount passes it.
        private static ref readonly SwapRow Row(in Context context)
        {
            int n = context.State.Dimension;
            bool known = (uint)context.AssetIn < (uint)n && (uint)context.AssetOut < (uint)n;
            return ref context.State.Rows[known ? context.State.Swaps.Index(context.Kind, context.AssetIn, context.AssetOut) : 0];
        }
    }
}
