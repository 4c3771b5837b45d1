using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>Powers of two taken off packs and put on them, by their bits.</summary>
internal static class BinaryExponent
{
    /// <summary>1.5·2⁵². Added to a number below 2⁵¹ it leaves the nearest integer, ties to even, and that integer in the low bits of the sum.</summary>
    public const double Rounder = 6755399441055744;

    private const double LeastNormal = 2.2250738585072014e-308;
    private const double SubnormalScale = 18014398509481984; // 2⁵⁴
    private const double SubnormalExponent = 54;
    private const int MantissaLength = 52;
    private const ulong MantissaBits = (1UL << MantissaLength) - 1;
    private const ulong RootOfHalf = 0x3FE6_A09E_667F_3BCD;

    /// <summary>Whether every element is a normal number above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreNormal<TLane>(TLane x)
        where TLane : struct, ILane<TLane> => TLane.AllLessThanOrEqual(LeastNormal, x) && TLane.AllLessThanOrEqual(x, double.MaxValue);

    /// <summary>k and m of normal x = 2ᵏ·m above 0, m in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Split<TLane>(TLane x, out TLane m)
        where TLane : struct, ILane<TLane>
    {
        TLane root = TLane.FromBits(RootOfHalf);
        TLane above = TLane.SubtractBits(x, root);
        m = TLane.AddBits(above & TLane.FromBits(MantissaBits), root);

        // k + 1024 is above 0 and shifts without a sign; behind the exponent of 2⁵² it is a number.
        TLane shifted = TLane.ShiftRight(TLane.AddBits(above, TLane.FromBits(1024UL << MantissaLength)), MantissaLength);
        return (shifted | TLane.FromBits(0x4330_0000_0000_0000)) - (4503599627370496 + 1024.0);
    }

    /// <summary>The same where x may be subnormal; for other numbers k and m are without meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane SplitAny<TLane>(TLane x, out TLane m)
        where TLane : struct, ILane<TLane>
    {
        TLane subnormal = TLane.LessThan(x, LeastNormal);
        return Split(x * TLane.Select(subnormal, SubnormalScale, 1), out m) - (subnormal & SubnormalExponent);
    }

    /// <summary>x·2ᵏ for an integer k given as k + <see cref="Rounder"/>, where x and the result are normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Scale<TLane>(TLane x, TLane shifted)
        where TLane : struct, ILane<TLane> => TLane.AddBits(x, TLane.ShiftLeft(shifted, MantissaLength));

    /// <summary>The same for |k| to 2000 and x about 1; a result beyond the range is infinite, one below it is rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ScaleAny<TLane>(TLane x, TLane shifted)
        where TLane : struct, ILane<TLane>
    {
        // In two halves, so that either factor is normal; the first product is exact.
        TLane half = TLane.MultiplyAdd(shifted - Rounder, 0.5, Rounder);
        return Scale(x, half) * Scale<TLane>(1, TLane.SubtractBits(shifted, half));
    }
}
