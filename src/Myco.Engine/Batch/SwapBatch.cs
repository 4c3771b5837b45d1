using System.Runtime.InteropServices;
using Myco.Engine.Surfaces;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>Many swaps, each of its own pair and kind, on one state.</summary>
public static class SwapBatch
{
    /// <summary>results[i] = the amount out (in) for amounts[i] in (out): <see cref="EllipsoidState.SwapExactIn"/> or
    /// <see cref="EllipsoidState.SwapExactOut"/> of every element, none of them applied.</summary>
    /// <param name="state">The state that all are priced on.</param>
    /// <param name="kinds">One kind per swap.</param>
    /// <param name="assetsIn">One asset paid in per swap.</param>
    /// <param name="assetsOut">One asset paid out per swap.</param>
    /// <param name="amounts">One amount per swap, in surface units.</param>
    /// <param name="fee">The part of every amount in that stays in the pool, at least 0 and below 1; others refuse every swap.</param>
    /// <param name="results">One amount per swap, NaN where refused.</param>
    /// <param name="statuses">One status per swap; a kind that is not in <see cref="SwapKind"/> counts as a bad asset.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>All spans have one length. The results may be the amounts themselves, no other overlap. Every result has the bits
    /// of the single quote, at any width. Within 4 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the amounts in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote(
        EllipsoidState state, ReadOnlySpan<SwapKind> kinds, ReadOnlySpan<int> assetsIn, ReadOnlySpan<int> assetsOut,
        ReadOnlySpan<double> amounts, double fee, Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        BatchSpans.CheckLength(kinds.Length, results.Length, nameof(kinds));
        Run(new(state, SwapKind.ExactIn, fee), MemoryMarshal.AsBytes(kinds), assetsIn, assetsOut, amounts, results, statuses, threads);
    }

    /// <summary>The same where all swaps are of one kind.</summary>
    /// <param name="state">The state that all are priced on.</param>
    /// <param name="kind">The kind of all swaps.</param>
    /// <param name="assetsIn">One asset paid in per swap.</param>
    /// <param name="assetsOut">One asset paid out per swap.</param>
    /// <param name="amounts">One amount per swap, in surface units.</param>
    /// <param name="fee">The part of every amount in that stays in the pool, at least 0 and below 1; others refuse every swap.</param>
    /// <param name="results">One amount per swap, NaN where refused.</param>
    /// <param name="statuses">One status per swap.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>All spans have one length. The results may be the amounts themselves, no other overlap. Every result has the bits
    /// of the single quote, at any width. Within 4 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the amounts in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or <paramref name="kind"/> is unknown.</exception>
    public static void Quote(
        EllipsoidState state, SwapKind kind, ReadOnlySpan<int> assetsIn, ReadOnlySpan<int> assetsOut,
        ReadOnlySpan<double> amounts, double fee, Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        StateGuards.CheckKind(kind);
        Run(new(state, kind, fee), default, assetsIn, assetsOut, amounts, results, statuses, threads);
    }

    private static void Run(
        Context context, ReadOnlySpan<byte> kinds, ReadOnlySpan<int> assetsIn, ReadOnlySpan<int> assetsOut,
        ReadOnlySpan<double> amounts, Span<double> results, Span<QuoteStatus> statuses, int threads)
    {
        BatchSpans.CheckLength(assetsIn.Length, results.Length, nameof(assetsIn));
        BatchSpans.CheckLength(assetsOut.Length, results.Length, nameof(assetsOut));
        BatchSpans spans = new()
        {
            Kinds = kinds,
            AssetsIn = assetsIn,
            AssetsOut = assetsOut,
            Amounts = amounts,
            AmountsPerElement = 1,
            Results = results,
            Statuses = statuses,
        };
        spans.Check(threads);
        BatchBlocks.Run<Operation, Context>(context, in spans, threads);
    }

    private readonly record struct Context(EllipsoidState State, SwapKind Kind, double Fee);

    private readonly struct Operation : IBatchOperation<Context>
    {
        public static void Run(in Context context, in BatchSpans spans, int start)
        {
            EllipsoidState state = context.State;
            int table = state.Dimension * state.Dimension;
            ReadOnlySpan<SwapRow> rows = spans.Kinds.IsEmpty ? state.Rows.Slice((int)context.Kind * table, table) : state.Rows;
            Span<byte> statuses = MemoryMarshal.AsBytes(spans.Statuses);
            bool all = MixedSwapLoop.Price(
                rows, state.Dimension, spans.Kinds, context.Kind == SwapKind.ExactOut, spans.AssetsIn, spans.AssetsOut,
                spans.Amounts, SecondLook.Retained(context.Fee), spans.Results, statuses);
            if (!all)
            {
                LookAgain(in context, in spans, statuses);
            }
        }

        private static void LookAgain(in Context context, in BatchSpans spans, Span<byte> statuses)
        {
            for (int i = SecondLook.Next(statuses, 0); i >= 0; i = SecondLook.Next(statuses, i + 1))
            {
                SwapKind kind = spans.Kinds.IsEmpty ? context.Kind : (SwapKind)spans.Kinds[i];
                Quote quote = kind <= SwapKind.ExactOut
                    ? context.State.QuoteSwap(kind, spans.AssetsIn[i], spans.AssetsOut[i], spans.Amounts[i], context.Fee)
                    : Engine.Quote.Refuse(QuoteStatus.BadAsset);
                (spans.Results[i], spans.Statuses[i]) = (quote.Amount, quote.Status);
            }
        }
    }
}
