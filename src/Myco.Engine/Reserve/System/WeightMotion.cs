using System.Text.Json.Serialization;
using Myco.Engine.Reserve.Schedules;

namespace Myco.Engine.Reserve.System;

/// <summary>Target weights that an oracle has set in motion, as given; immutable.</summary>
internal sealed record WeightMotion
{
    /// <summary>Weights in motion.</summary>
    /// <exception cref="ArgumentException">A number breaks a limit of <see cref="OracleWeights"/>.</exception>
    public WeightMotion(IReadOnlyList<double> weights, IReadOnlyList<double> multipliers, double lastUpdate, double minimum, double maximum)
    {
        (Weights, Multipliers, LastUpdate, Minimum, Maximum) = (weights, multipliers, lastUpdate, minimum, maximum);
        Schedule = new OracleWeights([.. weights], [.. multipliers], lastUpdate, minimum, maximum);
    }

    /// <summary>The weights at the update.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Their changes a second.</summary>
    public IReadOnlyList<double> Multipliers { get; }

    /// <summary>When the oracle spoke.</summary>
    public double LastUpdate { get; }

    /// <summary>The least weight.</summary>
    public double Minimum { get; }

    /// <summary>The largest weight.</summary>
    public double Maximum { get; }

    /// <summary>The weights over time.</summary>
    [JsonIgnore]
    public OracleWeights Schedule { get; }
}
