namespace Myco.Engine.Reserve.Schedules;

/// <summary>Weights that an oracle sets in motion: w_i(t) = base_i + multiplier_i·(t − update), until the first weight meets a bound.</summary>
/// <remarks>The multipliers sum to 0, so that the weights sum to 1 at all times. Immutable. Source: spec 02-reserve-system, section 8 (QuantAMM).</remarks>
public sealed class WeightMultipliers
{
    private const double SumTolerance = 1e-12;
    private readonly double[] _weights;
    private readonly double[] _multipliers;

    /// <summary>Weights in motion from a time on.</summary>
    /// <param name="weights">N weights at the update, within the bounds, which sum to 1.</param>
    /// <param name="multipliers">N changes a second, finite; they sum to 0.</param>
    /// <param name="updateTime">The time of the update.</param>
    /// <param name="least">The least weight, not below 0.</param>
    /// <param name="largest">The largest weight, not above 1.</param>
    /// <exception cref="ArgumentException">A number is outside its limits.</exception>
    public WeightMultipliers(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, double updateTime, double least, double largest)
    {
        if (Problem(weights, multipliers, updateTime, least, largest) is string problem)
        {
            throw new ArgumentException($"{problem}.");
        }

        (_weights, _multipliers, UpdateTime) = (weights.ToArray(), multipliers.ToArray(), updateTime);
        EndTime = updateTime + SecondsToBound(least, largest);
    }

    /// <summary>When the oracle spoke last.</summary>
    public double UpdateTime { get; }

    /// <summary>When the first weight meets a bound, and all stand still; infinite where none moves.</summary>
    public double EndTime { get; }

    /// <summary>The weights at a time; those of the update before it.</summary>
    /// <param name="time">The time in seconds.</param>
    /// <param name="weights">N weights.</param>
    public void CopyAt(double time, Span<double> weights)
    {
        double elapsed = Math.Clamp(time, UpdateTime, EndTime) - UpdateTime;
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = _weights[i] + (_multipliers[i] * elapsed);
        }
    }

    private static string? Problem(ReadOnlySpan<double> weights, ReadOnlySpan<double> multipliers, double updateTime, double least, double largest)
    {
        if (weights.Length != multipliers.Length || !double.IsFinite(updateTime) || !(least >= 0 && least < largest && largest <= 1))
        {
            return $"{weights.Length} weights, {multipliers.Length} multipliers, at time {updateTime:R}, within {least:R} to {largest:R}: the lengths must be the same, the time finite, the bounds from 0 to 1";
        }

        double sum = 0, drift = 0, size = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= least && weights[i] <= largest && double.IsFinite(multipliers[i])))
            {
                return $"weight {i} is {weights[i]:R} with multiplier {multipliers[i]:R}; the weight must be from {least:R} to {largest:R}, the multiplier finite";
            }

            (sum, drift, size) = (sum + weights[i], drift + multipliers[i], Math.Max(size, Math.Abs(multipliers[i])));
        }

        return Math.Abs(sum - 1) > 1e-9 ? $"the weights sum to {sum:R}; they must sum to 1"
            : Math.Abs(drift) > SumTolerance * Math.Max(size, double.Epsilon) * weights.Length ? $"the multipliers sum to {drift:R}; they must sum to 0"
            : null;
    }

    private double SecondsToBound(double least, double largest)
    {
        double seconds = double.PositiveInfinity;
        for (int i = 0; i < _weights.Length; i++)
        {
            double room = _multipliers[i] > 0 ? largest - _weights[i] : _weights[i] - least;
            seconds = _multipliers[i] == 0 ? seconds : Math.Min(seconds, room / Math.Abs(_multipliers[i]));
        }

        return seconds;
    }
}
