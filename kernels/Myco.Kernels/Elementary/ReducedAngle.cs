using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>An angle as a number of quarter turns and a rest of at most about π/4 in two parts, and the sine of the whole.</summary>
/// <remarks>n = angle·2/π rounded, rest = angle − n·π/2 with π/2 in three parts of 53 bits: the first product's difference is exact, the second's
/// product and sum are taken with their errors. Beyond <see cref="LargestDirect"/> the rest is that of <see cref="LargeAngle"/>. Source: Cody and
/// Waite 1980; Taylor's series of both functions.</remarks>
/// <typeparam name="TLane">The width.</typeparam>
internal readonly struct ReducedAngle<TLane>
    where TLane : struct, ILane<TLane>
{
    /// <summary>Up to here the three parts leave 2⁻⁷⁰ of the smallest rest that a binary64 angle can have.</summary>
    public const double LargestDirect = 1 << 30;

    private const double TwoOverPi = 0.6366197723675814;
    private const double HalfPi = 1.5707963267948966;
    private const double HalfPiMiddle = 6.123233995736766e-17;
    private const double HalfPiLow = -1.4973849048591698e-33;

    private readonly TLane _high;
    private readonly TLane _low;
    private readonly TLane _quarters;

    /// <summary>Reduces a pack of angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReducedAngle(TLane angle)
    {
        TLane shifted = TLane.MultiplyAdd(angle, TwoOverPi, BinaryExponent.Rounder);
        TLane n = shifted - BinaryExponent.Rounder;
        TLane rest = TLane.MultiplyAdd(n, -HalfPi, angle);
        TLane product = n * HalfPiMiddle;
        TLane productError = TLane.MultiplySubtract(n, HalfPiMiddle, product);
        TLane high = rest - product;
        TLane back = high - rest;
        TLane low = rest - (high - back) - (product + back);
        low = TLane.MultiplyAdd(n, -HalfPiLow, low - productError);
        if (!TLane.AllLessThanOrEqual(TLane.Abs(angle), LargestDirect))
        {
            LargeAngle.Reduce(angle, ref high, ref low, ref shifted);
        }

        (_high, _low, _quarters) = (high, low, shifted);
    }

    /// <summary>The sine of the angle and <paramref name="quarters"/> quarter turns more: with one, its cosine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Sine(ulong quarters)
    {
        TLane turns = TLane.AddBits(_quarters, TLane.FromBits(quarters));
        TLane odd = TLane.LessThan(TLane.ShiftLeft(turns, 63) | 1, 0);
        TLane sign = TLane.ShiftLeft(turns, 62) & TLane.FromBits(0x8000_0000_0000_0000);
        TLane square = _high * _high, fourth = square * square;
        TLane half = 0.5 * square;
        TLane cosine = 1 - half;
        TLane sine = TLane.MultiplyAdd(_high * square, SineSeries(square, fourth), _low * cosine);
        TLane error = TLane.MultiplyAdd(_high, _low, 0.5 * TLane.MultiplySubtract(_high, _high, square));
        TLane rest = TLane.MultiplyAdd(fourth, CosineSeries(square, fourth), 1 - cosine - half - error);
        return TLane.Select(odd, cosine + rest, _high + sine) ^ sign;
    }

    /// <summary>(sin x − x)/x³ at x² to x¹⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane SineSeries(TLane square, TLane fourth)
    {
        TLane a0 = TLane.MultiplyAdd(square, 1.0 / 120, -1.0 / 6);
        TLane a1 = TLane.MultiplyAdd(square, 1.0 / 362880, -1.0 / 5040);
        TLane a2 = TLane.MultiplyAdd(square, 1.0 / 6227020800, -1.0 / 39916800);
        TLane a3 = TLane.MultiplyAdd(square, 1.0 / 355687428096000, -1.0 / 1307674368000);
        TLane b0 = TLane.MultiplyAdd(a1, fourth, a0);
        TLane b1 = TLane.MultiplyAdd(a3, fourth, a2);
        return TLane.MultiplyAdd(b1, fourth * fourth, b0);
    }

    /// <summary>(cos x − 1 + x²/2)/x⁴ at x² to x¹⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane CosineSeries(TLane square, TLane fourth)
    {
        TLane a0 = TLane.MultiplyAdd(square, -1.0 / 720, 1.0 / 24);
        TLane a1 = TLane.MultiplyAdd(square, -1.0 / 3628800, 1.0 / 40320);
        TLane a2 = TLane.MultiplyAdd(square, -1.0 / 87178291200, 1.0 / 479001600);
        TLane a3 = TLane.MultiplyAdd(square, -1.0 / 6402373705728000, 1.0 / 20922789888000);
        TLane b0 = TLane.MultiplyAdd(a1, fourth, a0);
        TLane b1 = TLane.MultiplyAdd(a3, fourth, a2);
        return TLane.MultiplyAdd(b1, fourth * fourth, b0);
    }
}
