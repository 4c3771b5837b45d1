using Myco.Engine.Fields;
using Myco.Engine.Reserve.Schedules;

namespace Myco.Engine.Reserve.System;

/// <summary>Target weights that an oracle has set in motion, as given; immutable.</summary>
internal sealed record WeightMotion : IDeclared<WeightMotion>
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
    public OracleWeights Schedule { get; }

    static WeightMotion IDeclared<WeightMotion>.Accept(IFields fields, WeightMotion? value)
    {
        IReadOnlyList<double> weights = fields.Numbers("weights", value?.Weights ?? [], Interval.Part, 2, SystemParameters.MostVaults);
        IReadOnlyList<double> multipliers = fields.Numbers("multipliers", value?.Multipliers ?? [], Interval.Finite, weights.Count, weights.Count);
        double lastUpdate = fields.Number("lastUpdate", value?.LastUpdate ?? double.NaN, Interval.UpTo(fields.Present));
        double minimum = fields.Number("minimum", value?.Minimum ?? double.NaN, Interval.Part);
        double maximum = fields.Number("maximum", value?.Maximum ?? double.NaN, Interval.Part);
        if (OracleWeights.Problem([.. weights], [.. multipliers], lastUpdate, minimum, maximum) is string problem)
        {
            fields.Refuse($"cannot be: {problem}");
        }

        return new(weights, multipliers, lastUpdate, minimum, maximum);
    }
}
