using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>An order that was refused on the way.</summary>
/// <param name="Step">The step.</param>
/// <param name="Holder">Whose order; −1 for the scenario's own.</param>
/// <param name="Order">The order.</param>
/// <param name="Refusal">Why.</param>
public sealed record ScenarioRefusal(int Step, int Holder, SystemOperation Order, SystemRefusal Refusal)
{
    /// <summary>One line: where, what, why.</summary>
    public string Describe() =>
        $"step {Step}{(Holder < 0 ? string.Empty : $", holder {Holder}")}: {Order.GetType().Name.Replace("Operation", string.Empty, StringComparison.Ordinal).ToLowerInvariant()} refused, {Refusal.Describe()}";
}
