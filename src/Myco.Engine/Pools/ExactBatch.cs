using Myco.Kernels.Exact.Faults;

namespace Myco.Engine.Pools;

/// <summary>Many swaps on one prepared pool, or on many of one type, equal to the contracts' to the last digit.</summary>
/// <remarks>None is applied. Every quote is that of the state's own method, amount, reason and warning, on any number of threads.</remarks>
public static class ExactBatch
{
    /// <summary>quotes[i] = the quote of orders[i] on the state.</summary>
    /// <typeparam name="TState">The pool's prepared state; a struct, so that the calls are direct.</typeparam>
    /// <param name="state">The state that all are priced on.</param>
    /// <param name="orders">The orders; a kind that is not in <see cref="SwapKind"/> is refused with <see cref="Revert.InvalidArgument"/>.</param>
    /// <param name="quotes">One quote per order.</param>
    /// <param name="threads">At most so many threads; the quotes do not depend on it. 1 allocates nothing.</param>
    /// <remarks>The spans must not overlap.</remarks>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote<TState>(in TState state, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads = 1)
        where TState : struct, IPoolState
    {
        CheckLength(orders.Length, quotes.Length, nameof(orders));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (threads > 1 && orders.Length > ExactBlocks.Length)
        {
            ExactBlocks.RunOnThreads(new OneState<TState>(state), default, orders, quotes, threads);
            return;
        }

        new OneState<TState>(state).Quote(default, orders, quotes);
    }

    /// <summary>quotes[i] = the quote of orders[i] on states[stateIndices[i]].</summary>
    /// <typeparam name="TState">The pools' prepared state; a struct, so that the calls are direct.</typeparam>
    /// <param name="states">The states, each with its own number of tokens.</param>
    /// <param name="stateIndices">One index per order; one that names no state is refused with <see cref="Revert.InvalidArgument"/>.</param>
    /// <param name="orders">The orders, in any order of states; a kind that is not in <see cref="SwapKind"/> is refused likewise.</param>
    /// <param name="quotes">One quote per order.</param>
    /// <param name="threads">At most so many threads; the quotes do not depend on it. 1 allocates nothing.</param>
    /// <remarks>The spans must not overlap.</remarks>
    /// <exception cref="ArgumentException">The spans of indices, orders and quotes differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Quote<TState>(
        ReadOnlySpan<TState> states, ReadOnlySpan<int> stateIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes, int threads = 1)
        where TState : struct, IPoolState
    {
        CheckLength(stateIndices.Length, quotes.Length, nameof(stateIndices));
        CheckLength(orders.Length, quotes.Length, nameof(orders));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (threads > 1 && orders.Length > ExactBlocks.Length)
        {
            ExactBlocks.RunOnThreads(new ManyStates<TState>(states.ToArray()), stateIndices, orders, quotes, threads);
            return;
        }

        for (int i = 0; i < orders.Length; i++)
        {
            quotes[i] = At(states, stateIndices[i], in orders[i]);
        }
    }

    private static ExactQuote At<TState>(ReadOnlySpan<TState> states, int index, in ExactOrder order)
        where TState : struct, IPoolState =>
        (uint)index < (uint)states.Length ? Single(in states[index], in order) : Refuse();

    private static ExactQuote Single<TState>(in TState state, in ExactOrder order)
        where TState : struct, IPoolState => order.Kind switch
        {
            SwapKind.ExactIn => state.SwapExactIn(order.TokenIn, order.TokenOut, order.Amount),
            SwapKind.ExactOut => state.SwapExactOut(order.TokenIn, order.TokenOut, order.Amount),
            _ => Refuse(),
        };

    private static ExactQuote Refuse()
    {
        Fault fault = default;
        fault.Raise(Revert.InvalidArgument);
        return new(default, fault);
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

    private readonly struct OneState<TState>(TState state) : IExactBlock
        where TState : struct, IPoolState
    {
        private readonly TState _state = state;

        public void Quote(ReadOnlySpan<int> stateIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes)
        {
            for (int i = 0; i < orders.Length; i++)
            {
                quotes[i] = Single(in _state, in orders[i]);
            }
        }
    }

    private readonly struct ManyStates<TState>(TState[] states) : IExactBlock
        where TState : struct, IPoolState
    {
        public void Quote(ReadOnlySpan<int> stateIndices, ReadOnlySpan<ExactOrder> orders, Span<ExactQuote> quotes)
        {
            for (int i = 0; i < orders.Length; i++)
            {
                quotes[i] = At<TState>(states, stateIndices[i], in orders[i]);
            }
        }
    }
}
