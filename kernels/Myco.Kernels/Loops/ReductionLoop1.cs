using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>The loop that reduces one input to one number, with the same bits on every width.</summary>
/// <remarks>Shapes: all spans of one length, which may be 0. Element i goes to accumulator i mod 32, a whole group of 8 at a
/// time; the four groups are then combined, (0, 1) with (2, 3); the last elements, fewer than 8, follow; and
/// <see cref="EightAccumulators"/> closes. A width below 8 passes over the input once per strip of accumulators that it can hold.
/// User: the sums of a block and its second moment in the statistics of sweeps (spec 07-stress, section 4.1), whose order of terms this is.</remarks>
public static class ReductionLoop1
{
    private const nuint Group = EightAccumulators.Count;

    /// <summary>Reduces every element by <paramref name="kernel"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Run<TKernel>(TKernel kernel, ReadOnlySpan<double> x)
        where TKernel : struct, IReduction1
    {
        Unsafe.SkipInit(out Arguments<TKernel> arguments);
        arguments.Kernel = kernel;
        arguments.X = ref MemoryMarshal.GetReference(x);
        arguments.Length = x.Length;
        LaneDispatch.Invoke<Loop<TKernel>, Arguments<TKernel>>(ref arguments);
        return arguments.Result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Reduce<TLane, TKernel>(TKernel kernel, ref readonly double x, int length)
        where TLane : struct, ILane<TLane>
        where TKernel : struct, IReduction1
    {
        EightAccumulators accumulators = default;
        ref double lanes = ref accumulators[0];
        for (int strip = 0; strip < EightAccumulators.Count; strip += TLane.Count)
        {
            TLane.Store(ReduceStrip<TLane, TKernel>(kernel, in x, (nuint)length, (nuint)strip), ref lanes, (nuint)strip);
        }

        return accumulators.Combine(kernel);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane ReduceStrip<TLane, TKernel>(TKernel kernel, ref readonly double x, nuint length, nuint strip)
        where TLane : struct, ILane<TLane>
        where TKernel : struct, IReduction1
    {
        TLane a0 = kernel.Identity, a1 = a0, a2 = a0, a3 = a0;
        nuint i = strip;
        nuint left = length;
        for (; left >= 4 * Group; left -= 4 * Group, i += 4 * Group)
        {
            kernel.Accumulate(ref a0, TLane.Load(in x, i));
            kernel.Accumulate(ref a1, TLane.Load(in x, i + Group));
            kernel.Accumulate(ref a2, TLane.Load(in x, i + (2 * Group)));
            kernel.Accumulate(ref a3, TLane.Load(in x, i + (3 * Group)));
        }

        if (left >= Group)
        {
            kernel.Accumulate(ref a0, TLane.Load(in x, i));
            if (left >= 2 * Group)
            {
                kernel.Accumulate(ref a1, TLane.Load(in x, i + Group));
            }

            if (left >= 3 * Group)
            {
                kernel.Accumulate(ref a2, TLane.Load(in x, i + (2 * Group)));
            }

            i += left & ~(Group - 1);
            left &= Group - 1;
        }

        TLane total = kernel.Combine(kernel.Combine(a0, a1), kernel.Combine(a2, a3));
        if (left <= strip)
        {
            return total;
        }

        int part = (int)nuint.Min(left - strip, (nuint)TLane.Count);
        TLane present = EightAccumulators.First<TLane>(strip, left);
        TLane extended = total;
        kernel.Accumulate(ref extended, TLane.LoadPart(in x, i, part));
        return TLane.Select(present, extended, total);
    }

    private ref struct Arguments<TKernel>
    {
        public TKernel Kernel;
        public ref double X;
        public int Length;
        public double Result;
    }

    private readonly struct Loop<TKernel> : ILaneOperation<Arguments<TKernel>>
        where TKernel : struct, IReduction1
    {
        public static void Invoke<TLane>(ref Arguments<TKernel> arguments)
            where TLane : struct, ILane<TLane> =>
            arguments.Result = Reduce<TLane, TKernel>(arguments.Kernel, in arguments.X, arguments.Length);
    }
}
