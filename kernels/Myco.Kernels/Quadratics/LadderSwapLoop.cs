using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Quadratics;

/// <summary>Prices many amounts on one row.</summary>
public static class LadderSwapLoop
{
    /// <summary>results[i] = SwapQuadratic.Solve(row, amounts[i]·retainedIn) / retainedOut.</summary>
    /// <remarks>
    /// <para>Shapes: all spans have the length of <paramref name="amounts"/>.</para>
    /// <para>Units: with a fee, exact in passes 1 − fee as <paramref name="retainedIn"/>, exact out as
    /// <paramref name="retainedOut"/>; the other is 1.</para>
    /// <para>Aliasing: <paramref name="results"/> may be <paramref name="amounts"/> itself; no other overlap is allowed, and none is checked.</para>
    /// <para>Rounding: the bits of the scalar form at every width, within 4 ulp of the row's exact quadratic.</para>
    /// <para>Errors: an amount outside (0, limit] or a result that is not positive has the status
    /// <see cref="SwapPack.Unpriced"/> and the amount as result, for the caller to look at again. A span of another length throws.</para>
    /// <para>Source: spec 01-surface, sections 2 and 4; the fee, spec 05-formats.</para>
    /// </remarks>
    /// <returns>Whether every element was priced.</returns>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static bool Price(
        in SwapRow row, ReadOnlySpan<double> amounts, double retainedIn, double retainedOut, Span<double> results, Span<byte> statuses)
    {
        if (results.Length != amounts.Length || statuses.Length != amounts.Length)
        {
            ThrowLengths(amounts.Length);
        }

        statuses.Clear();
        Arguments arguments = new()
        {
            Row = row,
            Amounts = amounts,
            RetainedIn = retainedIn,
            RetainedOut = retainedOut,
            Results = results,
            Statuses = statuses,
            AllPriced = true,
        };
        LaneDispatch.Invoke<Operation, Arguments>(ref arguments);
        return arguments.AllPriced;
    }

    private static void ThrowLengths(int count) => throw new ArgumentException(
        $"A span's length differs from the {count} amounts; cut all spans to one length.");

    private ref struct Arguments
    {
        public SwapRow Row;
        public ReadOnlySpan<double> Amounts;
        public double RetainedIn;
        public double RetainedOut;
        public Span<double> Results;
        public Span<byte> Statuses;
        public bool AllPriced;
    }

    private readonly struct Operation : ILaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            nuint count = (nuint)arguments.Amounts.Length;
            nuint whole = count - (count % (nuint)TLane.Count);
            arguments.AllPriced = Run<TLane>(in arguments, 0, whole) & Run<Lane1>(in arguments, whole, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static bool Run<TLane>(in Arguments arguments, nuint start, nuint end)
            where TLane : struct, ILane<TLane>
        {
            ref double amounts = ref MemoryMarshal.GetReference(arguments.Amounts);
            ref double results = ref MemoryMarshal.GetReference(arguments.Results);
            ref byte statuses = ref MemoryMarshal.GetReference(arguments.Statuses);
            Columns<TLane> row = arguments.Row.Broadcast<TLane>();
            TLane retainedIn = arguments.RetainedIn, retainedOut = arguments.RetainedOut;
            bool divides = arguments.RetainedOut != 1, allPriced = true;
            for (nuint i = start; i < end; i += (nuint)TLane.Count)
            {
                TLane amount = TLane.Load(in amounts, i), curve = amount * retainedIn;
                TLane result = SwapQuadratic.Solve(in row, curve);
                if (divides)
                {
                    result /= retainedOut;
                }

                allPriced &= SwapPack.Store(amount, curve, row.C7, result, ref results, ref statuses, i);
            }

            return allPriced;
        }
    }
}
