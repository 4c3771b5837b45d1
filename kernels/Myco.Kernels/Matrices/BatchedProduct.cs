using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Matrices;

/// <summary>Y = A·X for a small square A: one linear map of many vectors, which are the columns of X.</summary>
/// <remarks>Shapes: A is N × N, X and Y are N × M; written for N ≤ 64 and M large, right for any, 0 included. Aliasing: Y may
/// share no memory with A or X. Rounding: each element by fused multiply-adds from +0 over p in ascending order, the same bits on every
/// width; error at most N·2⁻⁵³·Σ|a_ip·x_pc|. NaN and infinities follow IEEE 754.
/// User: the correlated normals of stress sweeps, a Cholesky factor times independent ones (spec 07-stress, section 2.1).</remarks>
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

        // 64 rows of three packs of eight are 12 KB.
        private const int MostPackedRows = 64;
        private const int LineElements = 8;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public static void Invoke<TLane>(ref Arguments arguments)
            where TLane : struct, ILane<TLane>
        {
            ref double a = ref arguments.A;
            ref double x = ref arguments.X;
            ref double y = ref arguments.Y;
            // By reference: a copy of the whole would wait for the stores of its parts.
            ref readonly ProductShape shape = ref arguments.Shape;
            nuint columns = arguments.Columns;
            nuint width = (nuint)TLane.Count, strip = 3 * width;
            nuint whole = columns - (columns % strip);
            if (shape.Size <= MostPackedRows && RowsCollide(in shape))
            {
                PackedStrips<TLane>(in shape, ref a, ref x, ref y, whole);
            }
            else
            {
                nuint block = shape.Size * whole <= BlockElements ? whole : BlockColumns(shape.Size, strip);
                for (nuint c = 0; c < whole; c += block)
                {
                    ThreePacks<TLane>(in shape, ref a, ref Unsafe.Add(ref x, c), ref Unsafe.Add(ref y, c), nuint.Min(block, whole - c));
                }
            }

            for (nuint c = whole; c < columns; c += width)
            {
                OnePack<TLane>(in shape, ref a, ref Unsafe.Add(ref x, c), ref Unsafe.Add(ref y, c), (int)nuint.Min(columns - c, width));
            }
        }

        // In 32 bits: a 64-bit division takes as long as sixty multiply-adds of whole packs.
        private static nuint BlockColumns(nuint size, nuint strip) =>
            nuint.Max(1, (uint)BlockElements / (uint)(nuint.Clamp(size, 1, BlockElements) * strip)) * strip;

        // Rows a multiple of 2ᵏ elements apart meet in the same sets of the first cache (512 elements, 8 ways on most processors):
        // with eight or more to a set they drive each other out. Measured at N = 64, M = 960: 62 % of the peak, 74 % when copied.
        private static bool RowsCollide(in ProductShape shape)
        {
            nuint alignment = nuint.Min(512, shape.StrideX & (0 - shape.StrideX));
            return shape.Size > 8 && shape.Size * alignment >= 8 * 512;
        }

        // Copies each strip of X together, on cache lines, before the rows of A pass over it.
        [SkipLocalsInit]
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static unsafe void PackedStrips<TLane>(in ProductShape shape, ref double a, ref double x, ref double y, nuint columns)
            where TLane : struct, ILane<TLane>
        {
            double* room = stackalloc double[(MostPackedRows * 3 * LineElements) + LineElements];
            nuint address = ((nuint)room + (LineElements * sizeof(double)) - 1) & ~(nuint)((LineElements * sizeof(double)) - 1);
            ref double packed = ref Unsafe.AsRef<double>((void*)address);
            nuint width = (nuint)TLane.Count, strip = 3 * width;
            ProductShape packedShape = shape.WithStrideX(strip);
            for (nuint c = 0; c < columns; c += strip)
            {
                ref double source = ref Unsafe.Add(ref x, c);
                ref double target = ref packed;
                for (nuint p = 0; p < shape.Size; p++)
                {
                    TLane.Store(TLane.Load(in source, 0), ref target, 0);
                    TLane.Store(TLane.Load(in source, width), ref target, width);
                    TLane.Store(TLane.Load(in source, 2 * width), ref target, 2 * width);
                    source = ref Unsafe.Add(ref source, shape.StrideX);
                    target = ref Unsafe.Add(ref target, strip);
                }

                ThreePacks<TLane>(in packedShape, ref a, ref packed, ref Unsafe.Add(ref y, c), strip);
            }
        }

        // Eight rows at a time need the 32 registers that come with packs of eight. What is left of the rows is covered from the
        // end, so that some are computed twice, to the same bits, rather than by narrower tiles that wait for their own results.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void ThreePacks<TLane>(in ProductShape shape, ref double a, ref double x, ref double y, nuint columns)
            where TLane : struct, ILane<TLane>
        {
            if (TLane.Count == 8 && shape.Size == 8 && shape.StrideA == 8)
            {
                ProductTile.EightByEight<TLane>(in shape, ref a, ref x, ref y, columns);
                return;
            }

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
