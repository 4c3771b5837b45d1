namespace Myco.Engine.Reserve.Flows;

/// <summary>How redemptions are dampened when many come at once.</summary>
/// <remarks>Source: spec 02-reserve-system, section 4.</remarks>
public sealed record DampeningParameters
{
    /// <summary>The part of the supply that may flow before dampening begins, above 0; infinite for none.</summary>
    public double Threshold { get; init; } = 0.1;

    /// <summary>The part of the flow that is left after a second, 0 to 1.</summary>
    public double Memory { get; init; } = 0.999_99;

    /// <summary>What becomes of the tokens that are not effective.</summary>
    public DampeningPolicy Policy { get; init; }

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() =>
        !(Threshold > 0) ? $"dampening.threshold is {Threshold:R}; it must be above 0"
        : !(Memory >= 0 && Memory <= 1) ? $"dampening.memory is {Memory:R}; it must be from 0 to 1 a second"
        : !Enum.IsDefined(Policy) ? $"dampening.policy is {Policy}; it must be burn or return"
        : null;
}
