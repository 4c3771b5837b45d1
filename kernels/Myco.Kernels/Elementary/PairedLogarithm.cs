using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Kernels.Elementary;

/// <summary>ln x as an unevaluated sum of two packs, to 2⁻⁶⁵ of itself: what a power multiplies by its exponent.</summary>
/// <remarks>x = 2ᵏ·m, s = (m − 1)/(m + 1) in two parts, 3/2·ln m = s·(3 + s² + r) with r = s⁴·(3/5 + 3/7·s² + …), below 2⁻¹² of the
/// whole, the factor in binary64. The factor 3/2 keeps the first two terms free of a constant that would need two parts. The series
/// is taken by pairs of terms. Source: the series of 2·artanh s; the split before its third term as in fdlibm's pow; Dekker 1971
/// for sums and products with their errors.</remarks>
internal static class PairedLogarithm
{
    // 3/2·ln 2 = high + low; the high part has 42 bits, so that its product with k is exact.
    private const double Ln2High = 1.0397207708397218;
    private const double Ln2Low = 1.961556830022416e-13;

    /// <summary>3/2·(k·ln 2 + ln m) for m in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane k, TLane m, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane s = Quotient(m, out TLane sLow);
        TLane square = s * s;
        TLane squareLow = TLane.MultiplyAdd(s + s, sLow, TLane.MultiplySubtract(s, s, square));
        TLane r = Series(square, squareLow, out TLane rLow);
        TLane start = 3 + square;
        TLane sum = start + r;
        TLane sumLow = 3 - start + square + squareLow + (start - sum + r + rLow);
        TLane log = s * sum;
        TLane logLow = TLane.MultiplyAdd(sLow, sum, TLane.MultiplyAdd(s, sumLow, TLane.MultiplySubtract(s, sum, log)));
        TLane whole = k * Ln2High;
        TLane result = whole + log;
        low = whole - result + log + TLane.MultiplyAdd(k, Ln2Low, logLow);
        return result;
    }

    /// <summary>(m − 1)/(m + 1), and what the quotient leaves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Quotient<TLane>(TLane m, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane f = m - 1;
        TLane divisor = 2 + f;
        TLane divisorLow = f - (divisor - 2);
        TLane reciprocal = 1 / divisor;
        TLane quotient = f * reciprocal;
        TLane excess = TLane.MultiplyAdd(quotient, divisorLow, TLane.MultiplySubtract(quotient, divisor, f));
        low = -(excess * reciprocal);
        return quotient;
    }

    /// <summary>Σ 3/(2i + 1)·zⁱ over i = 2…12; what follows is below 2⁻⁷⁰ of the logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Series<TLane>(TLane z, TLane zLow, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane z2 = z * z, z4 = z2 * z2;
        TLane z2Low = TLane.MultiplyAdd(z + z, zLow, TLane.MultiplySubtract(z, z, z2));
        TLane a0 = TLane.MultiplyAdd(z, 3.0 / 9, 3.0 / 7);
        TLane a1 = TLane.MultiplyAdd(z, 3.0 / 13, 3.0 / 11);
        TLane a2 = TLane.MultiplyAdd(z, 3.0 / 17, 3.0 / 15);
        TLane a3 = TLane.MultiplyAdd(z, 3.0 / 21, 3.0 / 19);
        TLane a4 = TLane.MultiplyAdd(z, 3.0 / 25, 3.0 / 23);
        TLane b0 = TLane.MultiplyAdd(a1, z2, a0);
        TLane b1 = TLane.MultiplyAdd(a3, z2, a2);
        TLane rest = TLane.MultiplyAdd(TLane.MultiplyAdd(a4, z4, b1), z4, b0);
        TLane factor = TLane.MultiplyAdd(rest, z, 3.0 / 5), series = factor * z2;
        low = TLane.MultiplyAdd(factor, z2Low, TLane.MultiplySubtract(factor, z2, series));
        return series;
    }
}
