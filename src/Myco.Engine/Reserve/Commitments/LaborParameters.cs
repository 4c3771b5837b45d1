using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>The labor channel: tokens for attested work, by type.</summary>
/// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
public sealed record LaborParameters
{
    /// <summary>The channel's limits; its units are units of work.</summary>
    public ChannelParameters Channel { get; init; } = new();

    /// <summary>Type of work (code, governance, community…) → tokens per unit, at least 0.</summary>
    public IReadOnlyDictionary<string, double> TokensPerUnit { get; init; } = new Dictionary<string, double>();

    /// <summary>The part of an unclaimed contribution that is left after a second, above 0 to 1: use it or lose it.</summary>
    public double Decay { get; init; } = 1;

    /// <summary>The units left of a contribution of that age: units·decay^age.</summary>
    public double UnitsLeft(double units, double age) => MemoryFlow.Decay(units, Decay, age);

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem()
    {
        foreach ((string type, double rate) in TokensPerUnit)
        {
            if (!(rate >= 0 && double.IsFinite(rate)) || type.Length is 0 or > 64)
            {
                return $"labor.tokensPerUnit of '{type}' is {rate:R}; rates must be at least 0 and finite, names 1 to 64 characters";
            }
        }

        return !(Decay > 0 && Decay <= 1) ? $"labor.decay is {Decay:R}; it must be above 0 and at most 1 a second" : Channel.Problem("labor.channel");
    }
}
