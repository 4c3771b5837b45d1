namespace Myco.Engine.Reserve.Composition;

/// <summary>Takes an oracle's multipliers: the present target weights move by them until the first meets a bound, or the oracle speaks again.</summary>
/// <remarks>While governance leads weights over, the oracle waits; governance ends the oracle's motion. Source: spec 02-reserve-system, section 8.</remarks>
internal static class MoveWeightsOperation
{
    public static SystemRefusal Run(SystemCore core, MoveWeightsOrder order)
    {
        if (core.Transition is Transition under)
        {
            return new(SystemCheck.InvalidParameters, core.Time, under.Start + under.Duration, Detail: $"a change of parameters is under way until {under.Start + under.Duration:R}; wait for its end");
        }

        if (order.Multipliers.Count != core.Count || !(order.Least > 0))
        {
            return new(SystemCheck.InvalidParameters, Detail: $"{order.Multipliers.Count} multipliers for {core.Count} vaults, a least weight of {order.Least:R}; give one per vault, and a least weight above 0");
        }

        try
        {
            core.Motion = new([.. core.ScheduledWeights], [.. order.Multipliers], core.Time, order.Least, order.Largest);
            return SystemRefusal.None;
        }
        catch (ArgumentException exception)
        {
            return new(SystemCheck.InvalidParameters, Detail: exception.Message);
        }
    }
}
