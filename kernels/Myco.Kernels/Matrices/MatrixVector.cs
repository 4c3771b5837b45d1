using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;
using Myco.Kernels.Vectors;

namespace Myco.Kernels.Matrices;

/// <summary>y = A·x.</summary>
/// <remarks>Shapes: A has y.Length rows and x.Length columns, either may be 0. Aliasing: y may share no memory with A or x.
/// Rounding: each element is <see cref="Dot"/> of a row and x, to the bit. NaN and infinities follow IEEE 754.</remarks>
public static class MatrixVector
{
    /// <summary>Writes A·x to y.</summary>
    /// <exception cref="ArgumentException">The shapes differ, or y overlaps A or x.</exception>
    public static void Multiply(in ReadOnlyMatrixView a, ReadOnlySpan<double> x, Span<double> y)
    {
        MatrixGuard.RequireShape(a, y.Length, x.Length, nameof(a));
        SpanGuard.RequireApart(a.Values, y, nameof(a));
        SpanGuard.RequireApart(x, y, nameof(x));
        Unsafe.SkipInit(out Arguments arguments);
        arguments.A = ref MemoryMarshal.GetReference(a.Values);
        arguments.Stride = (nuint)a.Stride;
        arguments.X = x;
        arguments.Y = y;
        LaneDispatch.Invoke<Rows, Arguments>(ref arguments);
    }

    private ref struct Arguments
    {
        public ref double A;
        public nuint Stride;
        public ReadOnlySpan<double> X;
        public Span<double> Y;
    }

    private readonly struct Rows : ILaneOperation<Arguments>
    {
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double x = ref MemoryMarshal.GetReference(arguments.X);
            Span<double> y = arguments.Y;
            for (int row = 0; row < y.Length; row++)
            {
                ref double start = ref Unsafe.Add(ref arguments.A, (nuint)row * arguments.Stride);
                y[row] = ReductionLoop2.Reduce<TLane, Dot.Products>(default, in start, in x, arguments.X.Length);
            }
        }
    }
}
