namespace Myco.Engine.Reserve.Schedules;

/// <summary>multiplier_i = k·(∇_i − mean ∇): weight moves to what rises faster than the others.</summary>
/// <param name="Strength">k, finite.</param>
/// <remarks>Source: spec 02-reserve-system, section 8.</remarks>
public readonly record struct MomentumRule(double Strength) : IWeightRule
{
    /// <inheritdoc/>
    public void Multipliers(ReadOnlySpan<double> gradients, Span<double> multipliers)
    {
        double mean = 0;
        foreach (double gradient in gradients)
        {
            mean += gradient / gradients.Length;
        }

        double sum = 0;
        for (int i = 0; i < multipliers.Length; i++)
        {
            multipliers[i] = Strength * (gradients[i] - mean);
            sum += multipliers[i];
        }

        // What rounding leaves of the sum goes into the first, so that the weights keep their sum.
        multipliers[0] -= sum;
    }
}
