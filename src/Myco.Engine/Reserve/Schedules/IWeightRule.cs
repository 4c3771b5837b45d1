namespace Myco.Engine.Reserve.Schedules;

/// <summary>What an oracle makes of prices: the changes of weights for its next update.</summary>
public interface IWeightRule
{
    /// <summary>Writes the change of each weight a second; they sum to 0.</summary>
    /// <param name="gradients">N price gradients: how much each price grows a second, as a part of itself.</param>
    /// <param name="multipliers">N changes a second, written; may be the gradients themselves.</param>
    void Update(ReadOnlySpan<double> gradients, Span<double> multipliers);
}
