namespace Myco.Engine.Reserve.System;

/// <summary>How deposits mint.</summary>
/// <remarks>Source: spec 02-reserve-system, section 6.</remarks>
public sealed record MintParameters
{
    /// <summary>The tokens that the first deposit mints per unit of the invariant, above 0.</summary>
    public double InitialSupplyPerInvariant { get; init; } = 1;

    /// <summary>Whether a deposit never mints more than value·supply/reserve value, whatever the surface says.</summary>
    public bool CapAtReserveValue { get; init; }

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() => !(InitialSupplyPerInvariant > 0 && double.IsFinite(InitialSupplyPerInvariant))
        ? $"mint.initialSupplyPerInvariant is {InitialSupplyPerInvariant:R}; it must be above 0 and finite"
        : null;
}
