using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.FixedPoint;

/// <content>Operands below 2¹²⁸: P = left·right has five limbs, and ⌊⌊P/2⁵²⌋·⌊2²⁶³/10¹⁸⌋/2²¹¹⌋ without the two lowest columns is the quotient or one less: the
/// reciprocal and the cut of P take 2⁻⁶ off at most, the columns 2⁻⁵³.</content>
internal static partial class MultiplyDown18
{
    // ⌊2²⁶³/10¹⁸⌋ in limbs of 52 bits.
    private const double Wide0 = 1203180445601994, Wide1 = 637303608498163, Wide2 = 1636570175316710, Wide3 = 162259276829213;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quotients Of128(Vector512<ulong> left0, Vector512<ulong> left1, Vector512<ulong> right0, Vector512<ulong> right1)
    {
        Product(left0, left1, right0, right1, out Vector512<ulong> lowest, out Vector512<ulong> p1, out Vector512<ulong> p2, out Vector512<ulong> p3,
            out Vector512<ulong> p4);
        Quotient(p1, p2, p3, p4, out Vector512<ulong> q0, out Vector512<ulong> q1, out Vector512<ulong> q2, out Vector512<ulong> q3);
        return new(lowest, q0, q1, q2, q3);
    }

    /// <summary>The limbs p₁ to p₄ of the product, and its lowest 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Product(
        Vector512<ulong> left0, Vector512<ulong> left1, Vector512<ulong> right0, Vector512<ulong> right1,
        out Vector512<ulong> lowest, out Vector512<ulong> p1, out Vector512<ulong> p2, out Vector512<ulong> p3, out Vector512<ulong> p4)
    {
        Split(left0, left1, out Vector512<double> a0, out Vector512<double> a1, out Vector512<double> a2);
        Split(right0, right1, out Vector512<double> b0, out Vector512<double> b1, out Vector512<double> b2);
        Vector512<ulong> p0 = Limbs52.Start(1, 0), p5 = Limbs52.Start(0, 1);
        (p1, p2, p3, p4) = (Limbs52.Start(2, 1), Limbs52.Start(3, 2), Limbs52.Start(2, 3), Limbs52.Start(1, 2));
        Limbs52.AddProduct(a0, b0, ref p0, ref p1);
        Limbs52.AddProduct(a0, b1, ref p1, ref p2);
        Limbs52.AddProduct(a1, b0, ref p1, ref p2);
        Limbs52.AddProduct(a0, b2, ref p2, ref p3);
        Limbs52.AddProduct(a1, b1, ref p2, ref p3);
        Limbs52.AddProduct(a2, b0, ref p2, ref p3);
        Limbs52.AddProduct(a1, b2, ref p3, ref p4);
        Limbs52.AddProduct(a2, b1, ref p3, ref p4);

        // The upper limbs have 24 bits: their product has no upper half.
        Limbs52.AddProduct(a2, b2, ref p4, ref p5);
        Limbs52.Carry(ref p0, ref p1);
        Limbs52.Carry(ref p1, ref p2);
        Limbs52.Carry(ref p2, ref p3);
        Limbs52.Carry(ref p3, ref p4);
        lowest = p0 | (p1 << 52);
    }

    /// <summary>⌊(p₁ + 2⁵²·p₂ + 2¹⁰⁴·p₃ + 2¹⁵⁶·p₄)·reciprocal/2²¹¹⌋ in words, its two lowest columns left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quotient(
        Vector512<ulong> p1, Vector512<ulong> p2, Vector512<ulong> p3, Vector512<ulong> p4,
        out Vector512<ulong> q0, out Vector512<ulong> q1, out Vector512<ulong> q2, out Vector512<ulong> q3)
    {
        Vector512<double> f0 = Limbs52.ToDouble(p1), f1 = Limbs52.ToDouble(p2), f2 = Limbs52.ToDouble(p3), f3 = Limbs52.ToDouble(p4);
        Vector512<double> w0 = Vector512.Create(Wide0), w1 = Vector512.Create(Wide1);
        Vector512<double> w2 = Vector512.Create(Wide2), w3 = Vector512.Create(Wide3);
        Vector512<ulong> s2 = Limbs52.Start(3, 0), s3 = Limbs52.Start(4, 3), s4 = Limbs52.Start(3, 4);
        Vector512<ulong> s5 = Limbs52.Start(2, 3), s6 = Limbs52.Start(1, 2), s7 = Limbs52.Start(0, 1);
        Limbs52.AddProduct(f0, w2, ref s2, ref s3);
        Limbs52.AddProduct(f1, w1, ref s2, ref s3);
        Limbs52.AddProduct(f2, w0, ref s2, ref s3);
        Limbs52.AddProduct(f0, w3, ref s3, ref s4);
        Limbs52.AddProduct(f1, w2, ref s3, ref s4);
        Limbs52.AddProduct(f2, w1, ref s3, ref s4);
        Limbs52.AddProduct(f3, w0, ref s3, ref s4);
        Limbs52.AddProduct(f1, w3, ref s4, ref s5);
        Limbs52.AddProduct(f2, w2, ref s4, ref s5);
        Limbs52.AddProduct(f3, w1, ref s4, ref s5);
        Limbs52.AddProduct(f2, w3, ref s5, ref s6);
        Limbs52.AddProduct(f3, w2, ref s5, ref s6);
        Limbs52.AddProduct(f3, w3, ref s6, ref s7);
        s3 += s2 >>> 52;
        s4 += s3 >>> 52;
        Limbs52.Carry(ref s4, ref s5);
        Limbs52.Carry(ref s5, ref s6);
        Limbs52.Carry(ref s6, ref s7);
        q0 = (s4 >>> 3) | (s5 << 49);
        q1 = (s5 >>> 15) | (s6 << 37);
        q2 = (s6 >>> 27) | (s7 << 25);
        q3 = s7 >>> 39;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(
        Vector512<ulong> word0, Vector512<ulong> word1, out Vector512<double> limb0, out Vector512<double> limb1, out Vector512<double> limb2)
    {
        limb0 = Limbs52.ToDouble(word0 & Limbs52.Mask);
        limb1 = Limbs52.ToDouble(((word0 >>> 52) | (word1 << 12)) & Limbs52.Mask);
        limb2 = Limbs52.ToDouble(word1 >>> 40);
    }
}
