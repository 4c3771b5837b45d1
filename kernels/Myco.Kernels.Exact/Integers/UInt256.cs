using System.Numerics;
using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <summary>An unsigned integer of 256 bits, as the EVM has it.</summary>
/// <remarks>Arithmetic is by named methods: those with a <see cref="Faults.Fault"/> refuse what does not fit, those named Wrapping are modulo 2²⁵⁶.</remarks>
public readonly partial struct UInt256 : IEquatable<UInt256>, IComparable<UInt256>
{
    /// <summary>Bits 0 to 63.</summary>
    public readonly ulong Limb0;

    /// <summary>Bits 64 to 127.</summary>
    public readonly ulong Limb1;

    /// <summary>Bits 128 to 191.</summary>
    public readonly ulong Limb2;

    /// <summary>Bits 192 to 255.</summary>
    public readonly ulong Limb3;

    /// <summary>limb0 + 2⁶⁴·limb1 + 2¹²⁸·limb2 + 2¹⁹²·limb3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256(ulong limb0, ulong limb1, ulong limb2, ulong limb3)
    {
        Limb0 = limb0;
        Limb1 = limb1;
        Limb2 = limb2;
        Limb3 = limb3;
    }

    /// <summary>low + 2¹²⁸·high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt256(UInt128 low, UInt128 high)
        : this((ulong)low, (ulong)(low >> 64), (ulong)high, (ulong)(high >> 64))
    {
    }

    /// <summary>0.</summary>
    public static UInt256 Zero => default;

    /// <summary>1.</summary>
    public static UInt256 One => new(1, 0, 0, 0);

    /// <summary>2²⁵⁶ − 1.</summary>
    public static UInt256 MaxValue => new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    /// <summary>True for 0.</summary>
    public bool IsZero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Limb0 | Limb1 | Limb2 | Limb3) == 0;
    }

    /// <summary>True below 2¹²⁸.</summary>
    public bool FitsUInt128
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Limb2 | Limb3) == 0;
    }

    /// <summary>Bits 0 to 127.</summary>
    public UInt128 Low
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Limb1, Limb0);
    }

    /// <summary>Bits 128 to 255.</summary>
    public UInt128 High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Limb3, Limb2);
    }

    /// <summary>The position of the highest set bit plus one; 0 for 0.</summary>
    public int BitLength => 256 - LeadingZeroCount;

    /// <summary>The clear bits above the highest set one; 256 for 0.</summary>
    public int LeadingZeroCount =>
        Limb3 != 0 ? BitOperations.LeadingZeroCount(Limb3)
        : Limb2 != 0 ? 64 + BitOperations.LeadingZeroCount(Limb2)
        : Limb1 != 0 ? 128 + BitOperations.LeadingZeroCount(Limb1)
        : 192 + BitOperations.LeadingZeroCount(Limb0);

    /// <summary>Widens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator UInt256(ulong value) => new(value, 0, 0, 0);

    /// <summary>Widens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator UInt256(UInt128 value) => new((ulong)value, (ulong)(value >> 64), 0, 0);

    /// <summary>Equal in every bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator ==(in UInt256 left, in UInt256 right) =>
        ((left.Limb0 ^ right.Limb0) | (left.Limb1 ^ right.Limb1) | (left.Limb2 ^ right.Limb2) | (left.Limb3 ^ right.Limb3)) == 0;

    /// <summary>Different in some bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator !=(in UInt256 left, in UInt256 right) => !(left == right);

    /// <summary>left &lt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(in UInt256 left, in UInt256 right) =>
        left.Limb3 != right.Limb3 ? left.Limb3 < right.Limb3
        : left.Limb2 != right.Limb2 ? left.Limb2 < right.Limb2
        : left.Limb1 != right.Limb1 ? left.Limb1 < right.Limb1
        : left.Limb0 < right.Limb0;

    /// <summary>left &gt; right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(in UInt256 left, in UInt256 right) => right < left;

    /// <summary>left ≤ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <=(in UInt256 left, in UInt256 right) => !(right < left);

    /// <summary>left ≥ right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >=(in UInt256 left, in UInt256 right) => !(left < right);

    /// <summary>The bits of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt256 operator |(in UInt256 left, in UInt256 right) =>
        new(left.Limb0 | right.Limb0, left.Limb1 | right.Limb1, left.Limb2 | right.Limb2, left.Limb3 | right.Limb3);

    /// <summary>The smaller of the two.</summary>
    public static UInt256 Min(in UInt256 left, in UInt256 right) => right < left ? right : left;

    /// <summary>The larger of the two.</summary>
    public static UInt256 Max(in UInt256 left, in UInt256 right) => left < right ? right : left;

    /// <inheritdoc/>
    public bool Equals(UInt256 other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UInt256 other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Limb0, Limb1, Limb2, Limb3);

    /// <inheritdoc/>
    public int CompareTo(UInt256 other) => this < other ? -1 : this > other ? 1 : 0;
}
