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
            : MultiplyWide(left, right, overflow, ref fault).ByLimbs();

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

    /// <summary>value + 1 modulo 2²⁵⁶ when asked for, else value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt256 AddOne(in UInt256 value, bool asked)
    {
        ulong limb0 = value.Limb0 + (asked ? 1UL : 0);
        ulong carry = asked & (limb0 == 0) ? 1UL : 0;
        ulong limb1 = value.Limb1 + carry;
        carry = limb1 < carry ? 1UL : 0;
        ulong limb2 = value.Limb2 + carry;
        carry = limb2 < carry ? 1UL : 0;
        return new(limb0, limb1, limb2, value.Limb3 + carry);
    }

    /// <summary>The exact product of two numbers of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt256 Product(ulong left0, ulong left1, ulong right0, ulong right1)
    {
        ulong cross = left1 * right0;
        ulong middle = (left0 * right1) + cross;
        ulong carryA = middle < cross ? 1UL : 0;
        ulong limb1 = WordProduct.High(left0, right0) + middle;
        ulong carryB = limb1 < middle ? 1UL : 0;

        // An upper word of a product is at most 2⁶⁴ − 2: a carry never makes it overflow.
        ulong upper = WordProduct.High(left1, right0) + carryA;
        ulong sum = WordProduct.High(left0, right1) + carryB + upper;
        ulong carryC = sum < upper ? 1UL : 0;
        ulong low11 = left1 * right1;
        ulong limb2 = sum + low11;
        ulong carryD = limb2 < low11 ? 1UL : 0;
        return new(left0 * right0, limb1, limb2, WordProduct.High(left1, right1) + carryC + carryD);
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

    /// <summary>The same number, copied limb by limb.</summary>
    /// <remarks>What a call returned lies in memory; the compiler copies such a structure in one piece of 256 bits, which has to wait until the four
    /// limbs just written have left the store buffer. Limb by limb there is no wait, and the copy stays in registers.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256 ByLimbs() => new(Limb0, Limb1, Limb2, Limb3);

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
