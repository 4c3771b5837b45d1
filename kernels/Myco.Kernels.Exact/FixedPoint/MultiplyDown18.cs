using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.Exact.Lanes;

namespace Myco.Kernels.Exact.FixedPoint;

/// <summary>⌊left·right/10¹⁸⌋ of eight pairs at once, for operands below 2¹²⁸; blocks with a larger one go one by one.</summary>
/// <remarks>An estimate by the reciprocal that is right or one too small, then one comparison. Source: P. Barrett, CRYPTO '86; limbs:
/// <see cref="Limbs52"/>.</remarks>
internal static partial class MultiplyDown18
{
    private const ulong One = 1_000_000_000_000_000_000;

    /// <summary>All whole blocks of eight; returns how many elements that were.</summary>
    /// <remarks>Two blocks at a time, step by step: one block's products and carries wait for each other longer than the processor looks ahead.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run(ReadOnlySpan<UInt256> left, ReadOnlySpan<UInt256> right, Span<UInt256> result, Span<ArithmeticFault> faults)
    {
        int i = 0;
        for (; i + 16 <= left.Length; i += 16)
        {
            bool fit = EightWords.LoadLower(left[i..], out Vector512<ulong> a0, out Vector512<ulong> a1)
                & EightWords.LoadLower(right[i..], out Vector512<ulong> b0, out Vector512<ulong> b1)
                & EightWords.LoadLower(left[(i + 8)..], out Vector512<ulong> c0, out Vector512<ulong> c1)
                & EightWords.LoadLower(right[(i + 8)..], out Vector512<ulong> d0, out Vector512<ulong> d1);
            if (fit & (a1 | b1 | c1 | d1) >>> 40 == Vector512<ulong>.Zero)
            {
                Product104 first = Of104(a0, a1, b0, b1), second = Of104(c0, c1, d0, d1);
                Quotients firstQuotients = Quotient(first), secondQuotients = Quotient(second);
                Store(firstQuotients, result[i..]);
                Store(secondQuotients, result[(i + 8)..]);
                faults.Slice(i, 16).Clear();
            }
            else
            {
                Block(left.Slice(i, 8), right.Slice(i, 8), result.Slice(i, 8), faults.Slice(i, 8));
                Block(left.Slice(i + 8, 8), right.Slice(i + 8, 8), result.Slice(i + 8, 8), faults.Slice(i + 8, 8));
            }
        }

        if (i + 8 <= left.Length)
        {
            Block(left.Slice(i, 8), right.Slice(i, 8), result.Slice(i, 8), faults.Slice(i, 8));
            i += 8;
        }

        return i;
    }

    /// <summary>Eight elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(ReadOnlySpan<UInt256> left, ReadOnlySpan<UInt256> right, Span<UInt256> result, Span<ArithmeticFault> faults)
    {
        if (EightWords.LoadLower(left, out Vector512<ulong> left0, out Vector512<ulong> left1)
            & EightWords.LoadLower(right, out Vector512<ulong> right0, out Vector512<ulong> right1))
        {
            Store(
                (left1 | right1) >>> 40 == Vector512<ulong>.Zero
                    ? Quotient(Of104(left0, left1, right0, right1))
                    : Of128(left0, left1, right0, right1),
                result);
            faults.Clear();
        }
        else
        {
            Decimal18.MultiplyDownOneByOne(left, right, result, faults);
        }
    }

    /// <summary>The quotients, one more where what remains of the product's lowest words says so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in Quotients estimate, Span<UInt256> result)
    {
        // A comparison gives a mask of ones, −1.
        Vector512<ulong> one = Vector512.Create(One), q0 = estimate.Limb0, q1 = estimate.Limb1, q2 = estimate.Limb2;
        Vector512<ulong> more = Vector512.GreaterThanOrEqual(estimate.LowestOfProduct - (q0 * one), one);
        q0 -= more;
        Vector512<ulong> carry = more & Vector512.Equals(q0, Vector512<ulong>.Zero);
        q1 -= carry;
        carry &= Vector512.Equals(q1, Vector512<ulong>.Zero);
        EightWords.Store(q0, q1, q2 - carry, estimate.Limb3, result);
    }

    /// <summary>Estimated quotients, limb by limb, and the lowest 64 bits of the products.</summary>
    private readonly struct Quotients(
        Vector512<ulong> lowestOfProduct, Vector512<ulong> limb0, Vector512<ulong> limb1, Vector512<ulong> limb2, Vector512<ulong> limb3)
    {
        public readonly Vector512<ulong> LowestOfProduct = lowestOfProduct;
        public readonly Vector512<ulong> Limb0 = limb0;
        public readonly Vector512<ulong> Limb1 = limb1;
        public readonly Vector512<ulong> Limb2 = limb2;
        public readonly Vector512<ulong> Limb3 = limb3;
    }
}
