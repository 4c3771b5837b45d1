using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;

namespace Myco.Kernels.Exact.Integers;

/// <summary>A signed integer of 256 bits in two's complement, as the EVM has it: −2²⁵⁵ to 2²⁵⁵ − 1.</summary>
/// <remarks>Arithmetic is by named methods, which refuse what does not fit; quotients are cut toward zero.</remarks>
public readonly partial struct Int256 : IEquatable<Int256>, IComparable<Int256>
{
    /// <summary>The 256 bits.</summary>
    public readonly UInt256 Bits;

    /// <summary>The number of these bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Int256(in UInt256 bits) => Bits = bits;

    /// <summary>0.</summary>
    public static Int256 Zero => default;

    /// <summary>1.</summary>
    public static Int256 One => new(UInt256.One);

    /// <summary>−2²⁵⁵.</summary>
    public static Int256 MinValue => new(new UInt256(0, 0, 0, 1UL << 63));

    /// <summary>2²⁵⁵ − 1.</summary>
    public static Int256 MaxValue => new(new UInt256(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue >> 1));

    /// <summary>True below 0.</summary>
    public bool IsNegative
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)Bits.Limb3 < 0;
    }

    /// <summary>True above 0.</summary>
    public bool IsPositive
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !IsNegative && !Bits.IsZero;
    }

    /// <summary>True for 0.</summary>
    public bool IsZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bits.IsZero;
    }

    /// <summary>True from −2¹²⁷ to 2¹²⁷ − 1.</summary>
    public bool FitsInt128
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong sign = (ulong)((long)Bits.Limb1 >> 63);
            return ((Bits.Limb2 ^ sign) | (Bits.Limb3 ^ sign)) == 0;
        }
    }

    /// <summary>|value| for a value that <see cref="FitsInt128"/>.</summary>
    internal UInt128 LowMagnitude
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong sign = (ulong)((long)Bits.Limb1 >> 63);
            ulong limb0 = (Bits.Limb0 ^ sign) - sign;
            return new((Bits.Limb1 ^ sign) + (limb0 < (sign & 1) ? 1UL : 0), limb0);
        }
    }

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => IsNegative ? -1 : Bits.IsZero ? 0 : 1;

    /// <summary>|value|, 2²⁵⁵ included.</summary>
    public UInt256 Magnitude
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => NegateBits(Bits, IsNegative);
    }

    /// <summary>Widens.</summary>
    public static implicit operator Int256(long value)
    {
        ulong sign = (ulong)(value >> 63);
        return new(new UInt256((ulong)value, sign, sign, sign));
    }

    /// <summary>Widens.</summary>
    public static implicit operator Int256(Int128 value)
    {
        ulong sign = (ulong)(long)(value >> 127);
        return new(new UInt256((ulong)value, (ulong)(value >> 64), sign, sign));
    }

    /// <summary>Equal in every bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator ==(in Int256 left, in Int256 right) => left.Bits == right.Bits;

    /// <summary>Different in some bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator !=(in Int256 left, in Int256 right) => left.Bits != right.Bits;

    /// <summary>left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(in Int256 left, in Int256 right) =>
        left.IsNegative != right.IsNegative ? left.IsNegative : left.Bits < right.Bits;

    /// <summary>left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(in Int256 left, in Int256 right) => right < left;

    /// <summary>left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(in Int256 left, in Int256 right) => !(right < left);

    /// <summary>left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(in Int256 left, in Int256 right) => !(left < right);

    /// <summary>The unsigned number as a signed one; <see cref="ArithmeticFault.CastToSignedOverflow"/> from 2²⁵⁵ on.</summary>
    public static Int256 FromUnsigned(in UInt256 value, ref Fault fault)
    {
        if ((long)value.Limb3 < 0)
        {
            fault.Raise(ArithmeticFault.CastToSignedOverflow);
            return default;
        }

        return new(value);
    }

    /// <summary>The signed number as an unsigned one; <see cref="ArithmeticFault.CastToUnsignedOverflow"/> below 0.</summary>
    public UInt256 ToUnsigned(ref Fault fault)
    {
        if (IsNegative)
        {
            fault.Raise(ArithmeticFault.CastToUnsignedOverflow);
            return default;
        }

        return Bits;
    }

    /// <inheritdoc/>
    public bool Equals(Int256 other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Int256 other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => Bits.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Int256 other) => this < other ? -1 : this > other ? 1 : 0;

    /// <summary>−bits modulo 2²⁵⁶ when asked for, else bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static UInt256 NegateBits(in UInt256 bits, bool negate)
    {
        ulong mask = negate ? ulong.MaxValue : 0;
        ulong limb0 = (bits.Limb0 ^ mask) + (mask & 1);
        ulong carry = limb0 < (mask & 1) ? 1UL : 0;
        ulong limb1 = (bits.Limb1 ^ mask) + carry;
        carry = limb1 < carry ? 1UL : 0;
        ulong limb2 = (bits.Limb2 ^ mask) + carry;
        carry = limb2 < carry ? 1UL : 0;
        return new(limb0, limb1, limb2, (bits.Limb3 ^ mask) + carry);
    }
}
