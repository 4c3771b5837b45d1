using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>The loop over destination[i] = f(x[i]).</summary>
/// <remarks>Shapes: all spans of one length, which may be 0. Aliasing: the destination may be an input, from the same
/// start; a partial overlap is refused. The same bits on every width, as the formula's operations are IEEE 754 per element.</remarks>
public static class MapLoop1
{
    /// <summary>Applies <paramref name="kernel"/> to every element.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps an input from another start.</exception>
    public static void Run<TKernel>(TKernel kernel, ReadOnlySpan<double> x, Span<double> destination)
        where TKernel : struct, IMap1
    {
        SpanGuard.RequireLength(destination.Length, x.Length, nameof(destination));
        SpanGuard.RequireSameOrApart(x, destination, nameof(x));
        Unsafe.SkipInit(out Arguments<TKernel> arguments);
        arguments.Kernel = kernel;
        arguments.X = x;
        arguments.Destination = destination;
        LaneDispatch.Invoke<Loop<TKernel>, Arguments<TKernel>>(ref arguments);
    }

    private ref struct Arguments<TKernel>
    {
        public TKernel Kernel;
        public ReadOnlySpan<double> X;
        public Span<double> Destination;
    }

    private readonly struct Loop<TKernel> : ILaneOperation<Arguments<TKernel>>
        where TKernel : struct, IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments<TKernel> arguments)
            where TLane : struct, ILane<TLane>
        {
            TKernel kernel = arguments.Kernel;
            ref double x = ref MemoryMarshal.GetReference(arguments.X);
            ref double destination = ref MemoryMarshal.GetReference(arguments.Destination);
            nuint count = (nuint)arguments.Destination.Length;
            nuint width = (nuint)TLane.Count;
            nuint i = 0;
            for (; i + (4 * width) <= count; i += 4 * width)
            {
                TLane r0 = kernel.Apply(TLane.Load(in x, i));
                TLane r1 = kernel.Apply(TLane.Load(in x, i + width));
                TLane r2 = kernel.Apply(TLane.Load(in x, i + (2 * width)));
                TLane r3 = kernel.Apply(TLane.Load(in x, i + (3 * width)));
                TLane.Store(r0, ref destination, i);
                TLane.Store(r1, ref destination, i + width);
                TLane.Store(r2, ref destination, i + (2 * width));
                TLane.Store(r3, ref destination, i + (3 * width));
            }

            for (; i + width <= count; i += width)
            {
                TLane.Store(kernel.Apply(TLane.Load(in x, i)), ref destination, i);
            }

            if (i < count)
            {
                int rest = (int)(count - i);
                TLane.StorePart(kernel.Apply(TLane.LoadPart(in x, i, rest)), ref destination, i, rest);
            }
        }
    }
}
