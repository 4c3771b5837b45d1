namespace Myco.Engine.Reserve.Fees;

/// <summary>How far values are apart: I = Σ|x_i − median(x)|/Σx_i.</summary>
/// <remarks>0 when all are equal. Source: spec 02-reserve-system, section 5 (Balancer StableSurge).</remarks>
internal static class Imbalance
{
    private const int LargestOnStack = 128;

    /// <summary>The imbalance of values; 0 when they sum to 0.</summary>
    /// <param name="values">At least one value, none below 0.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        double total = 0, distance = 0, median = Median(values);
        foreach (double value in values)
        {
            total += value;
            distance += Math.Abs(value - median);
        }

        return total > 0 ? distance / total : 0;
    }

    /// <summary>The imbalance of value_i/target_i, 0 for a reserve at its targets; a vault with a target of 0 is left out.</summary>
    /// <param name="values">N vault values in dollars, none below 0.</param>
    /// <param name="targets">N target weights, none below 0; a 0 only for an empty vault.</param>
    /// <remarks>Allocates nothing up to 128 vaults.</remarks>
    public static double OfReserve(ReadOnlySpan<double> values, ReadOnlySpan<double> targets)
    {
        Span<double> scaled = values.Length <= LargestOnStack ? stackalloc double[values.Length] : new double[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (targets[i] > 0)
            {
                scaled[count++] = values[i] / targets[i];
            }
        }

        return Of(scaled[..count]);
    }

    /// <summary>The middle value, or the mean of the middle two; 0 of none.</summary>
    public static double Median(ReadOnlySpan<double> values)
    {
        Span<double> sorted = values.Length <= LargestOnStack ? stackalloc double[values.Length] : new double[values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        int middle = sorted.Length / 2;
        return sorted.Length == 0 ? 0
            : (sorted.Length & 1) != 0 ? sorted[middle]
            : sorted[middle - 1] + ((sorted[middle] - sorted[middle - 1]) / 2);
    }
}
