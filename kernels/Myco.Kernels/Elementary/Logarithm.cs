using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Elementary;

/// <summary>ln x.</summary>
/// <remarks>x = 2ᵏ·m with m in [√½, √2), f = m − 1, s = f/(2 + f), ln m = f − (f²/2 − s·(f²/2 + R)) with R the series of 2·artanh
/// s, over s and without its first term. Rounding: within 1 ulp, 0.82 the largest seen; the same bits on every width. −∞ for ±0,
/// NaN below zero, ∞ for ∞, NaN for NaN. Source: spec 07-stress, section 3.3.</remarks>
public static class Logarithm
{
    private const double Ln2High = 0.6931471805599453;
    private const double Ln2Low = 2.3190468138462996e-17;

    /// <summary>ln x of one number.</summary>
    public static double Of(double x) => Of<Lane1>(x).Value;

    /// <summary>ln x of each element.</summary>
    /// <remarks>Shapes, aliasing, errors: those of <see cref="MapLoop1"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps x from another start.</exception>
    public static void Compute(ReadOnlySpan<double> x, Span<double> destination) => MapLoop1.Run(default(Formula), x, destination);

    /// <summary>ln x of a pack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        if (BinaryExponent.AreNormal(x))
        {
            return OfNormal(x);
        }

        TLane k = BinaryExponent.SplitAny(x, out TLane m);
        TLane regular = TLane.LessThan(0, x) & TLane.LessThanOrEqual(x, double.MaxValue);
        TLane notAbove = TLane.Select(TLane.LessThan(x, 0), double.NaN, double.NegativeInfinity);
        return TLane.Select(regular, Sum(k, m), TLane.Select(TLane.LessThanOrEqual(x, 0), notAbove, x));
    }

    /// <summary>ln x of a pack of normal x above 0, unchecked: other elements yield numbers without meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane OfNormal<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        TLane k = BinaryExponent.Split(x, out TLane m);
        return Sum(k, m);
    }

    /// <summary>k·ln 2 + ln m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Sum<TLane>(TLane k, TLane m)
        where TLane : struct, ILane<TLane>
    {
        TLane f = m - 1;
        TLane s = f / (2 + f);
        TLane z = s * s;
        TLane p = 2.0 / 21;
        p = TLane.MultiplyAdd(p, z, 2.0 / 19);
        p = TLane.MultiplyAdd(p, z, 2.0 / 17);
        p = TLane.MultiplyAdd(p, z, 2.0 / 15);
        p = TLane.MultiplyAdd(p, z, 2.0 / 13);
        p = TLane.MultiplyAdd(p, z, 2.0 / 11);
        p = TLane.MultiplyAdd(p, z, 2.0 / 9);
        p = TLane.MultiplyAdd(p, z, 2.0 / 7);
        p = TLane.MultiplyAdd(p, z, 2.0 / 5);
        p = TLane.MultiplyAdd(p, z, 2.0 / 3);
        TLane halfSquare = 0.5 * f * f;
        TLane u = TLane.MultiplyAdd(s, halfSquare + (z * p), k * Ln2Low);
        return TLane.MultiplyAdd(k, Ln2High, f - (halfSquare - u));
    }

    private readonly struct Formula : IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x)
            where TLane : struct, ILane<TLane> => Of(x);
    }
}
