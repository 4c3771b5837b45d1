using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>Angles too large for a π/2 of three parts: each is multiplied by those bits of 2/π that leave no whole turn.</summary>
/// <remarks>One element at a time and in integers, so the same bits on every width; the rest has an error of 2⁻⁶⁵ of itself. A NaN or an infinite
/// angle has a NaN rest. Source: Payne and Hanek 1983.</remarks>
internal static class LargeAngle
{
    private const int FractionBits = 52;
    private const int ExponentBias = 1075;

    // 64 bits in front of the point, then 2/π: 969 bits are the most that leave whole turns, and 192 are read behind them.
    internal static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0,
        0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
        0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
        0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
        0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
        0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB,
    ];

    private static DoubleDouble HalfPi => new(1.5707963267948966, 6.123233995736766e-17);

    /// <summary>Replaces the rest and the quarters of the elements that are beyond <see cref="ReducedAngle{TLane}.LargestDirect"/>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Reduce<TLane>(TLane angle, ref TLane high, ref TLane low, ref TLane quarters)
        where TLane : struct, ILane<TLane>
    {
        Span<double> angles = stackalloc double[8], highs = stackalloc double[8], lows = stackalloc double[8], turns = stackalloc double[8];
        Store(angle, angles);
        Store(high, highs);
        Store(low, lows);
        Store(quarters, turns);
        for (int e = 0; e < TLane.Count; e++)
        {
            if (!(Math.Abs(angles[e]) <= ReducedAngle<TLane>.LargestDirect))
            {
                DoubleDouble rest = Reduce(angles[e], out int quarter);
                (highs[e], lows[e], turns[e]) = (rest.High, rest.Low, BinaryExponent.Rounder + quarter);
            }
        }

        high = TLane.Load(in highs[0], 0);
        low = TLane.Load(in lows[0], 0);
        quarters = TLane.Load(in turns[0], 0);
    }

    private static void Store<TLane>(TLane value, Span<double> target)
        where TLane : struct, ILane<TLane> => TLane.Store(value, ref MemoryMarshal.GetReference(target), 0);

    /// <summary>The angle less <paramref name="quarters"/>·π/2 and whole turns.</summary>
    private static DoubleDouble Reduce(double angle, out int quarters)
    {
        quarters = 0;
        if (!double.IsFinite(angle))
        {
            return double.NaN;
        }

        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(angle));
        ulong mantissa = ((ulong)bits & ((1UL << FractionBits) - 1)) | (1UL << FractionBits);

        // angle = mantissa·2^exponent; of 2/π the bit of weight 2⁻ʲ gives a multiple of 4 quarters while j ≤ exponent − 2.
        int start = (int)(bits >> FractionBits) - ExponentBias - 2;
        ulong low = Math.BigMul(mantissa, Word(start + 128), out ulong lowest);
        UInt128 middle = ((UInt128)mantissa * Word(start + 64)) + low;
        ulong top = (mantissa * Word(start)) + (ulong)(middle >> 64);

        // Two bits of quarters, then the fraction, which above one half counts from the next quarter down.
        UInt128 fraction = (new UInt128(top, (ulong)middle) << 2) | (lowest >> 62);
        bool above = fraction >> 127 != 0;
        quarters = (int)(top >> 62) + (above ? 1 : 0);
        DoubleDouble rest = HalfPi * ToDoubleDouble(above ? UInt128.Zero - fraction : fraction);
        bool negative = above != angle < 0;
        quarters = angle < 0 ? -quarters : quarters;
        return negative ? -rest : rest;
    }

    /// <summary>64 bits of 2/π from the bit <paramref name="start"/> behind the point on, which may lie before it.</summary>
    private static ulong Word(int start)
    {
        int index = (start + 64) >> 6, shift = start & 63;
        return shift == 0 ? TwoOverPi[index] : (TwoOverPi[index] << shift) | (TwoOverPi[index + 1] >> (64 - shift));
    }

    /// <summary>fraction·2⁻¹²⁸.</summary>
    private static DoubleDouble ToDoubleDouble(UInt128 fraction)
    {
        int zeros = (int)UInt128.LeadingZeroCount(fraction);
        UInt128 normalized = fraction << zeros;
        double high = (ulong)(normalized >> 75), low = (ulong)(normalized >> 11); // 53 bits, and the 64 behind them
        return DoubleDouble.Sum(Math.ScaleB(high, -53 - zeros), Math.ScaleB(low, -117 - zeros));
    }
}
