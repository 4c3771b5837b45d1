namespace Myco.Engine.Reserve.Commitments;

/// <summary>What limits a commitment channel: who mints for something else than a deposit.</summary>
/// <remarks>Source: spec 02-reserve-system, section 7.</remarks>
public sealed record ChannelParameters
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

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    /// <param name="name">The channel, for the message.</param>
    public string? Problem(string name) =>
        !(Cooldown >= 0 && double.IsFinite(Cooldown)) ? $"{name}.cooldown is {Cooldown:R} seconds; it must be at least 0 and finite"
        : !(Period > 0 && double.IsFinite(Period)) ? $"{name}.period is {Period:R} seconds; it must be above 0 and finite"
        : !(UnitsPerContributor >= 0) ? $"{name}.unitsPerContributor is {UnitsPerContributor:R}; it must be at least 0"
        : !(UnitsInAll >= 0) ? $"{name}.unitsInAll is {UnitsInAll:R}; it must be at least 0"
        : !(FlowMemory >= 0 && FlowMemory <= 1) ? $"{name}.flowMemory is {FlowMemory:R}; it must be from 0 to 1 a second"
        : !(SupplyCap >= 0 && SupplyCap < 1) ? $"{name}.supplyCap is {SupplyCap:R}; it must be at least 0 and below 1"
        : null;
}
