using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Myco.Engine.Reserve.Tranching;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>How far values are apart: I = Σ|x_i − median(x)|/Σx_i.</summary>
/// <remarks>0 when all are equal. Rounding: sums in the order of the values, within 2N·2⁻⁵³ of I. Source: spec 02-reserve-system, section 5 (Balancer
/// StableSurge).</remarks>
internal static class Imbalance
{
    /// <summary>The imbalance of values; 0 when they sum to 0, NaN where one is.</summary>
    /// <param name="values">At least one value, none below 0.</param>
    public static double Of(ReadOnlySpan<double> values) => Of(MemoryMarshal.Cast<double, Lane1>(values)).Value;

    /// <summary>The imbalance of value_i/target_i, 0 for a reserve at its targets; a vault with a target of 0 is left out.</summary>
    /// <param name="values">N vault values in dollars, none below 0.</param>
    /// <param name="targets">N target weights, none below 0; a 0 only for an empty vault.</param>
    /// <remarks>Allocates nothing up to 16 vaults.</remarks>
    public static double OfReserve(ReadOnlySpan<double> values, ReadOnlySpan<double> targets) =>
        OfReserve(MemoryMarshal.Cast<double, Lane1>(values), MemoryMarshal.Cast<double, Lane1>(targets)).Value;

    /// <summary>The middle value, or the mean of the middle two; 0 of none.</summary>
    public static double Median(ReadOnlySpan<double> values) => Median(MemoryMarshal.Cast<double, Lane1>(values)).Value;

    /// <summary><see cref="Of(ReadOnlySpan{double})"/> in any precision, or of a pack of paths.</summary>
    public static TReal Of<TReal>(ReadOnlySpan<TReal> values)
        where TReal : struct, IReal<TReal>
    {
        TReal median = Median(values), total = 0, distance = 0;
        foreach (TReal value in values)
        {
            total += value;
            distance += TReal.Abs(value - median);
        }

        return TReal.Select(TReal.LessThanOrEqual(total, 0), 0, distance / total);
    }

    /// <summary><see cref="OfReserve(ReadOnlySpan{double}, ReadOnlySpan{double})"/> in any precision, or of a pack of paths; each leaves out its own vaults.</summary>
    [SkipLocalsInit]
    public static TReal OfReserve<TReal>(ReadOnlySpan<TReal> values, ReadOnlySpan<TReal> targets)
        where TReal : struct, IReal<TReal>
    {
        Unsafe.SkipInit(out TrancheNumbers<TReal> room);
        Span<TReal> scaled = values.Length <= TrancheNumbers<TReal>.Length ? room[..values.Length] : new TReal[values.Length];
        TReal counted = 0;
        for (int i = 0; i < values.Length; i++)
        {
            TReal isCounted = TReal.LessThan(0, targets[i]);
            scaled[i] = TReal.Select(isCounted, values[i] / targets[i], double.MaxValue);
            counted += 1 & isCounted;
        }

        return TReal.All(TReal.LessThanOrEqual(values.Length, counted)) ? Of<TReal>(scaled) : OfCounted(scaled, targets, counted);
    }

    [SkipLocalsInit]
    public static TReal Median<TReal>(ReadOnlySpan<TReal> values)
        where TReal : struct, IReal<TReal>
    {
        Unsafe.SkipInit(out TrancheNumbers<TReal> room);
        Span<TReal> sorted = values.Length <= TrancheNumbers<TReal>.Length ? room[..values.Length] : new TReal[values.Length];
        values.CopyTo(sorted);
        SortingNetwork.Sort(sorted);
        int middle = sorted.Length / 2;
        return sorted.Length == 0 ? 0 : (sorted.Length & 1) != 0 ? sorted[middle] : Between(sorted[middle - 1], sorted[middle]);
    }

    /// <summary>The imbalance of those values whose targets are above 0; the others hold the largest number, and are sorted to the end.</summary>
    private static TReal OfCounted<TReal>(ReadOnlySpan<TReal> scaled, ReadOnlySpan<TReal> targets, TReal counted)
        where TReal : struct, IReal<TReal>
    {
        TReal median = MedianOfLeast(scaled, counted), total = 0, distance = 0;
        for (int i = 0; i < scaled.Length; i++)
        {
            TReal isCounted = TReal.LessThan(0, targets[i]);
            total += scaled[i] & isCounted;
            distance += TReal.Abs(scaled[i] - median) & isCounted;
        }

        return TReal.Select(TReal.LessThanOrEqual(total, 0), 0, distance / total);
    }

    /// <summary>The median of the least so many, a number that each path has for itself.</summary>
    [SkipLocalsInit]
    private static TReal MedianOfLeast<TReal>(ReadOnlySpan<TReal> values, TReal count)
        where TReal : struct, IReal<TReal>
    {
        Unsafe.SkipInit(out TrancheNumbers<TReal> room);
        Span<TReal> sorted = values.Length <= TrancheNumbers<TReal>.Length ? room[..values.Length] : new TReal[values.Length];
        values.CopyTo(sorted);
        SortingNetwork.Sort(sorted);
        TReal low = 0, high = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            // Places ⌊(count − 1)/2⌋ and ⌊count/2⌋, one and the same of an odd count.
            TReal isLow = TReal.LessThanOrEqual(2 * i, count - 1) & TReal.LessThan(count - 1, (2 * i) + 2);
            TReal isHigh = TReal.LessThanOrEqual(2 * i, count) & TReal.LessThan(count, (2 * i) + 2);
            low = TReal.Select(isLow, sorted[i], low);
            high = TReal.Select(isHigh, sorted[i], high);
        }

        return Between(low, high);
    }

    private static TReal Between<TReal>(TReal low, TReal high)
        where TReal : struct, IReal<TReal> => low + ((high - low) / 2);
}
