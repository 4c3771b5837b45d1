using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;

namespace Myco.Kernels.Exact.Integers;

/// <content>Sums, differences, products, quotients.</content>
public readonly partial struct UInt256
{
    /// <summary>left + right modulo 2²⁵⁶, and whether it wrapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 WrappingAdd(in UInt256 left, in UInt256 right, out bool carry)
    {
        ulong sum0 = left.Limb0 + right.Limb0;
        ulong carry0 = sum0 < right.Limb0 ? 1UL : 0;
        ulong sum1 = AddCarry(left.Limb1, right.Limb1, carry0, out ulong carry1);
        ulong sum2 = AddCarry(left.Limb2, right.Limb2, carry1, out ulong carry2);
        ulong sum3 = AddCarry(left.Limb3, right.Limb3, carry2, out ulong carry3);
        carry = carry3 != 0;
        return new(sum0, sum1, sum2, sum3);
    }

    /// <summary>left + right modulo 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 WrappingAdd(in UInt256 left, in UInt256 right) => WrappingAdd(left, right, out _);

    /// <summary>left − right modulo 2²⁵⁶, and whether right was larger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 WrappingSubtract(in UInt256 left, in UInt256 right, out bool borrow)
    {
        ulong difference0 = left.Limb0 - right.Limb0;
        ulong borrow0 = left.Limb0 < right.Limb0 ? 1UL : 0;
        ulong difference1 = SubtractBorrow(left.Limb1, right.Limb1, borrow0, out ulong borrow1);
        ulong difference2 = SubtractBorrow(left.Limb2, right.Limb2, borrow1, out ulong borrow2);
        ulong difference3 = SubtractBorrow(left.Limb3, right.Limb3, borrow2, out ulong borrow3);
        borrow = borrow3 != 0;
        return new(difference0, difference1, difference2, difference3);
    }

    /// <summary>left − right modulo 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 WrappingSubtract(in UInt256 left, in UInt256 right) => WrappingSubtract(left, right, out _);

    /// <summary>left · right modulo 2²⁵⁶.</summary>
    public static UInt256 WrappingMultiply(in UInt256 left, in UInt256 right) => UInt512.Product(left, right).Low;

    /// <summary>left + right; <see cref="ArithmeticFault.AdditionOverflow"/> from 2²⁵⁶ on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 Add(in UInt256 left, in UInt256 right, ref Fault fault)
    {
        UInt256 sum = WrappingAdd(left, right, out bool carry);
        if (carry)
        {
            fault.Raise(ArithmeticFault.AdditionOverflow);
            return default;
        }

        return sum;
    }

    /// <summary>left − right; <see cref="ArithmeticFault.SubtractionOverflow"/> below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 Subtract(in UInt256 left, in UInt256 right, ref Fault fault)
    {
        UInt256 difference = WrappingSubtract(left, right, out bool borrow);
        if (borrow)
        {
            fault.Raise(ArithmeticFault.SubtractionOverflow);
            return default;
        }

        return difference;
    }

    /// <summary>left − right, or 0 where that is negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 SubtractOrZero(in UInt256 left, in UInt256 right)
    {
        UInt256 difference = WrappingSubtract(left, right, out bool borrow);
        return borrow ? default : difference;
    }

    /// <summary>left · right; <see cref="ArithmeticFault.MultiplicationOverflow"/> from 2²⁵⁶ on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 Multiply(in UInt256 left, in UInt256 right, ref Fault fault) =>
        Multiply(left, right, ArithmeticFault.MultiplicationOverflow, ref fault);

    /// <summary>left · right; the given refusal from 2²⁵⁶ on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt256 Multiply(in UInt256 left, in UInt256 right, ArithmeticFault overflow, ref Fault fault) =>
        (left.Limb2 | left.Limb3 | right.Limb2 | right.Limb3) == 0
            ? Product(left.Limb0, left.Limb1, right.Limb0, right.Limb1)
            : MultiplyWide(left, right, overflow, ref fault);

    /// <summary>⌊left/right⌋; <see cref="ArithmeticFault.DivisionByZero"/> for a divisor of zero.</summary>
    public static UInt256 Divide(in UInt256 left, in UInt256 right, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.DivisionByZero);
            return default;
        }

        return WideDivision.Divide(left, right, out _);
    }

    /// <summary>⌈left/right⌉; <see cref="ArithmeticFault.ZeroDivision"/> for a divisor of zero.</summary>
    public static UInt256 DivideUp(in UInt256 left, in UInt256 right, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.ZeroDivision);
            return default;
        }

        UInt256 quotient = WideDivision.Divide(left, right, out UInt256 remainder);
        return remainder.IsZero ? quotient : WrappingAdd(quotient, One);
    }

    /// <summary>⌊left/right⌋ and the remainder; <see cref="ArithmeticFault.DivisionByZero"/> for a divisor of zero.</summary>
    public static UInt256 DivideRemainder(in UInt256 left, in UInt256 right, out UInt256 remainder, ref Fault fault)
    {
        if (right.IsZero)
        {
            fault.Raise(ArithmeticFault.DivisionByZero);
            remainder = default;
            return default;
        }

        return WideDivision.Divide(left, right, out remainder);
    }

    /// <summary>value · 2^count modulo 2²⁵⁶, 0 ≤ count ≤ 255.</summary>
    public static UInt256 operator <<(in UInt256 value, int count)
    {
        int bits = count & 63;
        ulong a0 = value.Limb0 << bits;
        ulong a1 = (value.Limb1 << bits) | (value.Limb0 >> 1 >> (63 - bits));
        ulong a2 = (value.Limb2 << bits) | (value.Limb1 >> 1 >> (63 - bits));
        ulong a3 = (value.Limb3 << bits) | (value.Limb2 >> 1 >> (63 - bits));
        return ((count >> 6) & 3) switch
        {
            0 => new(a0, a1, a2, a3),
            1 => new(0, a0, a1, a2),
            2 => new(0, 0, a0, a1),
            _ => new(0, 0, 0, a0),
        };
    }

    /// <summary>⌊value / 2^count⌋, 0 ≤ count ≤ 255.</summary>
    public static UInt256 operator >>(in UInt256 value, int count)
    {
        int bits = count & 63;
        ulong a0 = (value.Limb0 >> bits) | (value.Limb1 << 1 << (63 - bits));
        ulong a1 = (value.Limb1 >> bits) | (value.Limb2 << 1 << (63 - bits));
        ulong a2 = (value.Limb2 >> bits) | (value.Limb3 << 1 << (63 - bits));
        ulong a3 = value.Limb3 >> bits;
        return ((count >> 6) & 3) switch
        {
            0 => new(a0, a1, a2, a3),
            1 => new(a1, a2, a3, 0),
            2 => new(a2, a3, 0, 0),
            _ => new(a3, 0, 0, 0),
        };
    }

    /// <summary>The exact product of two numbers of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt256 Product(ulong left0, ulong left1, ulong right0, ulong right1)
    {
        ulong high00 = Math.BigMul(left0, right0, out ulong limb0);
        ulong high01 = Math.BigMul(left0, right1, out ulong low01);
        ulong high10 = Math.BigMul(left1, right0, out ulong low10);
        ulong high11 = Math.BigMul(left1, right1, out ulong low11);
        ulong limb1 = AddCarry(high00, low01, 0, out ulong carryA);
        limb1 = AddCarry(limb1, low10, 0, out ulong carryB);
        ulong limb2 = AddCarry(high01, high10, carryA, out ulong carryC);
        limb2 = AddCarry(limb2, low11, carryB, out ulong carryD);
        return new(limb0, limb1, limb2, high11 + carryC + carryD);
    }

    /// <summary>left + right + carry, and the carry out; carry is 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong AddCarry(ulong left, ulong right, ulong carry, out ulong carryOut)
    {
        ulong partial = left + right;
        ulong sum = partial + carry;
        carryOut = (partial < left ? 1UL : 0) | (sum < partial ? 1UL : 0);
        return sum;
    }

    /// <summary>left − right − borrow, and the borrow out; borrow is 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong SubtractBorrow(ulong left, ulong right, ulong borrow, out ulong borrowOut)
    {
        ulong partial = left - right;
        borrowOut = (left < right ? 1UL : 0) | (partial < borrow ? 1UL : 0);
        return partial - borrow;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static UInt256 MultiplyWide(in UInt256 left, in UInt256 right, ArithmeticFault overflow, ref Fault fault)
    {
        UInt512 product = UInt512.Product(left, right);
        if (!product.High.IsZero)
        {
            fault.Raise(overflow);
            return default;
        }

        return product.Low;
    }
}
