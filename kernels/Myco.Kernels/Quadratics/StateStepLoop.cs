using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>One swap on each of many states of a surface, in plain binary64, the pair common to all.</summary>
public static class StateStepLoop
{
    /// <summary>The states in a group; a multiple of every width.</summary>
    public const int GroupLength = 8;

    /// <summary>results[s] = the swap of amounts[s] on state s by <see cref="SwapQuadratic"/>, its row made from the state's gradient with
    /// E = g_j·G_jk − g_k·G_jj; where it is feasible and <paramref name="apply"/> is set, g += x·G_k − y·G_j, v_k += x, v_j −= y.</summary>
    /// <remarks>
    /// <para>Shapes: the columns are G_k of the asset in and G_j of the asset out, n numbers each; <paramref name="minor"/> is D_jk;
    /// the states hold [group][2n][8] numbers, n rows of gradients above n of balances; amounts, results and statuses 8 per group. Exact in: x is given,
    /// y asked; exact out: the reverse.</para>
    /// <para>Aliasing: results may be the amounts; no other overlap is allowed, and none is checked.</para>
    /// <para>Rounding: the same bits at every width. E loses digits as λ grows: fit for moderate surfaces.</para>
    /// <para>Errors: a state where an amount is not above 0, a balance would fall below 0 or any gradient component would not stay
    /// below 0 keeps its numbers, with the amount as result and the status <see cref="SwapPack.Unpriced"/>; others have status 0.</para>
    /// <para>Source: spec 01-surface, section 2.</para>
    /// </remarks>
    /// <returns>Whether every swap was feasible.</returns>
    /// <exception cref="ArgumentException">A length does not fit the others.</exception>
    public static bool Run(
        ReadOnlySpan<double> columnIn, ReadOnlySpan<double> columnOut, double minor, int k, int j, bool exactOut, bool apply,
        Span<double> states, ReadOnlySpan<double> amounts, Span<double> results, Span<byte> statuses)
    {
        int n = columnIn.Length;
        if (columnOut.Length != n || (uint)k >= (uint)n || (uint)j >= (uint)n || states.Length != 2L * amounts.Length * n)
        {
            ThrowShape(n);
        }

        if (amounts.Length % GroupLength != 0 || results.Length != amounts.Length || statuses.Length != amounts.Length)
        {
            ThrowLengths(amounts.Length);
        }

        statuses.Clear();
        Arguments arguments = new()
        {
            Pair = new(columnIn, columnOut, minor, k, j, exactOut),
            ColumnIn = columnIn,
            ColumnOut = columnOut,
            Apply = apply,
            States = states,
            Amounts = amounts,
            Results = results,
            Statuses = statuses,
        };
        LaneDispatch.Invoke<Operation, Arguments>(ref arguments);
        return arguments.AllFeasible;
    }

    private static void ThrowShape(int n) => throw new ArgumentException(
        $"A column, an asset, or the states do not fit {n} assets; give columns of {n}, indices below {n} and 2·{n} numbers per state.");

    private static void ThrowLengths(int count) => throw new ArgumentException(
        $"{count} amounts; give as many results and statuses, and a multiple of {GroupLength}.");

    private ref struct Arguments
    {
        public StatePair Pair;
        public ReadOnlySpan<double> ColumnIn;
        public ReadOnlySpan<double> ColumnOut;
        public bool Apply;
        public Span<double> States;
        public ReadOnlySpan<double> Amounts;
        public Span<double> Results;
        public Span<byte> Statuses;
        public bool AllFeasible;
    }

    // The division and the square root of a block come first, then its columns: one loop for both has so long a chain that the
    // processor cannot hold enough of it to keep its divider busy.
    private readonly struct Operation : ILaneOperation<Arguments>
    {
        private const int BlockLength = 32 * GroupLength;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double asked = ref MemoryMarshal.GetReference(stackalloc double[BlockLength]);
            bool allFeasible = true;
            for (int start = 0; start < arguments.Amounts.Length; start += BlockLength)
            {
                nuint end = (nuint)Math.Min(start + BlockLength, arguments.Amounts.Length);
                arguments.Pair.Solve<TLane>(
                    in MemoryMarshal.GetReference(arguments.States), in MemoryMarshal.GetReference(arguments.Amounts), (nuint)start, end, ref asked);
                allFeasible &= Move<TLane>(in arguments, (nuint)start, end, in asked);
            }

            arguments.AllFeasible = allFeasible;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool Move<TLane>(in Arguments arguments, nuint start, nuint end, ref readonly double solved)
            where TLane : struct, ILane<TLane>
        {
            StatePair pair = arguments.Pair;
            ref double states = ref MemoryMarshal.GetReference(arguments.States);
            ref double amounts = ref MemoryMarshal.GetReference(arguments.Amounts);
            ref double results = ref MemoryMarshal.GetReference(arguments.Results);
            ref byte statuses = ref MemoryMarshal.GetReference(arguments.Statuses);
            ref double columnIn = ref MemoryMarshal.GetReference(arguments.ColumnIn);
            ref double columnOut = ref MemoryMarshal.GetReference(arguments.ColumnOut);
            bool allFeasible = true, apply = arguments.Apply;
            for (nuint state = start; state < end; state += (nuint)TLane.Count)
            {
                nuint place = StatePair.Place(state, (nuint)pair.Dimension);
                ref double g = ref Unsafe.Add(ref states, place), v = ref Unsafe.Add(ref g, (nuint)pair.Dimension * GroupLength);
                TLane given = TLane.Load(in amounts, state), asked = TLane.Load(in solved, state - start);
                TLane paid = pair.ExactOut ? asked : given, received = pair.ExactOut ? given : asked;
                if (!AllFeasible(pair, in columnIn, in columnOut, in g, in v, paid, received))
                {
                    TLane feasible = Feasible(pair, in columnIn, in columnOut, in g, in v, paid, received);
                    asked = SwapPack.Refuse(feasible, asked, given, ref Unsafe.Add(ref statuses, state));
                    paid &= feasible;
                    received &= feasible;
                    allFeasible = false;
                }

                TLane.Store(asked, ref results, state);
                if (apply)
                {
                    Commit(pair, in columnIn, in columnOut, ref g, ref v, paid, received);
                }
            }

            return allFeasible;
        }

        // The and of negative numbers is negative: one operation each, where a comparison takes three.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool AllFeasible<TLane>(
            StatePair pair, ref readonly double columnIn, ref readonly double columnOut, ref readonly double g, ref readonly double v,
            TLane paid, TLane received)
            where TLane : struct, ILane<TLane>
        {
            TLane zero = TLane.Broadcast(0);
            TLane signs = Moved(in columnIn, in columnOut, in g, 0, paid, received);
            nuint n = (nuint)pair.Dimension, i = 1;
            for (; i + 3 <= n; i += 3)
            {
                TLane first = Moved(in columnIn, in columnOut, in g, i, paid, received);
                TLane second = Moved(in columnIn, in columnOut, in g, i + 1, paid, received);
                signs &= first & second & Moved(in columnIn, in columnOut, in g, i + 2, paid, received);
            }

            for (; i < n; i++)
            {
                signs &= Moved(in columnIn, in columnOut, in g, i, paid, received);
            }

            return TLane.AllLessThan(zero, paid) && TLane.AllLessThan(zero, received)
                && TLane.AllLessThanOrEqual(received, TLane.Load(in v, pair.RowOut))
                && TLane.Bits(signs) == (1U << TLane.Count) - 1;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Feasible<TLane>(
            StatePair pair, ref readonly double columnIn, ref readonly double columnOut, ref readonly double g, ref readonly double v,
            TLane paid, TLane received)
            where TLane : struct, ILane<TLane>
        {
            TLane zero = TLane.Broadcast(0);
            TLane feasible = TLane.LessThan(zero, paid) & TLane.LessThan(zero, received)
                & TLane.LessThanOrEqual(received, TLane.Load(in v, pair.RowOut));
            for (nuint i = 0; i < (nuint)pair.Dimension; i++)
            {
                feasible &= TLane.LessThan(Moved(in columnIn, in columnOut, in g, i, paid, received), zero);
            }

            return feasible;
        }

        // Where nothing is paid, every number keeps its bits: x + 0·y is x.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Commit<TLane>(
            StatePair pair, ref readonly double columnIn, ref readonly double columnOut, ref double g, ref double v, TLane paid, TLane received)
            where TLane : struct, ILane<TLane>
        {
            nuint n = (nuint)pair.Dimension, i = 0;
            for (; i + 4 <= n; i += 4)
            {
                TLane first = Moved(in columnIn, in columnOut, in g, i, paid, received);
                TLane second = Moved(in columnIn, in columnOut, in g, i + 1, paid, received);
                TLane third = Moved(in columnIn, in columnOut, in g, i + 2, paid, received);
                TLane fourth = Moved(in columnIn, in columnOut, in g, i + 3, paid, received);
                TLane.Store(first, ref g, i * GroupLength);
                TLane.Store(second, ref g, (i + 1) * GroupLength);
                TLane.Store(third, ref g, (i + 2) * GroupLength);
                TLane.Store(fourth, ref g, (i + 3) * GroupLength);
            }

            for (; i < n; i++)
            {
                TLane.Store(Moved(in columnIn, in columnOut, in g, i, paid, received), ref g, i * GroupLength);
            }

            TLane.Store(TLane.Load(in v, pair.RowIn) + paid, ref v, pair.RowIn);
            TLane.Store(TLane.Load(in v, pair.RowOut) - received, ref v, pair.RowOut);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Moved<TLane>(
            ref readonly double columnIn, ref readonly double columnOut, ref readonly double g, nuint i, TLane paid, TLane received)
            where TLane : struct, ILane<TLane>
        {
            TLane kept = TLane.FusedMultiplyAdd(paid, Broadcast<TLane>(in columnIn, i), TLane.Load(in g, i * GroupLength));
            return TLane.FusedMultiplyAdd(-received, Broadcast<TLane>(in columnOut, i), kept);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Broadcast<TLane>(ref readonly double column, nuint i)
            where TLane : struct, ILane<TLane> => TLane.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in column), i));
    }
}
