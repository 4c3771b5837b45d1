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
        Unsafe.SkipInit(out Arguments arguments);
        arguments.Pair = new(columnIn, columnOut, minor, k, j, exactOut);
        arguments.ColumnIn = columnIn;
        arguments.ColumnOut = columnOut;
        arguments.Apply = apply;
        arguments.States = states;
        arguments.Amounts = amounts;
        arguments.Results = results;
        arguments.Statuses = statuses;
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

    // The root and the division of the next pack are begun before the columns of this one move: neither waits for the other.
    private readonly struct Operation : ILaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            StateRows<TLane> rows = new(in arguments.Pair);
            StateColumns columns = new(arguments.ColumnIn, arguments.ColumnOut);
            nuint count = (nuint)arguments.Amounts.Length, balanceIn = arguments.Pair.BalanceIn, balanceOut = arguments.Pair.BalanceOut;
            ref double amounts = ref MemoryMarshal.GetReference(arguments.Amounts);
            ref double results = ref MemoryMarshal.GetReference(arguments.Results);
            ref double g = ref MemoryMarshal.GetReference(arguments.States);
            bool allFeasible = true, apply = arguments.Apply, exactOut = arguments.Pair.ExactOut;
            TLane asked = count == 0 ? default : rows.Solve(in g, TLane.Load(in amounts, 0));
            for (nuint pack = 0; pack < count;)
            {
                ref double current = ref g;
                TLane given = TLane.Load(in amounts, pack), result = asked;
                nuint next = pack + (nuint)TLane.Count;
                if (next < count)
                {
                    g = ref columns.Next<TLane>(ref g, next);
                    asked = rows.Solve(in g, TLane.Load(in amounts, next));
                }

                (TLane paid, TLane received) = exactOut ? (result, given) : (given, result);
                TLane available = TLane.Load(in current, balanceOut);
                MovedStates<TLane> moved = new(in columns, in current, paid, received);
                if (!moved.AllFeasible(available))
                {
                    TLane feasible = moved.Feasible(in columns, in current, available);
                    ref byte statuses = ref MemoryMarshal.GetReference(arguments.Statuses);
                    result = SwapPack.Refuse(feasible, result, given, ref Unsafe.Add(ref statuses, pack));
                    moved = new(in columns, in current, paid & feasible, received & feasible);
                    allFeasible = false;
                }

                TLane.Store(result, ref results, pack);
                if (apply)
                {
                    moved.Store(in columns, ref current, balanceIn, balanceOut);
                }

                pack = next;
            }

            arguments.AllFeasible = allFeasible;
        }
    }
}
