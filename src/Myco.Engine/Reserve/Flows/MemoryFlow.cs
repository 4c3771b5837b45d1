using Myco.Kernels.Elementary;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Flows;

/// <summary>A sum of what went, which fades: flow·memory^Δt + amount.</summary>
/// <remarks>Source: spec 02-reserve-system, sections 2 and 4.</remarks>
internal static class MemoryFlow
{
    /// <summary>What is left of a flow after a time: flow·memory^elapsed.</summary>
    /// <param name="flow">The flow, not below 0.</param>
    /// <param name="memory">The part left after a second, 0 to 1.</param>
    /// <param name="elapsed">The seconds, not below 0.</param>
    /// <remarks>Rounding: within 2 units of the last place.</remarks>
    public static double Decay(double flow, double memory, double elapsed) =>
        Decay<Lane1, PackElementary<Lane1>>(flow, memory, elapsed).Value;

    /// <summary>The same in any precision, or of a pack of paths.</summary>
    public static TReal Decay<TReal, TElementary>(TReal flow, TReal memory, TReal elapsed)
        where TReal : struct, IReal<TReal>
        where TElementary : struct, IElementary<TReal>
    {
        // Most flows are of now or of nothing: no power for them.
        TReal stays = TReal.LessThanOrEqual(TReal.Abs(flow), 0) | TReal.LessThanOrEqual(TReal.Abs(elapsed), 0);
        return TReal.All(stays) ? flow : TReal.Select(stays, flow, flow * TElementary.Power(memory, elapsed));
    }
}
