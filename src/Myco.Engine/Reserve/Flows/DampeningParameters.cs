using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Flows;

/// <summary>How redemptions are dampened when many come at once.</summary>
/// <remarks>Source: spec 02-reserve-system, section 4.</remarks>
public sealed record DampeningParameters : IDeclared<DampeningParameters>
{
    /// <summary>The part of the supply that may flow before dampening begins, above 0; infinite for none.</summary>
    public double Threshold { get; init; } = 0.1;

    /// <summary>The part of the flow that is left after a second, 0 to 1.</summary>
    public double Memory { get; init; } = 0.999_99;

    /// <summary>What becomes of the tokens that are not effective.</summary>
    public DampeningPolicy Policy { get; init; }

    static DampeningParameters IDeclared<DampeningParameters>.Accept(IFields fields, DampeningParameters? value)
    {
        value ??= new();
        return value with
        {
            Threshold = fields.Number("threshold", value.Threshold, Interval.PositiveOrInfinite),
            Memory = fields.Number("memory", value.Memory, Interval.Part),
            Policy = fields.Choice("policy", value.Policy),
        };
    }
}
