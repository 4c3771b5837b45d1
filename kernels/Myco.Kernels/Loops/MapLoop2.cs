using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>The loop over destination[i] = f(x[i], y[i]).</summary>
/// <remarks>Shapes: all spans of one length, which may be 0. Aliasing: the destination may be an input, from the same
/// start; a partial overlap is refused. The same bits on every width, as the formula's operations are IEEE 754 per element.
/// User: the functions over spans of Elementary.</remarks>
public static class MapLoop2
{
    /// <summary>Applies <paramref name="kernel"/> to every element.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps an input from another start.</exception>
    public static void Run<TKernel>(TKernel kernel, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination)
        where TKernel : struct, IMap2
    {
        SpanGuard.RequireLength(y.Length, x.Length, nameof(y));
        SpanGuard.RequireLength(destination.Length, x.Length, nameof(destination));
        SpanGuard.RequireSameOrApart(x, destination, nameof(x));
        SpanGuard.RequireSameOrApart(y, destination, nameof(y));
        Unsafe.SkipInit(out Arguments<TKernel> arguments);
        arguments.Kernel = kernel;
        arguments.X = x;
        arguments.Y = y;
        arguments.Destination = destination;
        LaneDispatch.Invoke<Loop<TKernel>, Arguments<TKernel>>(ref arguments);
    }

    private ref struct Arguments<TKernel>
    {
        public TKernel Kernel;
        public ReadOnlySpan<double> X;
        public ReadOnlySpan<double> Y;
        public Span<double> Destination;
    }

    private readonly struct Loop<TKernel> : ILaneOperation<Arguments<TKernel>>
        where TKernel : struct, IMap2
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments<TKernel> arguments)
            where TLane : struct, ILane<TLane>
        {
            TKernel kernel = arguments.Kernel;
            ref double x = ref MemoryMarshal.GetReference(arguments.X);
            ref double y = ref MemoryMarshal.GetReference(arguments.Y);
            ref double destination = ref MemoryMarshal.GetReference(arguments.Destination);
            nuint count = (nuint)arguments.Destination.Length;
            nuint width = (nuint)TLane.Count;
            nuint whole = count - (count % width);
            for (nuint i = 0; i < count; i += width)
            {
                // One copy of the formula: the compiler stops to inline, and to keep in registers, what is too long.
                bool full = i < whole;
                int rest = (int)(count - i);
                TLane first = full ? TLane.Load(in x, i) : TLane.LoadPart(in x, i, rest);
                TLane second = full ? TLane.Load(in y, i) : TLane.LoadPart(in y, i, rest);
                TLane result = kernel.Apply(first, second);
                if (full)
                {
                    TLane.Store(result, ref destination, i);
                }
                else
                {
                    TLane.StorePart(result, ref destination, i, rest);
                }
            }
        }
    }
}
