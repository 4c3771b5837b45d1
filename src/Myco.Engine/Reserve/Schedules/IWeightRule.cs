namespace Myco.Engine.Reserve.Schedules;

/// <summary>How an oracle turns price gradients into multipliers of weights.</summary>
public interface IWeightRule
{
    /// <summary>The change of each weight a second; they sum to 0.</summary>
    /// <param name="gradients">N relative price changes a second, finite.</param>
    /// <param name="multipliers">N multipliers; may be written over the gradients.</param>
    void Multipliers(ReadOnlySpan<double> gradients, Span<double> multipliers);
}
