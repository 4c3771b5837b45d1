namespace Myco.Engine.Reserve.Scenarios;

/// <summary>Prices that hold from a step on.</summary>
/// <param name="Step">The step, at whose beginning they are set.</param>
/// <param name="Values">The price of a unit of each vault, finite and above 0.</param>
public sealed record PriceChange(int Step, IReadOnlyList<double> Values)
{
    /// <summary>The first thing wrong; null when nothing is.</summary>
    /// <param name="steps">The number of steps.</param>
    /// <param name="vaults">The number of vaults.</param>
    public string? Problem(int steps, int vaults)
    {
        if (Step < 0 || Step >= steps)
        {
            return $"prices are set at step {Step}; steps are from 0 to {steps - 1}";
        }

        if (Values.Count != vaults)
        {
            return $"the prices of step {Step} are {Values.Count}; there are {vaults} vaults, give one each";
        }

        foreach (double price in Values)
        {
            if (!(price > 0 && double.IsFinite(price)))
            {
                return $"a price of step {Step} is {price:R}; it must be above 0 and finite";
            }
        }

        return null;
    }
}
