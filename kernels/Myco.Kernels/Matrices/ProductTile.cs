using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Matrices;

/// <summary>The tiles of <see cref="BatchedProduct"/>: a few rows of A times a few packs of columns of X, accumulated in registers.</summary>
/// <remarks>Every element is Σ_p a_ip·x_pc from +0 by fused multiply-adds in ascending p, so tiles and widths give the same bits.</remarks>
internal static class ProductTile
{
    /// <summary>Eight rows by three packs: 24 accumulators, three packs of X and one factor fill 28 of 32 registers; per p
    /// there are 24 multiply-adds against 11 loads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void EightByThree<TLane>(ref double a, nuint strideA, ref double x, nuint strideX, ref double y, nuint strideY, nuint depth)
        where TLane : struct, ILane<TLane>
    {
        TripleRow<TLane> r0 = default, r1 = default, r2 = default, r3 = default, r4 = default, r5 = default, r6 = default, r7 = default;
        ref double a1 = ref Unsafe.Add(ref a, strideA);
        ref double a2 = ref Unsafe.Add(ref a, 2 * strideA);
        ref double a3 = ref Unsafe.Add(ref a, 3 * strideA);
        nuint width = (nuint)TLane.Count;
        nuint lower = 4 * strideA;
        for (nuint p = 0; p < depth; p++, lower++)
        {
            TLane x0 = TLane.Load(in x, 0), x1 = TLane.Load(in x, width), x2 = TLane.Load(in x, 2 * width);
            r0.Accumulate(Unsafe.Add(ref a, p), x0, x1, x2);
            r1.Accumulate(Unsafe.Add(ref a1, p), x0, x1, x2);
            r2.Accumulate(Unsafe.Add(ref a2, p), x0, x1, x2);
            r3.Accumulate(Unsafe.Add(ref a3, p), x0, x1, x2);
            r4.Accumulate(Unsafe.Add(ref a, lower), x0, x1, x2);
            r5.Accumulate(Unsafe.Add(ref a1, lower), x0, x1, x2);
            r6.Accumulate(Unsafe.Add(ref a2, lower), x0, x1, x2);
            r7.Accumulate(Unsafe.Add(ref a3, lower), x0, x1, x2);
            x = ref Unsafe.Add(ref x, strideX);
        }

        r0.Store(ref y, 0);
        r1.Store(ref y, strideY);
        r2.Store(ref y, 2 * strideY);
        r3.Store(ref y, 3 * strideY);
        r4.Store(ref y, 4 * strideY);
        r5.Store(ref y, 5 * strideY);
        r6.Store(ref y, 6 * strideY);
        r7.Store(ref y, 7 * strideY);
    }

    /// <summary>Four rows by three packs: 16 registers are enough. With fewer than four <paramref name="rows"/> the last is computed again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByThree<TLane>(
        ref double a, nuint strideA, ref double x, nuint strideX, ref double y, nuint strideY, nuint depth, nuint rows)
        where TLane : struct, ILane<TLane>
    {
        nuint i1 = nuint.Min(1, rows - 1), i2 = nuint.Min(2, rows - 1), i3 = nuint.Min(3, rows - 1);
        TripleRow<TLane> r0 = default, r1 = default, r2 = default, r3 = default;
        ref double a1 = ref Unsafe.Add(ref a, i1 * strideA);
        ref double a2 = ref Unsafe.Add(ref a, i2 * strideA);
        ref double a3 = ref Unsafe.Add(ref a, i3 * strideA);
        nuint width = (nuint)TLane.Count;
        for (nuint p = 0; p < depth; p++)
        {
            TLane x0 = TLane.Load(in x, 0), x1 = TLane.Load(in x, width), x2 = TLane.Load(in x, 2 * width);
            r0.Accumulate(Unsafe.Add(ref a, p), x0, x1, x2);
            r1.Accumulate(Unsafe.Add(ref a1, p), x0, x1, x2);
            r2.Accumulate(Unsafe.Add(ref a2, p), x0, x1, x2);
            r3.Accumulate(Unsafe.Add(ref a3, p), x0, x1, x2);
            x = ref Unsafe.Add(ref x, strideX);
        }

        r0.Store(ref y, 0);
        r1.Store(ref y, i1 * strideY);
        r2.Store(ref y, i2 * strideY);
        r3.Store(ref y, i3 * strideY);
    }

    /// <summary>Four rows by the first <paramref name="part"/> columns of one pack, as the other tiles' remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FourByOne<TLane>(
        ref double a, nuint strideA, ref double x, nuint strideX, ref double y, nuint strideY, nuint depth, nuint rows, int part)
        where TLane : struct, ILane<TLane>
    {
        nuint i1 = nuint.Min(1, rows - 1), i2 = nuint.Min(2, rows - 1), i3 = nuint.Min(3, rows - 1);
        TLane c0 = TLane.Broadcast(0), c1 = c0, c2 = c0, c3 = c0;
        ref double a1 = ref Unsafe.Add(ref a, i1 * strideA);
        ref double a2 = ref Unsafe.Add(ref a, i2 * strideA);
        ref double a3 = ref Unsafe.Add(ref a, i3 * strideA);
        for (nuint p = 0; p < depth; p++)
        {
            TLane pack = part == TLane.Count ? TLane.Load(in x, 0) : TLane.LoadPart(in x, 0, part);
            TLane.AddProduct(ref c0, TLane.Broadcast(Unsafe.Add(ref a, p)), pack);
            TLane.AddProduct(ref c1, TLane.Broadcast(Unsafe.Add(ref a1, p)), pack);
            TLane.AddProduct(ref c2, TLane.Broadcast(Unsafe.Add(ref a2, p)), pack);
            TLane.AddProduct(ref c3, TLane.Broadcast(Unsafe.Add(ref a3, p)), pack);
            x = ref Unsafe.Add(ref x, strideX);
        }

        TLane.StorePart(c0, ref y, 0, part);
        TLane.StorePart(c1, ref y, i1 * strideY, part);
        TLane.StorePart(c2, ref y, i2 * strideY, part);
        TLane.StorePart(c3, ref y, i3 * strideY, part);
    }
}
