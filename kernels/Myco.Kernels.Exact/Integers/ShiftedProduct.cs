using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>left·right/2^count with a product of up to 512 bits: fixed point whose scale is a power of two.</summary>
/// <remarks>0 &lt; count &lt; 256. Results are modulo 2²⁵⁶: the caller shows that they fit, or asks.</remarks>
public static class ShiftedProduct
{
    /// <summary>left·right, exact, for a right of 128 bits: half the work of <see cref="UInt512.Product"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt512 Exact(in UInt256 left, UInt128 right)
    {
        ulong right0 = (ulong)right, right1 = (ulong)(right >> 64);
        UInt256 low = UInt256.Product(left.Limb0, left.Limb1, right0, right1);
        UInt256 high = UInt256.Product(left.Limb2, left.Limb3, right0, right1);
        high = UInt256.WrappingAdd(high, new(low.Limb2, low.Limb3, 0, 0));
        return new(new(low.Limb0, low.Limb1, high.Limb0, high.Limb1), new(high.Limb2, high.Limb3, 0, 0));
    }

    /// <summary>left·right modulo 2²⁵⁶, for a right of 128 bits; signed as well, in two's complement.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 Wrapping(in UInt256 left, UInt128 right)
    {
        ulong right0 = (ulong)right, right1 = (ulong)(right >> 64);
        UInt256 low = UInt256.Product(left.Limb0, left.Limb1, right0, right1);
        UInt128 high = (UInt128)left.Limb2 * right0;
        high += (UInt128)((left.Limb2 * right1) + (left.Limb3 * right0)) << 64;
        high += low.High;
        return new(low.Low, high);
    }

    /// <summary>⌊left·right/2^count⌋.</summary>
    public static Int256 Down(in Int256 left, in UInt256 right, int count)
    {
        UInt256 quotient = Truncate(left, right, count, out bool exact, out _);
        return Signed(quotient, left.IsNegative, !exact & left.IsNegative);
    }

    /// <summary>⌈left·right/2^count⌉.</summary>
    public static Int256 Up(in Int256 left, in UInt256 right, int count)
    {
        UInt256 quotient = Truncate(left, right, count, out bool exact, out _);
        return Signed(quotient, left.IsNegative, !exact & !left.IsNegative);
    }

    /// <summary>⌊left·right/2^count⌋, and whether it lies in −2^bits … 2^bits − 1, bits &lt; 255.</summary>
    /// <param name="left">Signed factor.</param>
    /// <param name="right">Unsigned factor.</param>
    /// <param name="count">Bits to drop.</param>
    /// <param name="bits">Bits that the result may have.</param>
    /// <param name="exact">True when no bit that was dropped is set: then the ceiling is the floor, else one more.</param>
    /// <param name="fits">Whether the result fits.</param>
    public static Int256 Down(in Int256 left, in UInt256 right, int count, int bits, out bool exact, out bool fits)
    {
        UInt256 quotient = Truncate(left, right, count, out exact, out UInt256 above);
        Int256 down = Signed(quotient, left.IsNegative, !exact & left.IsNegative);
        fits = above.IsZero & quotient.Limb3 >> 63 == 0 & ((left.IsNegative ? Int256.WrappingNegate(down).Bits : down.Bits) >> bits).IsZero;
        fits |= above.IsZero & left.IsNegative & down == new Int256(UInt256.MaxValue << bits);
        return down;
    }

    /// <summary>⌊|left|·right/2^count⌋ modulo 2²⁵⁶, whether nothing was cut, and what stands above.</summary>
    private static UInt256 Truncate(in Int256 left, in UInt256 right, int count, out bool exact, out UInt256 above)
    {
        UInt256 magnitude = left.Magnitude;
        UInt512 product = right.FitsUInt128 ? Exact(magnitude, right.Low)
            : magnitude.FitsUInt128 ? Exact(right, magnitude.Low)
            : UInt512.Product(magnitude, right);
        UInt256 low = product.Low, high = product.High;

        // Whole words first, then the bits within a word.
        ulong cut = 0;
        for (int words = count >> 6; words > 0; words--)
        {
            cut |= low.Limb0;
            low = new(low.Limb1, low.Limb2, low.Limb3, high.Limb0);
            high = new(high.Limb1, high.Limb2, high.Limb3, 0);
        }

        int bits = count & 63, rest = 63 - bits;
        exact = (cut | (low.Limb0 << 1 << rest)) == 0;
        above = new(
            (high.Limb0 >> bits) | (high.Limb1 << 1 << rest), (high.Limb1 >> bits) | (high.Limb2 << 1 << rest), (high.Limb2 >> bits) | (high.Limb3 << 1 << rest), high.Limb3 >> bits);
        return new(
            (low.Limb0 >> bits) | (low.Limb1 << 1 << rest), (low.Limb1 >> bits) | (low.Limb2 << 1 << rest), (low.Limb2 >> bits) | (low.Limb3 << 1 << rest), (low.Limb3 >> bits) | (high.Limb0 << 1 << rest));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 Signed(in UInt256 magnitude, bool negative, bool oneMore)
    {
        UInt256 rounded = oneMore ? UInt256.WrappingAdd(magnitude, UInt256.One) : magnitude;
        return new(Int256.NegateBits(rounded, negative));
    }
}
