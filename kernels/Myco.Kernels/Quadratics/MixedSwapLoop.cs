using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>Prices many swaps, each of its own kind and pair, from one table of rows.</summary>
public static class MixedSwapLoop
{
    /// <summary>results[i] = SwapQuadratic.Solve(rows[(kinds[i]·n + first[i])·n + second[i]], amounts[i]) with the fee where it belongs.</summary>
    /// <remarks>
    /// <para>Shapes: <paramref name="rows"/> holds 2·n·n rows, n at most <see cref="RowSizes.Greatest"/>, whose limit is 0 or NaN
    /// where first is second and where it has not been found yet; all other spans have the length of <paramref name="amounts"/>,
    /// but that <paramref name="kinds"/> may be empty: then every swap is of the kind of the first n·n rows.</para>
    /// <para>Units: kind 0 multiplies the amount by <paramref name="retained"/> = 1 − fee before the curve, kind 1 (and, with
    /// <paramref name="kinds"/> empty, <paramref name="exactOut"/>) divides the result by it.</para>
    /// <para>Aliasing: <paramref name="results"/> may be <paramref name="amounts"/> itself; no other overlap is allowed, and none is checked.</para>
    /// <para>Rounding: the bits of the scalar form at every width, within 4 ulp of the row's exact quadratic.</para>
    /// <para>Errors: an element with an unknown kind or index, an amount outside (0, limit], or a result that is not positive,
    /// has the status <see cref="SwapPack.Unpriced"/> and its amount as result, for the caller to look at again.
    /// A span of another length throws.</para>
    /// <para>Source: spec 01-surface, sections 2 and 4; the fee, spec 05-formats.</para>
    /// </remarks>
    /// <returns>Whether every element was priced.</returns>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is not in 1…<see cref="RowSizes.Greatest"/>.</exception>
    public static bool Price(
        ReadOnlySpan<SwapRow> rows, int n, ReadOnlySpan<byte> kinds, bool exactOut, ReadOnlySpan<int> first, ReadOnlySpan<int> second,
        ReadOnlySpan<double> amounts, double retained, Span<double> results, Span<byte> statuses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, RowSizes.Greatest);
        if (rows.Length < (kinds.IsEmpty ? 1 : 2) * n * n)
        {
            ThrowRows(rows.Length, n);
        }

        if ((!kinds.IsEmpty && kinds.Length != amounts.Length) || first.Length != amounts.Length || second.Length != amounts.Length
            || results.Length != amounts.Length || statuses.Length != amounts.Length)
        {
            ThrowLengths(amounts.Length);
        }

        if (amounts.IsEmpty)
        {
            return true;
        }

        statuses.Clear();
        Arguments arguments = new()
        {
            Rows = rows,
            Dimension = n,
            Kinds = kinds,
            ExactOut = exactOut,
            First = first,
            Second = second,
            Amounts = amounts,
            Retained = retained,
            Results = results,
            Statuses = statuses,
            AllPriced = true,
        };
        LaneDispatch.InvokeOnTable<Operation, Arguments>(ref arguments);
        return arguments.AllPriced;
    }

    private static void ThrowRows(int length, int n) => throw new ArgumentException(
        $"The table has {length} rows, fewer than the {n}×{n} of each kind; pass the whole table.");

    private static void ThrowLengths(int count) => throw new ArgumentException(
        $"A span's length differs from the {count} amounts; cut all spans to one length.");

    private ref struct Arguments
    {
        public ReadOnlySpan<SwapRow> Rows;
        public int Dimension;
        public ReadOnlySpan<byte> Kinds;
        public bool ExactOut;
        public ReadOnlySpan<int> First;
        public ReadOnlySpan<int> Second;
        public ReadOnlySpan<double> Amounts;
        public double Retained;
        public Span<double> Results;
        public Span<byte> Statuses;
        public bool AllPriced;
    }

    private readonly struct Operation : ITableLaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ITableLane<TLane>
        {
            nuint count = (nuint)arguments.Amounts.Length;
            nuint whole = count - (count % (nuint)TLane.Count);
            bool allPriced = Run<TLane>(in arguments, 0, whole) & Run<Lane1>(in arguments, whole, count);
            arguments.AllPriced = allPriced;
        }

        // Three packs are under way at a time: one's rows, another's square root, a third's division. Left to itself a
        // processor overlaps two packs at best (their vector results fill its registers), and waits for the square root.
        // Longer than a method should be, since what goes from one turn to the next has to stay in registers.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool Run<TLane>(in Arguments arguments, nuint start, nuint end)
            where TLane : struct, ITableLane<TLane>
        {
            ref double rows = ref Unsafe.As<SwapRow, double>(ref MemoryMarshal.GetReference(arguments.Rows));
            ref byte kinds = ref MemoryMarshal.GetReference(arguments.Kinds);
            ref int first = ref MemoryMarshal.GetReference(arguments.First);
            ref int second = ref MemoryMarshal.GetReference(arguments.Second);
            ref double amounts = ref MemoryMarshal.GetReference(arguments.Amounts);
            ref double results = ref MemoryMarshal.GetReference(arguments.Results);
            ref byte statuses = ref MemoryMarshal.GetReference(arguments.Statuses);
            Span<int> scratch = stackalloc int[RowSizes.Length + 8];
            RowSizes.Fill(arguments.Dimension, scratch);
            ref int sizes = ref MemoryMarshal.GetReference(scratch), origins = ref Unsafe.Add(ref sizes, RowSizes.Length);
            bool mixed = !arguments.Kinds.IsEmpty, charged = arguments.Retained != 1, allPriced = true;
            bool begun = false, rooted = false;
            TLane retained = arguments.Retained, one = 1;
            TLane everyOut = TLane.LessThan(0, arguments.ExactOut ? 1 : 0);
            nuint width = (nuint)TLane.Count;
            TLane b = default, numerator = default, discriminant = default, dividend = default, divisor = default;
            for (nuint i = start; i < end + (2 * width); i += width)
            {
                if (rooted)
                {
                    nuint at = i - (2 * width);
                    TLane result = dividend / divisor;
                    if (charged)
                    {
                        TLane isOut = mixed ? TLane.LoadMask(in kinds, at) : everyOut;
                        result /= TLane.Select(isOut, retained, one);
                    }

                    allPriced &= SwapPack.Store(in amounts, result, ref results, ref statuses, at);
                }

                rooted = begun;
                dividend = numerator;
                divisor = TLane.Sqrt(discriminant) - b;
                begun = false;
                if (i < end)
                {
                    if (mixed)
                    {
                        TLane.RowOrigins(in Unsafe.Add(ref kinds, i), in Unsafe.Add(ref first, i), in Unsafe.Add(ref second, i), in sizes, ref origins);
                    }
                    else
                    {
                        TLane.RowOrigins(in Unsafe.Add(ref first, i), in Unsafe.Add(ref second, i), in sizes, ref origins);
                    }

                    TLane curve = TLane.Load(in amounts, i);
                    TLane isOut = everyOut;
                    if (charged)
                    {
                        isOut = mixed ? TLane.LoadMask(in kinds, i) : everyOut;
                        curve *= TLane.Select(isOut, one, retained);
                    }

                    TLane.LoadRows(in rows, in origins, out Columns<TLane> row);
                    begun = SwapQuadratic.TryBegin(in row, curve, out TLane freshB, out TLane freshNumerator, out TLane freshDiscriminant);
                    b = freshB;
                    numerator = freshNumerator;
                    discriminant = freshDiscriminant;
                    if (!begun)
                    {
                        TLane.LoadRows(in rows, in origins, out row);
                        TLane result = SwapQuadratic.Solve(in row, curve) / TLane.Select(isOut, retained, one);
                        allPriced &= SwapPack.Store(TLane.Load(in amounts, i), curve, row.C7, result, ref results, ref statuses, i);
                    }
                }
            }

            return allPriced;
        }
    }
}
