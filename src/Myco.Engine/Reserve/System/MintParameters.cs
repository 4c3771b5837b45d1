using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.System;

/// <summary>How deposits mint.</summary>
/// <remarks>Source: spec 02-reserve-system, section 6.</remarks>
public sealed record MintParameters : IDeclared<MintParameters>
{
    /// <summary>The tokens that the first deposit mints per unit of the invariant, above 0.</summary>
    public double InitialSupplyPerInvariant { get; init; } = 1;

    /// <summary>Whether a deposit never mints more than value·supply/reserve value, whatever the surface says.</summary>
    public bool CapAtReserveValue { get; init; }

    static MintParameters IDeclared<MintParameters>.Accept(IFields fields, MintParameters? value)
    {
        value ??= new();
        return value with
        {
            InitialSupplyPerInvariant = fields.Number("initialSupplyPerInvariant", value.InitialSupplyPerInvariant, Interval.Positive),
            CapAtReserveValue = fields.Flag("capAtReserveValue", value.CapAtReserveValue),
        };
    }
}
