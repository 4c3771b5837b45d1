namespace Myco.Engine.Reserve.Tranching;

/// <summary>One vault: one collateral, one dimension of the surface.</summary>
/// <remarks>The surface's balance of a vault is amount·rate·calibration price, so that its reference price is 1; its value is amount·rate·price.
/// Source: spec 02-reserve-system, sections 2 and 6.</remarks>
public sealed record TrancheParameters
{
    /// <summary>The least price, and the least rate.</summary>
    internal const double LeastPrice = 1e-18;

    /// <summary>The largest price, and the largest rate.</summary>
    internal const double LargestPrice = 1e18;

    /// <summary>The vault's name, 1 to 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The price of a unit (amount·rate) at which the weights were set, above 0.</summary>
    public double CalibrationPrice { get; init; } = 1;

    /// <summary>The units in one of the vault's tokens, above 0.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Below this price nothing is minted or redeemed through the vault.</summary>
    public double MinimumPrice { get; init; } = 1e-6;

    /// <summary>The least price at which a stable is on its peg; null for what has no peg.</summary>
    public double? PegFloor { get; init; }

    /// <summary>The largest price at which a stable is on its peg; null for what has no peg.</summary>
    public double? PegCeiling { get; init; }

    /// <summary>Whether a price, or a rate, is within the limits beyond which none is believed.</summary>
    internal static bool IsPrice(double price) => price >= LeastPrice && price <= LargestPrice;

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > 64 ? $"a vault is named '{Name}'; names have 1 to 64 characters"
        : !IsPrice(CalibrationPrice) ? $"vault {Name}: calibrationPrice is {CalibrationPrice:R}; it must be from {LeastPrice:R} to {LargestPrice:R}"
        : !IsPrice(Rate) ? $"vault {Name}: rate is {Rate:R}; it must be from {LeastPrice:R} to {LargestPrice:R}"
        : !(MinimumPrice >= 0 && double.IsFinite(MinimumPrice)) ? $"vault {Name}: minimumPrice is {MinimumPrice:R}; it must be at least 0 and finite"
        : PegFloor is not null != PegCeiling is not null || !(PegFloor is null || (PegFloor > 0 && PegFloor <= PegCeiling && double.IsFinite(PegCeiling!.Value)))
            ? $"vault {Name}: the peg is {PegFloor:R} to {PegCeiling:R}; give both, the floor above 0 and not above the ceiling, or neither"
        : null;
}
