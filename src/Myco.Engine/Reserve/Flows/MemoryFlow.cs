namespace Myco.Engine.Reserve.Flows;

/// <summary>A sum of what went, which fades: flow·memory^Δt + amount.</summary>
/// <remarks>Source: spec 02-reserve-system, sections 2 and 4.</remarks>
internal static class MemoryFlow
{
    /// <summary>What is left of a flow after a time: flow·memory^elapsed.</summary>
    /// <param name="flow">The flow, not below 0.</param>
    /// <param name="memory">The part left after a second, 0 to 1.</param>
    /// <param name="elapsed">The seconds, not below 0.</param>
    public static double Decay(double flow, double memory, double elapsed) => flow == 0 || elapsed == 0 ? flow : flow * Math.Pow(memory, elapsed);
}
