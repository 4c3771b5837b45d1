using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>left·right/2^count with a product of up to 512 bits: fixed point whose scale is a power of two.</summary>
/// <remarks>0 &lt; count &lt; 256. Results are modulo 2²⁵⁶: the caller shows that they fit, or asks.</remarks>
internal static class ShiftedProduct
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
        if (right.FitsUInt128)
        {
            return Down(left, right.Low, count);
        }

        UInt256 quotient = Truncate(left, right, count, out bool exact);
        return Signed(quotient, left.IsNegative, !exact & left.IsNegative);
    }

    /// <summary>⌈left·right/2^count⌉.</summary>
    public static Int256 Up(in Int256 left, in UInt256 right, int count)
    {
        if (right.FitsUInt128)
        {
            return Up(left, right.Low, count);
        }

        UInt256 quotient = Truncate(left, right, count, out bool exact);
        return Signed(quotient, left.IsNegative, !exact & !left.IsNegative);
    }

    /// <summary>⌊left·right/2^count⌋, for a right of 128 bits.</summary>
    public static Int256 Down(in Int256 left, UInt128 right, int count) => Signed(left, right, count, out _);

    /// <summary>⌈left·right/2^count⌉, for a right of 128 bits.</summary>
    public static Int256 Up(in Int256 left, UInt128 right, int count)
    {
        Int256 down = Signed(left, right, count, out bool exact);
        return new(UInt256.AddOne(down.Bits, !exact));
    }

    /// <summary>⌊left·right/2^count⌋, and whether it lies in −2^bits … 2^bits − 1, 192 ≤ bits &lt; 255.</summary>
    /// <param name="left">Signed factor.</param>
    /// <param name="right">Unsigned factor.</param>
    /// <param name="count">Bits to drop.</param>
    /// <param name="bits">Bits that the result may have.</param>
    /// <param name="exact">True when no bit that was dropped is set: then the ceiling is the floor, else one more.</param>
    /// <param name="fits">Whether the result fits.</param>
    public static Int256 Down(Int128 left, in UInt256 right, int count, int bits, out bool exact, out bool fits)
    {
        ulong left0 = (ulong)left, left1 = (ulong)(left >> 64), sign = (ulong)((long)left1 >> 63);
        UInt256 low = UInt256.Product(right.Limb0, right.Limb1, left0, left1), high = UInt256.Product(right.Limb2, right.Limb3, left0, left1);
        high = UInt256.WrappingAdd(high, new(low.Limb2, low.Limb3, 0, 0));

        // The bits of a negative number stand for 2¹²⁸ more.
        high = UInt256.WrappingSubtract(high, new(right.Limb0 & sign, right.Limb1 & sign, right.Limb2 & sign, right.Limb3 & sign));
        Int256 down = Cut(low.Limb0, low.Limb1, high.Limb0, high.Limb1, high.Limb2, high.Limb3, count, out ulong above0, out ulong above1, out exact);
        fits = (((down.Bits.Limb3 ^ above1) >> bits) | (above0 ^ above1)) == 0 & (above1 + 1) <= 1;
        return down;
    }

    /// <summary>⌊left·right/2^count⌋ modulo 2²⁵⁶, and whether nothing was cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 Signed(in Int256 left, UInt128 right, int count, out bool exact)
    {
        ulong right0 = (ulong)right, right1 = (ulong)(right >> 64), sign = (ulong)((long)left.Bits.Limb3 >> 63);
        UInt512 product = Exact(left.Bits, right);

        // The bits of a negative number stand for 2²⁵⁶ more.
        ulong word4 = UInt256.SubtractBorrow(product.High.Limb0, right0 & sign, 0, out ulong borrow);
        ulong word5 = product.High.Limb1 - (right1 & sign) - borrow;
        return Cut(product.Low.Limb0, product.Low.Limb1, product.Low.Limb2, product.Low.Limb3, word4, word5, count, out _, out _, out exact);
    }

    /// <summary>The lower four words of ⌊words/2^count⌋, six words in two's complement; the two above them, and whether nothing was cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 Cut(
        ulong word0, ulong word1, ulong word2, ulong word3, ulong word4, ulong word5, int count, out ulong above0, out ulong above1, out bool exact)
    {
        // Whole words first, then the bits within a word.
        ulong cut = 0;
        for (int words = count >> 6; words > 0; words--)
        {
            cut |= word0;
            (word0, word1, word2, word3, word4, word5) = (word1, word2, word3, word4, word5, (ulong)((long)word5 >> 63));
        }

        int bits = count & 63, back = 63 - bits;
        exact = (cut | (word0 << 1 << back)) == 0;
        above0 = (word4 >> bits) | (word5 << 1 << back);
        above1 = (ulong)((long)word5 >> bits);
        return new(new UInt256(
            (word0 >> bits) | (word1 << 1 << back),
            (word1 >> bits) | (word2 << 1 << back),
            (word2 >> bits) | (word3 << 1 << back),
            (word3 >> bits) | (word4 << 1 << back)));
    }

    /// <summary>⌊|left|·right/2^count⌋ modulo 2²⁵⁶, and whether nothing was cut.</summary>
    private static UInt256 Truncate(in Int256 left, in UInt256 right, int count, out bool exact)
    {
        UInt512 product = UInt512.Product(left.Magnitude, right);
        UInt256 low = product.Low, high = product.High;
        ulong cut = 0;
        for (int words = count >> 6; words > 0; words--)
        {
            cut |= low.Limb0;
            low = new(low.Limb1, low.Limb2, low.Limb3, high.Limb0);
            high = new(high.Limb1, high.Limb2, high.Limb3, 0);
        }

        int bits = count & 63, back = 63 - bits;
        exact = (cut | (low.Limb0 << 1 << back)) == 0;
        return new(
            (low.Limb0 >> bits) | (low.Limb1 << 1 << back),
            (low.Limb1 >> bits) | (low.Limb2 << 1 << back),
            (low.Limb2 >> bits) | (low.Limb3 << 1 << back),
            (low.Limb3 >> bits) | (high.Limb0 << 1 << back));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Int256 Signed(in UInt256 magnitude, bool negative, bool oneMore)
    {
        UInt256 rounded = oneMore ? UInt256.WrappingAdd(magnitude, UInt256.One) : magnitude;
        return new(Int256.NegateBits(rounded, negative));
    }
}
