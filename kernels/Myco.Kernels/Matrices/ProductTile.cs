using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Matrices;

/// <summary>The tiles of <see cref="BatchedProduct"/>: a few rows of A times a few packs of columns of X, accumulated in registers.</summary>
/// <remarks>Every element is Σ_p a_ip·x_pc from +0 by fused multiply-adds in ascending p, so tiles and widths give the same bits.</remarks>
internal static class ProductTile
{
    /// <summary>Eight rows by three packs, along <paramref name="columns"/>, a multiple of three packs: 24 accumulators, three packs
    /// of X and one factor fill 28 of 32 registers; per p there are 24 multiply-adds against 11 loads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByThree<TLane>(in ProductShape shape, ref double a, ref double x, ref double y, nuint columns)
        where TLane : struct, ILane<TLane>
    {
        nuint width = (nuint)TLane.Count, strideY = shape.StrideY;
        ref double a1 = ref Unsafe.Add(ref a, shape.StrideA);
        ref double a2 = ref Unsafe.Add(ref a, 2 * shape.StrideA);
        ref double a3 = ref Unsafe.Add(ref a, 3 * shape.StrideA);
        for (nuint c = 0; c < columns; c += 3 * width, x = ref Unsafe.Add(ref x, 3 * width), y = ref Unsafe.Add(ref y, 3 * width))
        {
            TLane c00 = 0, c01 = c00, c02 = c00, c10 = c00, c11 = c00, c12 = c00, c20 = c00, c21 = c00, c22 = c00;
            TLane c30 = c00, c31 = c00, c32 = c00, c40 = c00, c41 = c00, c42 = c00, c50 = c00, c51 = c00, c52 = c00;
            TLane c60 = c00, c61 = c00, c62 = c00, c70 = c00, c71 = c00, c72 = c00;
            ref double row = ref x;
            nuint lower = 4 * shape.StrideA;
            for (nuint p = 0; p < shape.Size; p++, lower++)
            {
                TLane x0 = TLane.Load(in row, 0), x1 = TLane.Load(in row, width), x2 = TLane.Load(in row, 2 * width);
                Add(ref c00, ref c01, ref c02, Unsafe.Add(ref a, p), x0, x1, x2);
                Add(ref c10, ref c11, ref c12, Unsafe.Add(ref a1, p), x0, x1, x2);
                Add(ref c20, ref c21, ref c22, Unsafe.Add(ref a2, p), x0, x1, x2);
                Add(ref c30, ref c31, ref c32, Unsafe.Add(ref a3, p), x0, x1, x2);
                Add(ref c40, ref c41, ref c42, Unsafe.Add(ref a, lower), x0, x1, x2);
                Add(ref c50, ref c51, ref c52, Unsafe.Add(ref a1, lower), x0, x1, x2);
                Add(ref c60, ref c61, ref c62, Unsafe.Add(ref a2, lower), x0, x1, x2);
                Add(ref c70, ref c71, ref c72, Unsafe.Add(ref a3, lower), x0, x1, x2);
                row = ref Unsafe.Add(ref row, shape.StrideX);
            }

            Store(c00, c01, c02, ref y, 0);
            Store(c10, c11, c12, ref y, strideY);
            Store(c20, c21, c22, ref y, 2 * strideY);
            Store(c30, c31, c32, ref y, 3 * strideY);
            Store(c40, c41, c42, ref y, 4 * strideY);
            Store(c50, c51, c52, ref y, 5 * strideY);
            Store(c60, c61, c62, ref y, 6 * strideY);
            Store(c70, c71, c72, ref y, 7 * strideY);
        }
    }

    /// <summary>The same for an A of eight by eight without gaps: every element is at a constant distance from its column's first, and no
    /// row of A takes an address of its own. In cache 0.84 of the peak, where the general tile has 0.78 (Cascade Lake).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByEight<TLane>(in ProductShape shape, ref double a, ref double x, ref double y, nuint columns)
        where TLane : struct, ILane<TLane>
    {
        nuint strip = 3 * (nuint)TLane.Count, strideX = shape.StrideX, strideY = shape.StrideY;
        for (nuint c = 0; c < columns; c += strip)
        {
            ref double row = ref Unsafe.Add(ref x, c);
            EightRowSums<TLane> sums = default;
            ref double column = ref a;
            for (nuint p = 0; p < shape.Size; p += 4)
            {
                sums.Add(ref column, 0, ref row);
                sums.Add(ref column, 1, ref Unsafe.Add(ref row, strideX));
                sums.Add(ref column, 2, ref Unsafe.Add(ref row, 2 * strideX));
                sums.Add(ref column, 3, ref Unsafe.Add(ref row, 3 * strideX));
                column = ref Unsafe.Add(ref column, 4);
                row = ref Unsafe.Add(ref row, 4 * strideX);
            }

            sums.Store(ref Unsafe.Add(ref y, c), strideY);
        }
    }

    /// <summary>Up to four rows by three packs, along <paramref name="columns"/>, a multiple of three packs: 16 registers are enough.
    /// With fewer than four <paramref name="rows"/> the last is computed again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByThree<TLane>(in ProductShape shape, ref double a, nuint rows, ref double x, ref double y, nuint columns)
        where TLane : struct, ILane<TLane>
    {
        nuint i1 = nuint.Min(1, rows - 1), i2 = nuint.Min(2, rows - 1), i3 = nuint.Min(3, rows - 1);
        nuint width = (nuint)TLane.Count;
        ref double a1 = ref Unsafe.Add(ref a, i1 * shape.StrideA);
        ref double a2 = ref Unsafe.Add(ref a, i2 * shape.StrideA);
        ref double a3 = ref Unsafe.Add(ref a, i3 * shape.StrideA);
        for (nuint c = 0; c < columns; c += 3 * width, x = ref Unsafe.Add(ref x, 3 * width), y = ref Unsafe.Add(ref y, 3 * width))
        {
            TLane c00 = 0, c01 = c00, c02 = c00, c10 = c00, c11 = c00, c12 = c00;
            TLane c20 = c00, c21 = c00, c22 = c00, c30 = c00, c31 = c00, c32 = c00;
            ref double row = ref x;
            for (nuint p = 0; p < shape.Size; p++)
            {
                TLane x0 = TLane.Load(in row, 0), x1 = TLane.Load(in row, width), x2 = TLane.Load(in row, 2 * width);
                Add(ref c00, ref c01, ref c02, Unsafe.Add(ref a, p), x0, x1, x2);
                Add(ref c10, ref c11, ref c12, Unsafe.Add(ref a1, p), x0, x1, x2);
                Add(ref c20, ref c21, ref c22, Unsafe.Add(ref a2, p), x0, x1, x2);
                Add(ref c30, ref c31, ref c32, Unsafe.Add(ref a3, p), x0, x1, x2);
                row = ref Unsafe.Add(ref row, shape.StrideX);
            }

            Store(c00, c01, c02, ref y, 0);
            Store(c10, c11, c12, ref y, i1 * shape.StrideY);
            Store(c20, c21, c22, ref y, i2 * shape.StrideY);
            Store(c30, c31, c32, ref y, i3 * shape.StrideY);
        }
    }

    /// <summary>Up to four rows by the first <paramref name="part"/> columns of one pack: what the other tiles leave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByOne<TLane>(in ProductShape shape, ref double a, nuint rows, ref double x, ref double y, int part)
        where TLane : struct, ILane<TLane>
    {
        nuint i1 = nuint.Min(1, rows - 1), i2 = nuint.Min(2, rows - 1), i3 = nuint.Min(3, rows - 1);
        TLane c0 = 0, c1 = c0, c2 = c0, c3 = c0;
        ref double a1 = ref Unsafe.Add(ref a, i1 * shape.StrideA);
        ref double a2 = ref Unsafe.Add(ref a, i2 * shape.StrideA);
        ref double a3 = ref Unsafe.Add(ref a, i3 * shape.StrideA);
        for (nuint p = 0; p < shape.Size; p++)
        {
            TLane pack = part == TLane.Count ? TLane.Load(in x, 0) : TLane.LoadPart(in x, 0, part);
            TLane.AddProduct(ref c0, Unsafe.Add(ref a, p), pack);
            TLane.AddProduct(ref c1, Unsafe.Add(ref a1, p), pack);
            TLane.AddProduct(ref c2, Unsafe.Add(ref a2, p), pack);
            TLane.AddProduct(ref c3, Unsafe.Add(ref a3, p), pack);
            x = ref Unsafe.Add(ref x, shape.StrideX);
        }

        TLane.StorePart(c0, ref y, 0, part);
        TLane.StorePart(c1, ref y, i1 * shape.StrideY, part);
        TLane.StorePart(c2, ref y, i2 * shape.StrideY, part);
        TLane.StorePart(c3, ref y, i3 * shape.StrideY, part);
    }

    /// <summary>Adds one row's products of a factor and three packs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TLane>(ref TLane c0, ref TLane c1, ref TLane c2, double a, TLane x0, TLane x1, TLane x2)
        where TLane : struct, ILane<TLane>
    {
        TLane factor = a;
        TLane.AddProduct(ref c0, x0, factor);
        TLane.AddProduct(ref c1, x1, factor);
        TLane.AddProduct(ref c2, x2, factor);
    }

    /// <summary>Stores one row's three packs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TLane>(TLane c0, TLane c1, TLane c2, ref double y, nuint offset)
        where TLane : struct, ILane<TLane>
    {
        TLane.Store(c0, ref y, offset);
        TLane.Store(c1, ref y, offset + (nuint)TLane.Count);
        TLane.Store(c2, ref y, offset + (2 * (nuint)TLane.Count));
    }
}
