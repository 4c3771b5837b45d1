using System.Diagnostics.CodeAnalysis;
using Myco.Engine.Surfaces;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>Many states of one surface, each with its own balances, quoted and stepped together in plain binary64.</summary>
/// <remarks><para>For Monte Carlo paths and searches. A state's gradient starts rounded from extended precision; every step rounds it
/// once per component, and E = g_j·G_jk − g_k·G_jj is formed from it. On a surface of λ ≤ 10 a result is some units of
/// 1e-15 off after a few steps, and the error grows with λ² and with the number of steps: use
/// <see cref="EllipsoidState"/> or <see cref="SteppedState"/> where digits matter.</para>
/// <para>Mutable: belongs to one caller at a time. Groups of eight states, component after component; a step touches no other memory.</para></remarks>
public sealed class StateBatch
{
    // One array: a gradient and a balance 4096 bytes apart would make loads wait for unrelated stores.
    private readonly AlignedNumbers _numbers;

    private StateBatch(EllipsoidSurface surface, int count)
    {
        CheckCount(count, surface.Dimension);
        (Surface, Count) = (surface, count);
        int padded = (count + StateStepLoop.GroupLength - 1) / StateStepLoop.GroupLength * StateStepLoop.GroupLength;
        _numbers = new(2 * padded * surface.Dimension);
    }

    /// <summary>The surface that all states lie on.</summary>
    public EllipsoidSurface Surface { get; }

    /// <summary>The number of states.</summary>
    public int Count { get; }

    /// <summary>N, the number of assets.</summary>
    public int Dimension => Surface.Dimension;

    /// <summary>Copies of one state, to go their own ways.</summary>
    /// <param name="state">The state to begin from.</param>
    /// <param name="count">How many; their 2N numbers each must fit one array.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1, or the states do not fit.</exception>
    public static StateBatch Repeat(EllipsoidState state, int count)
    {
        ArgumentNullException.ThrowIfNull(state);
        StateBatch batch = new(state.Surface, count);
        for (int i = 0; i < count; i++)
        {
            batch.Set(i, state);
        }

        return batch;
    }

    /// <summary>Copies of states of one surface.</summary>
    /// <exception cref="ArgumentException">There is no state, or one is of another surface.</exception>
    public static StateBatch From(ReadOnlySpan<EllipsoidState> states)
    {
        if (states.IsEmpty || states[0] is null)
        {
            ThrowNoState(nameof(states));
        }

        StateBatch batch = new(states[0].Surface, states.Length);
        for (int i = 0; i < states.Length; i++)
        {
            batch.Set(i, states[i]);
        }

        return batch;
    }

    /// <summary>The states at given balances, each prepared by <see cref="EllipsoidSurface.At(ReadOnlySpan{double})"/>.</summary>
    /// <param name="surface">The surface.</param>
    /// <param name="balances">Row-major, one row of N balances per state.</param>
    /// <exception cref="ArgumentException">The number of balances is no multiple of N above 0, or no state lies at some of them.</exception>
    public static StateBatch At(EllipsoidSurface surface, ReadOnlySpan<double> balances)
    {
        ArgumentNullException.ThrowIfNull(surface);
        int n = surface.Dimension;
        if (balances.IsEmpty || balances.Length % n != 0)
        {
            ThrowBalances(balances.Length, n, nameof(balances));
        }

        StateBatch batch = new(surface, balances.Length / n);
        for (int i = 0; i < batch.Count; i++)
        {
            batch.Set(i, surface.At(balances.Slice(i * n, n)));
        }

        return batch;
    }

    /// <summary>Puts a state in the place of another.</summary>
    /// <exception cref="ArgumentException">The state is of another surface.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not that of a state.</exception>
    public void Set(int index, EllipsoidState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        CheckIndex(index);
        if (state.Surface != Surface)
        {
            ThrowSurface(nameof(state));
        }

        for (int i = 0; i < Dimension; i++)
        {
            _numbers.Span[Place(index, i)] = state.Gradient[i];
            _numbers.Span[Place(index, Dimension + i)] = state.Balances[i];
        }
    }

    /// <summary>Writes a state's balances, in surface units.</summary>
    /// <exception cref="ArgumentException">The length is not N.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not that of a state.</exception>
    public void CopyBalances(int index, Span<double> balances) => Copy(index, Dimension, balances);

    /// <summary>Writes a state's gradient: minus its prices, up to a common factor.</summary>
    /// <exception cref="ArgumentException">The length is not N.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is not that of a state.</exception>
    public void CopyGradient(int index, Span<double> gradient) => Copy(index, 0, gradient);

    /// <summary>results[s] = the amount out (in) for amounts[s] in (out) on state s; no state changes.</summary>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="assetIn">The asset paid in on every state.</param>
    /// <param name="assetOut">The asset paid out on every state.</param>
    /// <param name="amounts">One amount per state, in surface units.</param>
    /// <param name="results">One amount per state, NaN where refused; may be the amounts themselves, no other overlap.</param>
    /// <param name="statuses">One status per state.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the amounts in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1, or <paramref name="kind"/> is unknown.</exception>
    public void Quote(
        SwapKind kind, int assetIn, int assetOut, ReadOnlySpan<double> amounts, Span<double> results, Span<QuoteStatus> statuses, int threads = 1)
    {
        StateGuards.CheckKind(kind);
        Run(new(this, kind, assetIn, assetOut, Apply: false), amounts, results, statuses, threads);
    }

    /// <summary>Swaps amounts[s] of asset in for results[s] of asset out on state s, and applies every good swap:
    /// g += x·G_k − y·G_j, v_k += x, v_j −= y. A refused swap leaves its state as it is.</summary>
    /// <param name="assetIn">The asset paid in on every state.</param>
    /// <param name="assetOut">The asset paid out on every state.</param>
    /// <param name="amounts">One amount in per state, in surface units.</param>
    /// <param name="results">One amount out per state, NaN where refused; may be the amounts themselves, no other overlap.</param>
    /// <param name="statuses">One status per state.</param>
    /// <param name="threads">At most so many threads; the bits do not depend on it. 1 allocates nothing.</param>
    /// <exception cref="ArgumentException">A span has another length, or the results overlap the amounts in part.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public void Step(
        int assetIn, int assetOut, ReadOnlySpan<double> amounts, Span<double> results, Span<QuoteStatus> statuses, int threads = 1) =>
        Run(new(this, SwapKind.ExactIn, assetIn, assetOut, Apply: true), amounts, results, statuses, threads);

    /// <summary>Whole groups of states, [group][2N][8]: gradients, then balances.</summary>
    internal Span<double> Numbers(int start, int count) => _numbers.Span.Slice(2 * start * Dimension, 2 * count * Dimension);

    private void Run(
        StateBatchStep step, ReadOnlySpan<double> amounts, Span<double> results, Span<QuoteStatus> statuses, int threads)
    {
        BatchSpans.CheckLength(results.Length, Count, nameof(results));
        BatchSpans spans = new() { Amounts = amounts, AmountsPerElement = 1, Results = results, Statuses = statuses };
        spans.Check(threads);
        BatchBlocks.Run<StateBatchOperation, StateBatchStep>(step, in spans, threads);
    }

    private void Copy(int index, int firstRow, Span<double> destination)
    {
        CheckIndex(index);
        BatchSpans.CheckLength(destination.Length, Dimension, nameof(destination));
        for (int i = 0; i < Dimension; i++)
        {
            destination[i] = _numbers.Span[Place(index, firstRow + i)];
        }
    }

    private int Place(int index, int row) =>
        (((index / StateStepLoop.GroupLength * 2 * Dimension) + row) * StateStepLoop.GroupLength) + (index % StateStepLoop.GroupLength);

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            ThrowIndex(index, Count);
        }
    }

    private static void CheckCount(int count, int dimension)
    {
        int most = (Array.MaxLength / 2 / dimension) - (2 * StateStepLoop.GroupLength);
        if (count < 1 || count > most)
        {
            ThrowCount(count, most, dimension);
        }
    }

    [DoesNotReturn]
    private static void ThrowNoState(string parameter) =>
        throw new ArgumentException("There is no state, or the first is null; give at least one.", parameter);

    private static void ThrowBalances(int length, int dimension, string parameter) => throw new ArgumentException(
        $"{length} balances; the surface has {dimension} assets; give {dimension} for each state.", parameter);

    private static void ThrowSurface(string parameter) =>
        throw new ArgumentException("The state is of another surface; all states of a batch share one; make a batch per surface.", parameter);

    private static void ThrowIndex(int index, int count) => throw new ArgumentOutOfRangeException(
        nameof(index), index, $"The batch has {count} states, numbered 0 to {count - 1}; name one of them.");

    private static void ThrowCount(int count, int most, int dimension) => throw new ArgumentOutOfRangeException(
        nameof(count), count, $"A batch of {dimension} assets holds 1 to {most} states; split it.");
}
