using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Matrices;

/// <summary>Y = A·X for a small square A: one linear map of many vectors, which are the columns of X.</summary>
/// <remarks>Shapes: A is N × N, X and Y are N × M; written for N ≤ 64 and M large, right for any, 0 included. Aliasing: Y may
/// share no memory with A or X. Rounding: each element by fused multiply-adds from +0 over p in ascending order, the same bits on every
/// width; error at most N·2⁻⁵³·Σ|a_ip·x_pc|. NaN and infinities follow IEEE 754.</remarks>
public static class BatchedProduct
{
    /// <summary>Writes A·X to Y.</summary>
    /// <exception cref="ArgumentException">A is not square, a shape differs, or Y overlaps A or X.</exception>
    public static void Multiply(in ReadOnlyMatrixView a, in ReadOnlyMatrixView x, in MatrixView y)
    {
        MatrixGuard.RequireSquare(a, nameof(a));
        MatrixGuard.RequireShape(x, a.Columns, x.Columns, nameof(x));
        MatrixGuard.RequireShape(y, a.Rows, x.Columns, nameof(y));
        SpanGuard.RequireApart(a.Values, y.Values, nameof(a));
        SpanGuard.RequireApart(x.Values, y.Values, nameof(x));
        Unsafe.SkipInit(out Arguments arguments);
        arguments.A = ref MemoryMarshal.GetReference(a.Values);
        arguments.X = ref MemoryMarshal.GetReference(x.Values);
        arguments.Y = ref MemoryMarshal.GetReference(y.Values);
        arguments.Columns = (nuint)x.Columns;
        arguments.Shape = new(in a, in x, in y);
        LaneDispatch.Invoke<Strips, Arguments>(ref arguments);
    }

    private ref struct Arguments
    {
        public ref double A;
        public ref double X;
        public ref double Y;
        public nuint Columns;
        public ProductShape Shape;
    }

    private readonly struct Strips : ILaneOperation<Arguments>
    {
        // What of X stays in the first cache while the rows of A pass over it: 16 KB.
        private const nuint BlockElements = 2048;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double a = ref arguments.A;
            ref double x = ref arguments.X;
            ref double y = ref arguments.Y;
            ProductShape shape = arguments.Shape;
            nuint columns = arguments.Columns;
            nuint width = (nuint)TLane.Count, strip = 3 * width;
            nuint whole = columns - (columns % strip);
            nuint block = nuint.Max(1, BlockElements / (nuint.Max(1, shape.Size) * strip)) * strip;
            nuint c = 0;
            for (; c < whole; c += block)
            {
                ThreePacks<TLane>(in shape, ref a, ref Unsafe.Add(ref x, c), ref Unsafe.Add(ref y, c), nuint.Min(block, whole - c));
            }

            for (c = whole; c < columns; c += width)
            {
                OnePack<TLane>(in shape, ref a, ref Unsafe.Add(ref x, c), ref Unsafe.Add(ref y, c), (int)nuint.Min(columns - c, width));
            }
        }

        // Eight rows at a time need the 32 registers that come with packs of eight. What is left of the rows is covered from the
        // end, so that some are computed twice, to the same bits, rather than by narrower tiles that wait for their own results.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void ThreePacks<TLane>(in ProductShape shape, ref double a, ref double x, ref double y, nuint columns)
            where TLane : struct, ILane<TLane>
        {
            nuint row = 0;
            if (TLane.Count == 8 && shape.Size >= 8)
            {
                for (; row + 4 < shape.Size; row += 8)
                {
                    nuint start = nuint.Min(row, shape.Size - 8);
                    ProductTile.EightByThree<TLane>(
                        in shape, ref Unsafe.Add(ref a, start * shape.StrideA), ref x, ref Unsafe.Add(ref y, start * shape.StrideY), columns);
                }
            }

            for (; row < shape.Size; row += 4)
            {
                nuint start = shape.FourRowsAt(row);
                ref double target = ref Unsafe.Add(ref y, start * shape.StrideY);
                ProductTile.FourByThree<TLane>(
                    in shape, ref Unsafe.Add(ref a, start * shape.StrideA), shape.Size - start, ref x, ref target, columns);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void OnePack<TLane>(in ProductShape shape, ref double a, ref double x, ref double y, int part)
            where TLane : struct, ILane<TLane>
        {
            for (nuint row = 0; row < shape.Size; row += 4)
            {
                nuint start = shape.FourRowsAt(row);
                ref double target = ref Unsafe.Add(ref y, start * shape.StrideY);
                ProductTile.FourByOne<TLane>(
                    in shape, ref Unsafe.Add(ref a, start * shape.StrideA), shape.Size - start, ref x, ref target, part);
            }
        }
    }
}
