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
    public static void AdjustForPrices(
        ReadOnlySpan<double> scheduled, ReadOnlySpan<double> prices, ReadOnlySpan<double> calibrationPrices, Span<double> targets)
    {
        double total = 0;
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

    /// <summary>value_i over the sum of all; the fallback where the sum is 0.</summary>
    /// <param name="values">N values, none below 0.</param>
    /// <param name="fallback">N weights of an empty reserve.</param>
    /// <param name="weights">N weights; may be written over the fallback.</param>
    public static void FromValues(ReadOnlySpan<double> values, ReadOnlySpan<double> fallback, Span<double> weights)
    {
        double total = OrderedSum.Of(values);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = total > 0 ? values[i] / total : fallback[i];
        }
    }
}
