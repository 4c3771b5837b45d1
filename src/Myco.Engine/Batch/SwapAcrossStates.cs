using System.Runtime.InteropServices;
using Myco.Engine.Surfaces;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>One order on many states, which may be of different surfaces.</summary>
public static class SwapAcrossStates
{
    private const int RowsPerSide = 8;
    private static readonly int[] RowOf = [.. Enumerable.Range(0, RowsPerSide * RowsPerSide).Select(i => i / RowsPerSide)];
    private static readonly int[] ColumnOf = [.. Enumerable.Range(0, RowsPerSide * RowsPerSide).Select(i => i % RowsPerSide)];

    /// <summary>results[i] = the amount out (in) for amounts[i] in (out) on states[i].</summary>
    /// <param name="states">The states, each priced by itself.</param>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amounts">One amount per state, in surface units.</param>
    /// <param name="fee">The part of every amount in that stays in the pool, at least 0 and below 1; others refuse all.</param>
    /// <param name="results">One amount per state, NaN where refused.</param>
    /// <param name="statuses">One status per state.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>All spans have one length. The results may be the amounts themselves, no other overlap. Every result has the bits
    /// of the single quote, at any width. Within 4 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, a state is null, or the results overlap the amounts in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or <paramref name="kind"/> is unknown.</exception>
    public static void Quote(
        ReadOnlySpan<EllipsoidState> states, SwapKind kind, int assetIn, int assetOut, ReadOnlySpan<double> amounts, double fee,
        Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        BatchSpans.CheckLength(states.Length, results.Length, nameof(states));
        CheckStates(states);
        StateGuards.CheckKind(kind);
        BatchSpans spans = new() { Amounts = amounts, AmountsPerElement = 1, Results = results, Statuses = statuses };
        spans.Check(threads);
        if (threads > 1)
        {
            BatchBlocks.Run<Operation, Context>(new(states.ToArray(), kind, assetIn, assetOut, fee), in spans, threads);
            return;
        }

        for (int start = 0; start < states.Length; start += RowOf.Length)
        {
            int count = Math.Min(RowOf.Length, states.Length - start);
            Block(states.Slice(start, count), kind, assetIn, assetOut, fee, spans.Slice(start, count));
        }
    }

    /// <summary>The same with one amount on all states.</summary>
    /// <param name="states">The states, each priced by itself.</param>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amount">The amount on every state, in surface units.</param>
    /// <param name="fee">The part of every amount in that stays in the pool, at least 0 and below 1; others refuse all.</param>
    /// <param name="results">One amount per state, NaN where refused.</param>
    /// <param name="statuses">One status per state.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <remarks>All spans have one length. Every result has the bits of the single quote, at any width. Within 4 ulp.</remarks>
    /// <exception cref="ArgumentException">A span has another length, or a state is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or <paramref name="kind"/> is unknown.</exception>
    public static void Quote(
        ReadOnlySpan<EllipsoidState> states, SwapKind kind, int assetIn, int assetOut, double amount, double fee,
        Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        results.Fill(amount);
        Quote(states, kind, assetIn, assetOut, results, fee, results, statuses, threads);
    }

    private static void CheckStates(ReadOnlySpan<EllipsoidState> states)
    {
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i] is null)
            {
                ThrowNoState(i, nameof(states));
            }
        }
    }

    private static void ThrowNoState(int index, string parameter) =>
        throw new ArgumentException($"State {index} is null; give a prepared state for each.", parameter);

    // The states' rows, side by side on the stack, are a table like that of one state.
    private static void Block(
        ReadOnlySpan<EllipsoidState> states, SwapKind kind, int assetIn, int assetOut, double fee, in BatchSpans spans)
    {
        Span<SwapRow> rows = stackalloc SwapRow[RowsPerSide * RowsPerSide];
        for (int i = 0; i < states.Length; i++)
        {
            int n = states[i].Dimension;
            bool known = (uint)assetIn < (uint)n && (uint)assetOut < (uint)n;
            rows[i] = known ? states[i].Rows[states[i].Swaps.Index(kind, assetIn, assetOut)] : default;
        }

        Span<byte> statuses = MemoryMarshal.AsBytes(spans.Statuses);
        bool all = MixedSwapLoop.Price(
            rows, RowsPerSide, default, kind == SwapKind.ExactOut, RowOf.AsSpan(0, states.Length), ColumnOf.AsSpan(0, states.Length),
            spans.Amounts, SecondLook.Retained(fee), spans.Results, statuses);
        if (all)
        {
            return;
        }

        for (int i = SecondLook.Next(statuses, 0); i >= 0; i = SecondLook.Next(statuses, i + 1))
        {
            Quote quote = states[i].QuoteSwap(kind, assetIn, assetOut, spans.Amounts[i], fee);
            (spans.Results[i], spans.Statuses[i]) = (quote.Amount, quote.Status);
        }
    }

    private readonly record struct Context(EllipsoidState[] States, SwapKind Kind, int AssetIn, int AssetOut, double Fee);

    private readonly struct Operation : IBatchOperation<Context>
    {
        public static void Run(in Context context, in BatchSpans spans, int start)
        {
            for (int i = 0; i < spans.Count; i += RowOf.Length)
            {
                int count = Math.Min(RowOf.Length, spans.Count - i);
                Block(context.States.AsSpan(start + i, count), context.Kind, context.AssetIn, context.AssetOut, context.Fee, spans.Slice(i, count));
            }
        }
    }
}
