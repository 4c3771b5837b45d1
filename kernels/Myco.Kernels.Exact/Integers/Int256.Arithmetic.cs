using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;

namespace Myco.Kernels.Exact.Integers;

/// <content>Sums, differences, products, quotients.</content>
public readonly partial struct Int256
{
    /// <summary>left + right modulo 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 WrappingAdd(in Int256 left, in Int256 right) => new(UInt256.WrappingAdd(left.Bits, right.Bits));

    /// <summary>left − right modulo 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 WrappingSubtract(in Int256 left, in Int256 right) => new(UInt256.WrappingSubtract(left.Bits, right.Bits));

    /// <summary>−value modulo 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 WrappingNegate(in Int256 value) => new(NegateBits(value.Bits, negate: true));

    /// <summary>The same number, copied limb by limb: see <see cref="UInt256.ByLimbs"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Int256 ByLimbs() => new(Bits.ByLimbs());

    /// <summary>left + right; <see cref="ArithmeticFault.AdditionOverflow"/> outside the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 Add(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 sum = UInt256.WrappingAdd(left.Bits, right.Bits);
        if ((long)((left.Bits.Limb3 ^ sum.Limb3) & (right.Bits.Limb3 ^ sum.Limb3)) < 0)
        {
            fault.Raise(ArithmeticFault.AdditionOverflow);
            return default;
        }

        return new(sum);
    }

    /// <summary>left − right; <see cref="ArithmeticFault.SubtractionOverflow"/> outside the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 Subtract(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 difference = UInt256.WrappingSubtract(left.Bits, right.Bits);
        if ((long)((left.Bits.Limb3 ^ right.Bits.Limb3) & (left.Bits.Limb3 ^ difference.Limb3)) < 0)
        {
            fault.Raise(ArithmeticFault.SubtractionOverflow);
            return default;
        }

        return new(difference);
    }

    /// <summary>−value; <see cref="ArithmeticFault.NegationOverflow"/> for −2²⁵⁵.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 Negate(in Int256 value, ref Fault fault)
    {
        if (value == MinValue)
        {
            fault.Raise(ArithmeticFault.NegationOverflow);
            return default;
        }

        return WrappingNegate(value);
    }

    /// <summary>left · right; <see cref="ArithmeticFault.MultiplicationOverflow"/> outside the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 Multiply(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 magnitude = ProductMagnitude(left, right, ArithmeticFault.MultiplicationOverflow, out bool negative, ref fault);
        return new(NegateBits(magnitude, negative));
    }

    /// <summary>left/right, cut toward zero; <see cref="ArithmeticFault.DivisionByZero"/>, and
    /// <see cref="ArithmeticFault.DivisionOverflow"/> for −2²⁵⁵/−1.</summary>
    public static Int256 Divide(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256 quotient = UInt256.Divide(left.Magnitude, right.Magnitude, ref fault);
        return WithSign(quotient, left.IsNegative != right.IsNegative, ArithmeticFault.DivisionOverflow, ref fault);
    }

    /// <summary>left − right·(left/right): the remainder with the sign of left; <see cref="ArithmeticFault.DivisionByZero"/>.</summary>
    public static Int256 Remainder(in Int256 left, in Int256 right, ref Fault fault)
    {
        UInt256.DivideRemainder(left.Magnitude, right.Magnitude, out UInt256 remainder, ref fault);
        return new(NegateBits(remainder, left.IsNegative));
    }

    /// <summary>⌊value / 2^count⌋, toward −∞, 0 ≤ count ≤ 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int256 operator >>(in Int256 value, int count)
    {
        UInt256 whole = value.Bits;
        int bits = count & 63, back = 63 - bits;
        ulong sign = (ulong)((long)whole.Limb3 >> 63);
        ulong a0 = (whole.Limb0 >> bits) | (whole.Limb1 << 1 << back);
        ulong a1 = (whole.Limb1 >> bits) | (whole.Limb2 << 1 << back);
        ulong a2 = (whole.Limb2 >> bits) | (whole.Limb3 << 1 << back);
        ulong a3 = (ulong)((long)whole.Limb3 >> bits);
        for (int words = (count >> 6) & 3; words > 0; words--)
        {
            (a0, a1, a2, a3) = (a1, a2, a3, sign);
        }

        return new(new UInt256(a0, a1, a2, a3));
    }

    /// <summary>value · 2^count modulo 2²⁵⁶, 0 ≤ count ≤ 255.</summary>
    public static Int256 operator <<(in Int256 value, int count) => new(value.Bits << count);

    /// <summary>|left · right| and its sign; the given refusal where the signed product leaves the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt256 ProductMagnitude(
        in Int256 left, in Int256 right, ArithmeticFault overflow, out bool negative, ref Fault fault)
    {
        negative = left.IsNegative != right.IsNegative;
        if (left.FitsInt128 & right.FitsInt128)
        {
            // At most 2²⁵⁴, which is in range.
            UInt128 leftMagnitude = left.LowMagnitude, rightMagnitude = right.LowMagnitude;
            return UInt256.Product((ulong)leftMagnitude, (ulong)(leftMagnitude >> 64), (ulong)rightMagnitude, (ulong)(rightMagnitude >> 64));
        }

        return WideProductMagnitude(left, right, overflow, ref fault).ByLimbs();
    }

    /// <summary>±magnitude; the given refusal where that leaves the range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Int256 WithSign(in UInt256 magnitude, bool negative, ArithmeticFault overflow, ref Fault fault)
    {
        if (IsInRange(magnitude, negative))
        {
            return new(NegateBits(magnitude, negative));
        }

        fault.Raise(overflow);
        return default;
    }

    /// <summary>Whether ±magnitude is a signed word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsInRange(in UInt256 magnitude, bool negative) =>
        (long)magnitude.Limb3 >= 0 || (negative && magnitude == MinValue.Bits);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static UInt256 WideProductMagnitude(in Int256 left, in Int256 right, ArithmeticFault overflow, ref Fault fault)
    {
        UInt256 magnitude = UInt256.Multiply(left.Magnitude, right.Magnitude, overflow, ref fault);
        if (IsInRange(magnitude, left.IsNegative != right.IsNegative))
        {
            return magnitude;
        }

        fault.Raise(overflow);
        return default;
    }
}
