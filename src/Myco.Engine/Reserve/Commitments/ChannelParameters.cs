using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>What limits a commitment channel: who mints for something else than a deposit.</summary>
/// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
public sealed record ChannelParameters : IDeclared<ChannelParameters>
{
    /// <summary>The least seconds between two commitments of one contributor.</summary>
    public double Cooldown { get; init; }

    /// <summary>The seconds of a rate limit's period, above 0.</summary>
    public double Period { get; init; } = 86_400;

    /// <summary>The most units that one contributor may commit within a period.</summary>
    public double UnitsPerContributor { get; init; } = double.MaxValue;

    /// <summary>The most units that all may commit within a period.</summary>
    public double UnitsInAll { get; init; } = double.MaxValue;

    /// <summary>The part of the channel's flow that is left after a second, 0 to 1.</summary>
    public double FlowMemory { get; init; } = 0.999_99;

    /// <summary>The most that the channel may ever have minted, as a part of the supply after the mint, 0 to below 1.</summary>
    public double SupplyCap { get; init; } = 0.2;

    static ChannelParameters IDeclared<ChannelParameters>.Accept(IFields fields, ChannelParameters? value)
    {
        value ??= new();
        return value with
        {
            Cooldown = fields.Number("cooldown", value.Cooldown, Interval.NotNegative),
            Period = fields.Number("period", value.Period, Interval.Positive),
            UnitsPerContributor = fields.Number("unitsPerContributor", value.UnitsPerContributor, Interval.NotNegativeOrInfinite),
            UnitsInAll = fields.Number("unitsInAll", value.UnitsInAll, Interval.NotNegativeOrInfinite),
            FlowMemory = fields.Number("flowMemory", value.FlowMemory, Interval.Part),
            SupplyCap = fields.Number("supplyCap", value.SupplyCap, Interval.ProperPart),
        };
    }
}
