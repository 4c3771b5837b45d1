using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>One vault: one collateral, one dimension of the surface.</summary>
/// <remarks>The surface's balance of a vault is amount·rate·calibration price, so that its reference price is 1; its value is amount·rate·price.
/// Source: spec 02-reserve-system, sections 2 and 6.</remarks>
public sealed record TrancheParameters : IDeclared<TrancheParameters>
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

    /// <summary>The prices, and the rates, beyond which none is believed.</summary>
    internal static Interval PriceRange => new(LeastPrice, LargestPrice);

    private static TextRule NameRule { get; } = new("have 1 to 64 characters, not only blanks", name => name.Length <= 64 && !string.IsNullOrWhiteSpace(name));

    /// <summary>Whether a price, or a rate, is within the limits beyond which none is believed.</summary>
    internal static bool IsPrice(double price) => PriceRange.Contains(price);

    static TrancheParameters IDeclared<TrancheParameters>.Accept(IFields fields, TrancheParameters? value)
    {
        value ??= new() { Name = string.Empty };
        value = value with
        {
            Name = fields.Text("name", value.Name, NameRule),
            CalibrationPrice = fields.Number("calibrationPrice", value.CalibrationPrice, PriceRange),
            Rate = fields.Number("rate", value.Rate, PriceRange),
            MinimumPrice = fields.Number("minimumPrice", value.MinimumPrice, Interval.NotNegative),
            PegFloor = fields.NumberOrNull("pegFloor", value.PegFloor, Interval.Positive),
            PegCeiling = fields.NumberOrNull("pegCeiling", value.PegCeiling, Interval.Positive),
        };
        if (value.PegFloor is null != value.PegCeiling is null || value.PegFloor > value.PegCeiling)
        {
            fields.Refuse($"and pegCeiling are {Words(value.PegFloor)} and {Words(value.PegCeiling)}; give both, the floor not above the ceiling, or neither", "pegFloor");
        }

        return value;
    }

    private static string Words(double? end) => end is double number ? $"{number:R}" : "none";
}
