using System.Runtime.InteropServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>The weights that the vaults should have, after what prices have done to them.</summary>
/// <remarks>Source: spec 02-reserve-system, section 2 (Gyroscope ReserveManager).</remarks>
internal static class TargetWeights
{
    /// <summary>target_i = scheduled_i·price_i/calibrationPrice_i, divided by their sum.</summary>
    /// <param name="scheduled">N scheduled weights, none below 0, at least one above.</param>
    /// <param name="prices">N prices, finite and above 0.</param>
    /// <param name="calibrationPrices">N prices at which the scheduled weights were set, finite and above 0.</param>
    /// <param name="targets">N targets, which sum to 1; may be written over any input.</param>
    /// <remarks>Rounding: within N + 4 units of the last place of each.</remarks>
    public static void AdjustForPrices(
        ReadOnlySpan<double> scheduled, ReadOnlySpan<double> prices, ReadOnlySpan<double> calibrationPrices, Span<double> targets) => AdjustForPrices(
            MemoryMarshal.Cast<double, Lane1>(scheduled), MemoryMarshal.Cast<double, Lane1>(prices),
            MemoryMarshal.Cast<double, Lane1>(calibrationPrices), MemoryMarshal.Cast<double, Lane1>(targets));

    /// <summary>value_i over the sum of all; the fallback where the sum is 0.</summary>
    /// <param name="values">N values, none below 0.</param>
    /// <param name="fallback">N weights of an empty reserve.</param>
    /// <param name="weights">N weights; may be written over the fallback.</param>
    /// <remarks>Rounding: within N + 1 units of the last place of each.</remarks>
    public static void FromValues(ReadOnlySpan<double> values, ReadOnlySpan<double> fallback, Span<double> weights) => FromValues(
        MemoryMarshal.Cast<double, Lane1>(values), MemoryMarshal.Cast<double, Lane1>(fallback), MemoryMarshal.Cast<double, Lane1>(weights));

    /// <summary>The targets in any precision, or of a pack of paths: element i is vault i of all of them.</summary>
    public static void AdjustForPrices<TReal>(
        ReadOnlySpan<TReal> scheduled, ReadOnlySpan<TReal> prices, ReadOnlySpan<TReal> calibrationPrices, Span<TReal> targets)
        where TReal : struct, IReal<TReal>
    {
        TReal total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = scheduled[i] * (prices[i] / calibrationPrices[i]);
            total += targets[i];
        }

        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] /= total;
        }
    }

    /// <summary>The weights in any precision, or of a pack of paths, each of which falls back for itself.</summary>
    public static void FromValues<TReal>(ReadOnlySpan<TReal> values, ReadOnlySpan<TReal> fallback, Span<TReal> weights)
        where TReal : struct, IReal<TReal>
    {
        TReal total = OrderedSum.Of(values);
        TReal isFilled = TReal.LessThan(0, total);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = TReal.Select(isFilled, values[i] / total, fallback[i]);
        }
    }
}
