using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;

namespace Myco.Kernels.Exact.Integers;

/// <summary>An unsigned integer of 512 bits: the intermediate of a product, a square root's argument.</summary>
internal readonly struct UInt512 : IEquatable<UInt512>
{
    /// <summary>Bits 0 to 255.</summary>
    public readonly UInt256 Low;

    /// <summary>Bits 256 to 511.</summary>
    public readonly UInt256 High;

    /// <summary>low + 2²⁵⁶·high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt512(in UInt256 low, in UInt256 high)
    {
        Low = low;
        High = high;
    }

    /// <summary>Equal in every bit.</summary>
    public static bool operator ==(in UInt512 left, in UInt512 right) => left.Low == right.Low && left.High == right.High;

    /// <summary>Different in some bit.</summary>
    public static bool operator !=(in UInt512 left, in UInt512 right) => !(left == right);

    /// <summary>left &lt; right.</summary>
    public static bool operator <(in UInt512 left, in UInt512 right) =>
        left.High == right.High ? left.Low < right.Low : left.High < right.High;

    /// <summary>left &gt; right.</summary>
    public static bool operator >(in UInt512 left, in UInt512 right) => right < left;

    /// <summary>left · right, exact.</summary>
    public static UInt512 Product(in UInt256 left, in UInt256 right)
    {
        UInt256 low = UInt256.Product(left.Limb0, left.Limb1, right.Limb0, right.Limb1);
        if ((left.Limb2 | left.Limb3 | right.Limb2 | right.Limb3) == 0)
        {
            return new(low, default);
        }

        UInt256 high = UInt256.Product(left.Limb2, left.Limb3, right.Limb2, right.Limb3);
        UInt256 crossA = UInt256.Product(left.Limb0, left.Limb1, right.Limb2, right.Limb3);
        UInt256 crossB = UInt256.Product(left.Limb2, left.Limb3, right.Limb0, right.Limb1);
        UInt256 cross = UInt256.WrappingAdd(crossA, crossB, out bool crossCarry);
        low = UInt256.WrappingAdd(low, new(0, 0, cross.Limb0, cross.Limb1), out bool lowCarry);
        high = UInt256.WrappingAdd(high, new(cross.Limb2, cross.Limb3, crossCarry ? 1UL : 0, 0));
        high = UInt256.WrappingAdd(high, lowCarry ? UInt256.One : default);
        return new(low, high);
    }

    /// <summary>left + right modulo 2⁵¹², and whether it wrapped.</summary>
    public static UInt512 WrappingAdd(in UInt512 left, in UInt512 right, out bool carry)
    {
        UInt256 low = UInt256.WrappingAdd(left.Low, right.Low, out bool lowCarry);
        UInt256 high = UInt256.WrappingAdd(left.High, right.High, out bool highCarry);
        high = UInt256.WrappingAdd(high, lowCarry ? UInt256.One : default, out bool oneCarry);
        carry = highCarry | oneCarry;
        return new(low, high);
    }

    /// <summary>left − right modulo 2⁵¹², and whether right was larger.</summary>
    public static UInt512 WrappingSubtract(in UInt512 left, in UInt512 right, out bool borrow)
    {
        UInt256 low = UInt256.WrappingSubtract(left.Low, right.Low, out bool lowBorrow);
        UInt256 high = UInt256.WrappingSubtract(left.High, right.High, out bool highBorrow);
        high = UInt256.WrappingSubtract(high, lowBorrow ? UInt256.One : default, out bool oneBorrow);
        borrow = highBorrow | oneBorrow;
        return new(low, high);
    }

    /// <summary>⌊value/divisor⌋ and the remainder; the quotient must fit: value.High &lt; divisor, else
    /// <see cref="ArithmeticFault.DivisionOverflow"/>, which a divisor of zero raises as well.</summary>
    public static UInt256 Divide(in UInt512 value, in UInt256 divisor, out UInt256 remainder, ref Fault fault)
    {
        if (value.High >= divisor)
        {
            fault.Raise(ArithmeticFault.DivisionOverflow);
            remainder = default;
            return default;
        }

        return value.High.IsZero
            ? WideDivision.Divide(value.Low, divisor, out remainder)
            : WideDivision.Divide(value, divisor, out remainder);
    }

    /// <inheritdoc/>
    public bool Equals(UInt512 other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UInt512 other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Low, High);
}
