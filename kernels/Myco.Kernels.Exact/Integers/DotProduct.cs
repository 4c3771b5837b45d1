using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>Σ left_i·right_i of signed words and numbers below 2¹²⁸.</summary>
internal static class DotProduct
{
    /// <summary>The sum, which the caller knows to lie within −2³⁸³ … 2³⁸³ − 1, in 512 bits of two's complement.</summary>
    /// <param name="left">Signed numbers.</param>
    /// <param name="right">As many numbers or more, each below 2¹²⁸.</param>
    [SkipLocalsInit]
    public static UInt512 Of(ReadOnlySpan<Int256> left, ReadOnlySpan<UInt256> right)
    {
        right = right[..left.Length];
        UInt256 low = default;
        ulong word4 = 0, word5 = 0;
        for (int i = 0; i < left.Length; i++)
        {
            UInt256 bits = left[i].Bits;
            ulong right0 = right[i].Limb0, right1 = right[i].Limb1, sign = (ulong)((long)bits.Limb3 >> 63);
            UInt512 product = ShiftedProduct.Exact(bits, right[i].Low);
            low = UInt256.WrappingAdd(low, product.Low, out bool carry);
            word4 = UInt256.AddCarry(word4, product.High.Limb0, carry ? 1UL : 0, out ulong carry4);
            word5 += product.High.Limb1 + carry4;

            // The bits of a negative number stand for 2²⁵⁶ more.
            word4 = UInt256.SubtractBorrow(word4, right0 & sign, 0, out ulong borrow);
            word5 -= (right1 & sign) + borrow;
        }

        ulong above = (ulong)((long)word5 >> 63);
        return new(low, new(word4, word5, above, above));
    }
}
