using Myco.Engine.Fields;
using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>The labor channel: tokens for attested work, by type.</summary>
/// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
public sealed record LaborParameters : IDeclared<LaborParameters>
{
    /// <summary>The channel's limits; its units are units of work.</summary>
    public ChannelParameters Channel { get; init; } = new();

    /// <summary>Type of work (code, governance, community…) → tokens per unit, at least 0.</summary>
    public IReadOnlyDictionary<string, double> TokensPerUnit { get; init; } = new Dictionary<string, double>();

    /// <summary>The part of an unclaimed contribution that is left after a second, above 0 to 1: use it or lose it.</summary>
    public double Decay { get; init; } = 1;

    /// <summary>The units left of a contribution of that age: units·decay^age.</summary>
    public double UnitsLeft(double units, double age) => MemoryFlow.Decay(units, Decay, age);

    static LaborParameters IDeclared<LaborParameters>.Accept(IFields fields, LaborParameters? value)
    {
        value ??= new();
        return value with
        {
            Channel = fields.Part("channel", value.Channel),
            TokensPerUnit = fields.NumberTable("tokensPerUnit", value.TokensPerUnit, TextRule.Name, Interval.NotNegative),
            Decay = fields.Number("decay", value.Decay, new Interval(0, 1, HasLeast: false)),
        };
    }
}
