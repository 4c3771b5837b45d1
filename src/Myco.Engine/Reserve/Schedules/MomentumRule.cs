using System.Diagnostics.CodeAnalysis;

namespace Myco.Engine.Reserve.Schedules;

/// <summary>What an oracle makes of prices for its next update: weight goes to what rises, multiplier_i = k·(∇_i − mean ∇).</summary>
/// <remarks>Source: spec 02-reserve-system, section 8.</remarks>
public sealed record MomentumRule
{
    /// <summary>Checks the strength.</summary>
    /// <param name="strength">k, above 0 and finite.</param>
    /// <exception cref="ArgumentException">The strength is not above 0 and finite.</exception>
    public MomentumRule(double strength)
    {
        if (!(strength > 0 && double.IsFinite(strength)))
        {
            Throw(strength);
        }

        Strength = strength;
    }

    /// <summary>k.</summary>
    public double Strength { get; }

    /// <summary>Writes the change of each weight a second; they sum to 0.</summary>
    /// <param name="gradients">N price gradients: how much each price grows a second, as a part of itself.</param>
    /// <param name="multipliers">N changes a second, written; may be the gradients themselves.</param>
    public void Update(ReadOnlySpan<double> gradients, Span<double> multipliers)
    {
        double mean = 0;
        foreach (double gradient in gradients)
        {
            mean += gradient / gradients.Length;
        }

        for (int i = 0; i < gradients.Length; i++)
        {
            multipliers[i] = Strength * (gradients[i] - mean);
        }
    }

    [DoesNotReturn]
    private static void Throw(double strength) => throw new ArgumentException(
        $"strength is {strength:R}; it must be above 0 and finite; 1 turns a price gradient of 1e-6 a second into a weight change of 1e-6 a second");
}
