namespace Myco.Engine.Reserve.Fees;

/// <summary>How unequal a few numbers are: I = Σ|x_i − median(x)|/Σ x_i.</summary>
/// <remarks>Source: spec 02-reserve-system, section 5 (Balancer StableSurge).</remarks>
public static class Imbalance
{
    /// <summary>The imbalance of numbers not below 0; 0 when all are 0.</summary>
    /// <param name="shares">The numbers; sorted in place.</param>
    public static double Of(Span<double> shares)
    {
        shares.Sort();
        double total = 0, spread = 0, median = Median(shares);
        foreach (double share in shares)
        {
            total += share;
            spread += Math.Abs(share - median);
        }

        return total > 0 ? spread / total : 0;
    }

    /// <summary>The middle of sorted numbers, or the mean of the two in the middle.</summary>
    private static double Median(ReadOnlySpan<double> sorted)
    {
        int half = sorted.Length / 2;
        return sorted.IsEmpty ? 0 : sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
