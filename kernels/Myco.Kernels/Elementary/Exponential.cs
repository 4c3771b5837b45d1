using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Elementary;

/// <summary>eˣ.</summary>
/// <remarks>k = x/ln 2 rounded to even, r = x − k·ln 2 in two steps, Taylor's series of eʳ to r¹³, times 2ᵏ. Rounding: within 1 ulp, 0.85 the
/// largest seen; the same bits on every width. 1 for ±0, infinite above 709.78, subnormal and then 0 below −708.4, 0 for −∞, NaN for NaN.
/// Source: spec 07-stress, section 3.3.</remarks>
public static class Exponential
{
    /// <summary>Up to this |x| the result is a normal number.</summary>
    internal const double LargestNormal = 708;

    /// <summary>From this |x| on there is nothing but 0 and infinity.</summary>
    internal const double LargestFinite = 746;

    internal const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.6931471805599453;
    private const double Ln2Low = 2.3190468138462996e-17;

    /// <summary>eˣ of one number.</summary>
    public static double Of(double x) => Of<Lane1>(x).Value;

    /// <summary>eˣ of each element.</summary>
    /// <remarks>Shapes, aliasing, errors: those of <see cref="MapLoop1"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps x from another start.</exception>
    public static void Compute(ReadOnlySpan<double> x, Span<double> destination) => MapLoop1.Run(default(Formula), x, destination);

    /// <summary>eˣ of a pack.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        if (TLane.AllLessThanOrEqual(TLane.Abs(x), LargestNormal))
        {
            return OfModerate(x);
        }

        // Elements out of range are computed as 0, so that their bits reach no exponent.
        TLane inRange = TLane.LessThan(TLane.Abs(x), LargestFinite);
        TLane reduced = Reduced(x & inRange, out TLane shifted);
        return TLane.Select(inRange, BinaryExponent.ScaleAny(reduced, shifted), Limit(x));
    }

    /// <summary>eˣ of a pack of |x| ≤ 708, unchecked: other elements yield numbers without meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane OfModerate<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        TLane reduced = Reduced(x, out TLane shifted);
        return BinaryExponent.Scale(reduced, shifted);
    }

    /// <summary>eˣ where it is 0, infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Limit<TLane>(TLane x)
        where TLane : struct, ILane<TLane> => TLane.Select(TLane.LessThan(x, 0), 0, x * double.PositiveInfinity);

    /// <summary>eʳ, and k as <see cref="BinaryExponent.Scale"/> takes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Reduced<TLane>(TLane x, out TLane shifted)
        where TLane : struct, ILane<TLane>
    {
        shifted = (x * Log2E) + BinaryExponent.Rounder;
        TLane k = shifted - BinaryExponent.Rounder;
        TLane r = TLane.MultiplyAdd(k, -Ln2High, x);
        r = TLane.MultiplyAdd(k, -Ln2Low, r);
        TLane sum = 1.0 / 6227020800;
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 479001600);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 39916800);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 3628800);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 362880);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 40320);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 5040);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 720);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 120);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 24);
        sum = TLane.MultiplyAdd(sum, r, 1.0 / 6);
        sum = TLane.MultiplyAdd(sum, r, 0.5);
        sum = TLane.MultiplyAdd(sum, r, 1);
        return TLane.MultiplyAdd(sum, r, 1);
    }

    private readonly struct Formula : IMap1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x)
            where TLane : struct, ILane<TLane> => Of(x);
    }
}
