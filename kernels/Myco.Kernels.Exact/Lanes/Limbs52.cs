using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Myco.Kernels.Exact.Lanes;

/// <summary>Products of limbs of 52 bits in eight lanes, by fused multiply-add with rounding to zero.</summary>
/// <remarks>With 2¹⁰⁴ added, a·b keeps as its mantissa the product's upper 52 bits; the lower ones are what a second multiply-add leaves. Both sums carry
/// the bits of their own power of two, which <see cref="Start"/> takes off beforehand. Source: N. Emmart, J. Luitjens, C. Weems, C. Woolley, "Optimizing
/// modular multiplication for NVIDIA's Maxwell GPUs", ARITH 2016.</remarks>
internal static class Limbs52
{
    private const ulong BitsOf104 = 0x4670_0000_0000_0000;
    private const ulong BitsOf52 = 0x4330_0000_0000_0000;

    /// <summary>2⁵² − 1.</summary>
    public static Vector512<ulong> Mask
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create((1UL << 52) - 1);
    }

    /// <summary>What a column starts from that will take so many lower and upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Start(uint lowerHalves, uint upperHalves) =>
        Vector512.Create(unchecked(0UL - (lowerHalves * BitsOf52) - (upperHalves * BitsOf104)));

    /// <summary>A limb below 2⁵² as binary64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> ToDouble(Vector512<ulong> limb) => Avx512DQ.ConvertToVector512Double(limb.AsInt64());

    /// <summary>lower += left·right mod 2⁵², upper += ⌊left·right/2⁵²⌋.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProduct(Vector512<double> left, Vector512<double> right, ref Vector512<ulong> lower, ref Vector512<ulong> upper)
    {
        Vector512<double> high = Avx512F.FusedMultiplyAdd(
            left, right, Vector512.Create(20282409603651670423947251286016.0), FloatRoundingMode.ToZero);
        Vector512<double> offset = Vector512.Create(20282409603651674927546878656512.0) - high;
        upper += high.AsUInt64();
        lower += Avx512F.FusedMultiplyAdd(left, right, offset, FloatRoundingMode.ToZero).AsUInt64();
    }

    /// <summary>Sends what a column has above 52 bits to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Carry(ref Vector512<ulong> column, ref Vector512<ulong> next)
    {
        next += column >>> 52;
        column &= Mask;
    }
}
