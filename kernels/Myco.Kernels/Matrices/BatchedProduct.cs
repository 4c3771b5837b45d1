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
    public static void Multiply(ReadOnlyMatrixView a, ReadOnlyMatrixView x, MatrixView y)
    {
        MatrixGuard.RequireSquare(a, nameof(a));
        MatrixGuard.RequireShape(x, a.Columns, x.Columns, nameof(x));
        MatrixGuard.RequireShape(y, a.Rows, x.Columns, nameof(y));
        SpanGuard.RequireApart(a.Values, y.Values, nameof(a));
        SpanGuard.RequireApart(x.Values, y.Values, nameof(x));
        Arguments arguments = new() { A = a, X = x, Y = y };
        LaneDispatch.Invoke<Strips, Arguments>(ref arguments);
    }

    private ref struct Arguments
    {
        public ReadOnlyMatrixView A;
        public ReadOnlyMatrixView X;
        public MatrixView Y;
    }

    // Columns outside, rows inside: a strip of three packs of X (12 KB at N = 64) stays in the first cache for all rows of A.
    private readonly struct Strips : ILaneOperation<Arguments>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double a = ref MemoryMarshal.GetReference(arguments.A.Values);
            ref double x = ref MemoryMarshal.GetReference(arguments.X.Values);
            ref double y = ref MemoryMarshal.GetReference(arguments.Y.Values);
            Strides strides = new((nuint)arguments.A.Stride, (nuint)arguments.X.Stride, (nuint)arguments.Y.Stride, (nuint)arguments.A.Rows);
            nuint columns = (nuint)arguments.X.Columns;
            nuint width = (nuint)TLane.Count;
            nuint c = 0;
            for (; c + (3 * width) <= columns; c += 3 * width)
            {
                ThreePacks<TLane>(ref a, ref Unsafe.Add(ref x, c), ref Unsafe.Add(ref y, c), in strides);
            }

            for (; c < columns; c += width)
            {
                int part = (int)nuint.Min(columns - c, width);
                OnePack<TLane>(ref a, ref Unsafe.Add(ref x, c), ref Unsafe.Add(ref y, c), in strides, part);
            }
        }

        // Eight rows at a time need the 32 registers that come with packs of eight. What is left of the rows is covered from the
        // end, so that some are computed twice, to the same bits, rather than by narrower tiles that wait for their own results.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void ThreePacks<TLane>(ref double a, ref double x, ref double y, in Strides s)
            where TLane : struct, ILane<TLane>
        {
            nuint row = 0;
            if (TLane.Count == 8 && s.Size >= 8)
            {
                for (; row + 4 < s.Size; row += 8)
                {
                    nuint start = nuint.Min(row, s.Size - 8);
                    ProductTile.EightByThree<TLane>(
                        ref Unsafe.Add(ref a, start * s.A), s.A, ref x, s.X, ref Unsafe.Add(ref y, start * s.Y), s.Y, s.Size);
                }
            }

            for (; row < s.Size; row += 4)
            {
                nuint start = s.FourRows(row);
                ProductTile.FourByThree<TLane>(
                    ref Unsafe.Add(ref a, start * s.A), s.A, ref x, s.X, ref Unsafe.Add(ref y, start * s.Y), s.Y, s.Size, s.Size - start);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void OnePack<TLane>(ref double a, ref double x, ref double y, in Strides s, int part)
            where TLane : struct, ILane<TLane>
        {
            for (nuint row = 0; row < s.Size; row += 4)
            {
                nuint start = s.FourRows(row);
                ProductTile.FourByOne<TLane>(
                    ref Unsafe.Add(ref a, start * s.A), s.A, ref x, s.X, ref Unsafe.Add(ref y, start * s.Y), s.Y, s.Size, s.Size - start, part);
            }
        }
    }

    private readonly struct Strides(nuint a, nuint x, nuint y, nuint size)
    {
        public nuint A { get; } = a;

        public nuint X { get; } = x;

        public nuint Y { get; } = y;

        public nuint Size { get; } = size;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public nuint FourRows(nuint row) => Size < 4 ? 0 : nuint.Min(row, Size - 4);
    }
}
