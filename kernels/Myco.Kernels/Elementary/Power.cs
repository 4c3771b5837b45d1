using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;
using Myco.Kernels.Loops;

namespace Myco.Kernels.Elementary;

/// <summary>xʸ.</summary>
/// <remarks>e to y·ln x, the logarithm and the product in two parts. Rounding: within 1 ulp, 0.66 the largest seen for |y·ln x|
/// below 50 and 0.73 at all, subnormal results too; the same bits on every width. Special values as IEEE 754's pow and
/// <see cref="Math.Pow"/>: x⁰ and 1ʸ are 1 even for NaN; a negative x yields NaN unless y is an integer, and a negative result
/// where that is odd; ±0 and ±∞ by the limits. Source: <see cref="PairedLogarithm"/>, <see cref="PairedExponential"/>.</remarks>
public static class Power
{
    private const double TwoTo52 = 4503599627370496;
    private const ulong Sign = 1UL << 63;

    // The logarithm comes as 3/2 of itself: 2/3, rounded, and the rest.
    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsLow = 3.700743415417188e-17;

    /// <summary>xʸ of two numbers.</summary>
    public static double Of(double x, double y) => Of<Lane1>(x, y).Value;

    /// <summary>xʸ of each pair of elements.</summary>
    /// <remarks>Shapes, aliasing, errors: those of <see cref="MapLoop2"/>.</remarks>
    /// <exception cref="ArgumentException">The lengths differ, or the destination overlaps an input from another start.</exception>
    public static void Compute(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination) =>
        MapLoop2.Run(default(Formula), x, y, destination);

    /// <summary>xʸ of two packs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane x, TLane y)
        where TLane : struct, ILane<TLane>
    {
        if (BinaryExponent.AreNormal(x))
        {
            TLane k = BinaryExponent.Split(x, out TLane m);
            TLane exponent = Exponent(k, m, y, out TLane low);
            if (TLane.AllLessThanOrEqual(TLane.Abs(exponent), Exponential.LargestNormal))
            {
                TLane reduced = PairedExponential.Reduced(exponent, low, out TLane shifted);
                return BinaryExponent.Scale(reduced, shifted);
            }
        }

        return OfAny(x, y);
    }

    /// <summary>The same where any number may be in the packs: a method of its own, so that it is not in every loop.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TLane OfAny<TLane>(TLane x, TLane y)
        where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(x), infinity = double.PositiveInfinity;
        TLane power = OfSize(size, y);
        TLane isInteger = IsInteger(TLane.Abs(y));
        TLane isOdd = TLane.Select(IsInteger(0.5 * TLane.Abs(y)), 0, isInteger);
        TLane isNegative = TLane.LessThan(x, 0) & TLane.LessThan(-infinity, x);
        TLane isReal = TLane.Select(isNegative, isInteger, TLane.LessThanOrEqual(0, 0));
        TLane signed = TLane.Select(isReal, power ^ (x & isOdd & TLane.FromBits(Sign)), double.NaN);
        TLane isOne = AreEqual(y, 0) | AreEqual(x, 1) | (AreEqual(size, 1) & AreEqual(TLane.Abs(y), infinity));
        return TLane.Select(isOne, 1, signed);
    }

    /// <summary>xʸ for x not below 0, but for 1 to an infinite power and 0 or ∞ to the power 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane OfSize<TLane>(TLane x, TLane y)
        where TLane : struct, ILane<TLane>
    {
        TLane k = BinaryExponent.SplitAny(x, out TLane m);
        TLane exponent = Exponent(k, m, y, out TLane low);
        TLane regular = TLane.LessThan(0, x) & TLane.LessThanOrEqual(x, double.MaxValue);
        TLane limit = TLane.Select(TLane.LessThanOrEqual(x, 0), double.NegativeInfinity, x);
        exponent = TLane.Select(regular, exponent, y * limit);

        // Elements out of range are computed as 0, so that their bits reach no exponent.
        TLane inRange = TLane.LessThan(TLane.Abs(exponent), Exponential.LargestFinite);
        TLane reduced = PairedExponential.Reduced(exponent & inRange, low & inRange, out TLane shifted);
        return TLane.Select(inRange, BinaryExponent.ScaleAny(reduced, shifted), Exponential.Limit(exponent));
    }

    /// <summary>y·ln x in two parts, for x = 2ᵏ·m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Exponent<TLane>(TLane k, TLane m, TLane y, out TLane low)
        where TLane : struct, ILane<TLane>
    {
        TLane logarithm = PairedLogarithm.Of(k, m, out TLane logarithmLow);
        TLane part = y * TwoThirds;
        TLane partLow = TLane.MultiplyAdd(y, TwoThirdsLow, TLane.MultiplySubtract(y, TwoThirds, part));
        TLane exponent = part * logarithm;
        low = TLane.MultiplyAdd(partLow, logarithm, TLane.MultiplyAdd(part, logarithmLow, TLane.MultiplySubtract(part, logarithm, exponent)));
        return exponent;
    }

    private static TLane AreEqual<TLane>(TLane x, TLane y)
        where TLane : struct, ILane<TLane> => TLane.LessThanOrEqual(x, y) & TLane.LessThanOrEqual(y, x);

    /// <summary>The mask of the integers among numbers not below 0: from 2⁵² on all are, and that cut to 2⁵² they stay.</summary>
    private static TLane IsInteger<TLane>(TLane x)
        where TLane : struct, ILane<TLane>
    {
        TLane cut = TLane.Min(x, TwoTo52);
        return AreEqual(cut + TwoTo52 - TwoTo52, cut);
    }

    private readonly struct Formula : IMap2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Apply<TLane>(TLane x, TLane y)
            where TLane : struct, ILane<TLane> => Of(x, y);
    }
}
