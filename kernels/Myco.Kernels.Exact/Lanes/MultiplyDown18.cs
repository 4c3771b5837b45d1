using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Kernels.Exact.Lanes;

/// <summary>⌊left·right/10¹⁸⌋ of eight pairs at once, for operands below 2¹²⁸; blocks with a larger one go one by one.</summary>
/// <remarks>P = left·right in five limbs of 52 bits; ⌊⌊P/2⁵²⌋·⌊2²⁶³/10¹⁸⌋/2²¹¹⌋ without the two lowest columns is the quotient or one less: the reciprocal
/// and the cut of P take 2⁻⁶ off at most, the columns 2⁻⁵³. Source: P. Barrett, CRYPTO '86; limbs: <see cref="Limbs52"/>.</remarks>
internal static class MultiplyDown18
{
    private const ulong One = 1_000_000_000_000_000_000;

    // ⌊2²⁶³/10¹⁸⌋ in limbs of 52 bits.
    private const double Reciprocal0 = 1203180445601994, Reciprocal1 = 637303608498163, Reciprocal2 = 1636570175316710, Reciprocal3 = 162259276829213;

    /// <summary>All whole blocks of eight; returns how many elements that were.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(ReadOnlySpan<UInt256> left, ReadOnlySpan<UInt256> right, Span<UInt256> result, Span<ArithmeticFault> faults)
    {
        int i = 0;
        for (; i + 8 <= left.Length; i += 8)
        {
            if (EightWords.LoadLower(left[i..], out Vector512<ulong> left0, out Vector512<ulong> left1)
                & EightWords.LoadLower(right[i..], out Vector512<ulong> right0, out Vector512<ulong> right1))
            {
                Block(left0, left1, right0, right1, result[i..]);
                faults.Slice(i, 8).Clear();
            }
            else
            {
                Decimal18.MultiplyDownOneByOne(left.Slice(i, 8), right.Slice(i, 8), result.Slice(i, 8), faults.Slice(i, 8));
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block(
        Vector512<ulong> left0, Vector512<ulong> left1, Vector512<ulong> right0, Vector512<ulong> right1, Span<UInt256> result)
    {
        Product(left0, left1, right0, right1, out Vector512<ulong> lowest, out Vector512<ulong> p1, out Vector512<ulong> p2, out Vector512<ulong> p3,
            out Vector512<ulong> p4);
        Quotient(p1, p2, p3, p4, out Vector512<ulong> q0, out Vector512<ulong> q1, out Vector512<ulong> q2, out Vector512<ulong> q3);

        // The lowest word of P − q·10¹⁸ tells whether the quotient is one more; a comparison is a mask of ones, −1.
        Vector512<ulong> rest = lowest - (q0 * Vector512.Create(One));
        Vector512<ulong> more = Vector512.GreaterThanOrEqual(rest, Vector512.Create(One));
        q0 -= more;
        Vector512<ulong> carry = more & Vector512.Equals(q0, Vector512<ulong>.Zero);
        q1 -= carry;
        carry &= Vector512.Equals(q1, Vector512<ulong>.Zero);
        q2 -= carry;
        EightWords.Store(q0, q1, q2, q3, result);
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
        Vector512<double> w0 = Vector512.Create(Reciprocal0), w1 = Vector512.Create(Reciprocal1);
        Vector512<double> w2 = Vector512.Create(Reciprocal2), w3 = Vector512.Create(Reciprocal3);
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
