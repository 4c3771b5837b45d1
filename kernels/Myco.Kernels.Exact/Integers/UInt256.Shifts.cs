using System.Runtime.CompilerServices;

namespace Myco.Kernels.Exact.Integers;

/// <content>Shifts.</content>
public readonly partial struct UInt256
{
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

    /// <summary>value · 2⁶⁴ + below modulo 2²⁵⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal UInt256 WordUp(ulong below) => new(below, Limb0, Limb1, Limb2);

    /// <summary>value · 2^count modulo 2²⁵⁶, the upper count bits of below come after it; 0 ≤ count ≤ 63.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal UInt256 ShiftUp(int count, ulong below)
    {
        int back = 63 - count;
        return new(
            (Limb0 << count) | (below >> 1 >> back),
            (Limb1 << count) | (Limb0 >> 1 >> back),
            (Limb2 << count) | (Limb1 >> 1 >> back),
            (Limb3 << count) | (Limb2 >> 1 >> back));
    }
}
