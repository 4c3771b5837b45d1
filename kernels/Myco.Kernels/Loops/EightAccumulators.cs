using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>The eight accumulators in which every reduction ends, whatever the width, and their one combine tree.</summary>
[InlineArray(Count)]
internal struct EightAccumulators
{
    /// <summary>The number of accumulators: the widest pack.</summary>
    public const int Count = 8;

    // An array, not a span over constants: unoptimised code allocates to make that span.
    private static readonly double[] Indices = [0, 1, 2, 3, 4, 5, 6, 7];

    private double _first;

    /// <summary>The mask of the accumulators below <paramref name="left"/>, in the pack that starts at <paramref name="strip"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane First<TLane>(nuint strip, nuint left)
        where TLane : struct, ILane<TLane> =>
        TLane.LessThan(TLane.Load(in MemoryMarshal.GetArrayDataReference(Indices), strip), (int)left);

    /// <summary>((0, 4), (2, 6)) with ((1, 5), (3, 7)): the order is part of every result's bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Combine<TKernel>(TKernel kernel)
        where TKernel : struct, IReduction
    {
        ref readonly double lanes = ref this[0];
        Lane1 even = kernel.Combine(
            kernel.Combine(Lane1.Load(in lanes, 0), Lane1.Load(in lanes, 4)),
            kernel.Combine(Lane1.Load(in lanes, 2), Lane1.Load(in lanes, 6)));
        Lane1 odd = kernel.Combine(
            kernel.Combine(Lane1.Load(in lanes, 1), Lane1.Load(in lanes, 5)),
            kernel.Combine(Lane1.Load(in lanes, 3), Lane1.Load(in lanes, 7)));
        Unsafe.SkipInit(out double result);
        Lane1.Store(kernel.Combine(even, odd), ref result, 0);
        return result;
    }
}
