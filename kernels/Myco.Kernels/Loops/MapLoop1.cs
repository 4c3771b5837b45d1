using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Loops;

/// <summary>The loop over destination[i] = f(x[i]).</summary>
/// <remarks>Shapes: all spans of one length, which may be 0. Aliasing: the destination may be an input, from the same
/// start; a partial overlap is refused. The same bits on every width, as the formula's operations are IEEE 754 per element.
/// User: the functions over spans of Elementary.</remarks>
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
            nuint whole = count - (count % width);
            for (nuint i = 0; i < count; i += width)
            {
                // One copy of the formula: the compiler stops to inline, and to keep in registers, what is too long.
                TLane value = i < whole ? TLane.Load(in x, i) : TLane.LoadPart(in x, i, (int)(count - i));
                TLane result = kernel.Apply(value);
                if (i < whole)
                {
                    TLane.Store(result, ref destination, i);
                }
                else
                {
                    TLane.StorePart(result, ref destination, i, (int)(count - i));
                }
            }
        }
    }
}
