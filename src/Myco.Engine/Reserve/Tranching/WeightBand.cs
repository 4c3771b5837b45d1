using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>How far a vault's weight may be from its target.</summary>
/// <remarks>What an order may do outside it: <see cref="Safety.ReserveSafety"/>; a vault whose target is 0 is never filled. Source: spec 02-reserve-system, section 2.</remarks>
public sealed record WeightBand : IDeclared<WeightBand>
{
    /// <summary>The largest deviation: a part of the target, or a weight when <see cref="IsAbsolute"/>; infinite for no band.</summary>
    public double MaxDeviation { get; init; } = 0.2;

    /// <summary>Whether the deviation is a weight, and not a part of the target.</summary>
    public bool IsAbsolute { get; init; }

    static WeightBand IDeclared<WeightBand>.Accept(IFields fields, WeightBand? value)
    {
        value ??= new();
        return value with
        {
            MaxDeviation = fields.Number("maxDeviation", value.MaxDeviation, Interval.NotNegativeOrInfinite),
            IsAbsolute = fields.Flag("isAbsolute", value.IsAbsolute),
        };
    }
}
