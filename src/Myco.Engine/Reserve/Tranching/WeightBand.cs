namespace Myco.Engine.Reserve.Tranching;

/// <summary>How far a vault's weight may be from its target.</summary>
/// <remarks>Outside its band a weight must not move farther away. Empty vaults are not counted, and everything may be taken out; a
/// vault whose target is 0 is never filled. The contract's strict form is
/// the exact twin's. Source: spec 02-reserve-system, section 2.</remarks>
public sealed record WeightBand
{
    /// <summary>Roundings of a split toward the targets stay below this.</summary>
    private const double Rounding = 1e-12;

    /// <summary>The largest deviation: a part of the target, or a weight when <see cref="IsAbsolute"/>; infinite for no band.</summary>
    public double MaxDeviation { get; init; } = 0.2;

    /// <summary>Whether the deviation is a weight, and not a part of the target.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>The first vault that leaves its band, or moves farther outside; −1 when none does.</summary>
    /// <param name="before">N values before; the targets are the old weights of an empty reserve.</param>
    /// <param name="after">N values after.</param>
    /// <param name="targets">N target weights.</param>
    /// <param name="weight">The new weight of the vault found.</param>
    /// <param name="limit">The nearest weight that would pass.</param>
    public int FindBreach(ReadOnlySpan<double> before, ReadOnlySpan<double> after, ReadOnlySpan<double> targets, out double weight, out double limit)
    {
        double totalBefore = Sum(before), totalAfter = Sum(after);
        for (int i = 0; i < targets.Length && totalAfter > 0; i++)
        {
            double target = targets[i];
            double allowed = target == 0 ? 0 : IsAbsolute ? MaxDeviation : MaxDeviation * target;
            weight = after[i] / totalAfter;
            double distance = Math.Abs(weight - target);
            double distanceBefore = totalBefore > 0 ? Math.Abs((before[i] / totalBefore) - target) : 0;
            if (after[i] > 0 && distance > allowed && distance > distanceBefore + Rounding)
            {
                double room = Math.Max(allowed, distanceBefore);
                limit = weight > target ? target + room : target - room;
                return i;
            }
        }

        (weight, limit) = (double.NaN, double.NaN);
        return -1;
    }

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() => MaxDeviation >= 0 ? null : $"band.maxDeviation is {MaxDeviation:R}; it must be at least 0";

    private static double Sum(ReadOnlySpan<double> values)
    {
        double total = 0;
        foreach (double value in values)
        {
            total += value;
        }

        return total;
    }
}
