using Myco.Engine.Reserve.Schedules;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Operations;

/// <summary>An oracle sets the target weights in motion: w_i(t) = w_i + multiplier_i·(t − now), until the first of them meets a bound.</summary>
/// <remarks>Takes an oracle's multipliers: the present target weights move by them until the first meets a bound, or the oracle speaks again. While governance leads weights over, the oracle waits; governance ends the oracle's motion. Source: spec 02-reserve-system, section 8.</remarks>
public sealed record MoveWeightsOperation : SystemOperation
{
    /// <summary>The change of each weight a second, finite; they sum to 0.</summary>
    public required IReadOnlyList<double> Multipliers { get; init; }

    /// <summary>The least weight, above 0.</summary>
    public double Least { get; init; } = 0.01;

    /// <summary>The largest weight, at most 1.</summary>
    public double Largest { get; init; } = 0.99;

    internal SystemRefusal Run(SystemCore core)
    {
        if (core.Numbers.Transition is Transition under)
        {
            return new(SystemCheck.InvalidParameters, core.Numbers.Time, under.Start + under.Duration, Detail: $"a change of parameters is under way until {under.Start + under.Duration:R}; wait for its end");
        }

        if (Multipliers.Count != core.Count || !(Least > 0))
        {
            return new(SystemCheck.InvalidParameters, Detail: $"{Multipliers.Count} multipliers for {core.Count} vaults, a least weight of {Least:R}; give one per vault, and a least weight above 0");
        }

        if (OracleWeights.Problem(core.ScheduledWeights, [.. Multipliers], core.Numbers.Time, Least, Largest) is string problem)
        {
            return new(SystemCheck.InvalidParameters, Detail: problem);
        }

        core.Numbers.Motion = new([.. core.ScheduledWeights], [.. Multipliers], core.Numbers.Time, Least, Largest);
        return SystemRefusal.None;
    }
}
