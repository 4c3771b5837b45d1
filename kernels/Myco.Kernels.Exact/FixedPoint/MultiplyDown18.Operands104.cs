using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.FixedPoint;

/// <content>Operands below 2¹⁰⁴, 2·10¹³ with 18 decimals: P = left·right has four limbs, and ⌊⌊P/2⁵²⌋·⌊2²¹⁵/10¹⁸⌋/2¹⁶³⌋ without the two lowest columns is the
/// quotient or one less: the reciprocal, the cut of P and the columns take 2⁻⁵ off at most.</content>
internal static partial class MultiplyDown18
{
    // ⌊2²¹⁵/10¹⁸⌋ in limbs of 52 bits.
    private const double Narrow0 = 1189658481229620, Narrow1 = 3667124668214882, Narrow2 = 2596148429267413;

    /// <summary>The product's four limbs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Product104 Of104(Vector512<ulong> left0, Vector512<ulong> left1, Vector512<ulong> right0, Vector512<ulong> right1)
    {
        Vector512<double> a0 = Limbs52.ToDouble(left0 & Limbs52.Mask), a1 = Limbs52.ToDouble((left0 >>> 52) | (left1 << 12));
        Vector512<double> b0 = Limbs52.ToDouble(right0 & Limbs52.Mask), b1 = Limbs52.ToDouble((right0 >>> 52) | (right1 << 12));
        Vector512<ulong> p0 = Limbs52.Start(1, 0), p1 = Limbs52.Start(2, 1), p2 = Limbs52.Start(1, 2), p3 = Limbs52.Start(0, 1);
        Limbs52.AddProduct(a0, b0, ref p0, ref p1);
        Limbs52.AddProduct(a0, b1, ref p1, ref p2);
        Limbs52.AddProduct(a1, b0, ref p1, ref p2);
        Limbs52.AddProduct(a1, b1, ref p2, ref p3);
        Limbs52.Carry(ref p0, ref p1);
        Limbs52.Carry(ref p1, ref p2);
        Limbs52.Carry(ref p2, ref p3);
        return new(p0 | (p1 << 52), p1, p2, p3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quotients Quotient(in Product104 product)
    {
        Vector512<double> f0 = Limbs52.ToDouble(product.Limb1), f1 = Limbs52.ToDouble(product.Limb2), f2 = Limbs52.ToDouble(product.Limb3);
        Vector512<double> w0 = Vector512.Create(Narrow0), w1 = Vector512.Create(Narrow1), w2 = Vector512.Create(Narrow2);
        Vector512<ulong> s2 = Limbs52.Start(3, 0), s3 = Limbs52.Start(2, 3), s4 = Limbs52.Start(1, 2), s5 = Limbs52.Start(0, 1);
        Limbs52.AddProduct(f0, w2, ref s2, ref s3);
        Limbs52.AddProduct(f1, w1, ref s2, ref s3);
        Limbs52.AddProduct(f2, w0, ref s2, ref s3);
        Limbs52.AddProduct(f1, w2, ref s3, ref s4);
        Limbs52.AddProduct(f2, w1, ref s3, ref s4);
        Limbs52.AddProduct(f2, w2, ref s4, ref s5);
        s3 += s2 >>> 52;
        Limbs52.Carry(ref s3, ref s4);
        Limbs52.Carry(ref s4, ref s5);
        return new(product.Lowest, (s3 >>> 7) | (s4 << 45), (s4 >>> 19) | (s5 << 33), s5 >>> 31, Vector512<ulong>.Zero);
    }

    /// <summary>The lowest 64 bits of the products, and what is above their lowest 52.</summary>
    private readonly struct Product104(Vector512<ulong> lowest, Vector512<ulong> limb1, Vector512<ulong> limb2, Vector512<ulong> limb3)
    {
        public readonly Vector512<ulong> Lowest = lowest;
        public readonly Vector512<ulong> Limb1 = limb1;
        public readonly Vector512<ulong> Limb2 = limb2;
        public readonly Vector512<ulong> Limb3 = limb3;
    }
}
