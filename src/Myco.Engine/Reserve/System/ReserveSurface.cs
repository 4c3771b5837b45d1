using Myco.Engine.Fields;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>The fields of a reserve's surface, which is given by its angles, so that it can be led to another.</summary>
internal static class ReserveSurface
{
    /// <summary>The surface's declaration: as many numbers as its own count of stretch factors asks for.</summary>
    public static AnglesDefinition Accept(IFields fields, AnglesDefinition? value)
    {
        IReadOnlyList<double> stretch = fields.Numbers("stretch", value?.Stretch ?? [], Interval.Finite, 2, SystemParameters.MostVaults);
        int n = stretch.Count, angles = n * (n - 1) / 2;
        return new()
        {
            Stretch = [.. stretch],
            Angles = [.. fields.Numbers("angles", value?.Angles ?? [], Interval.Finite, angles, angles)],
            PriceLower = [.. fields.Numbers("priceLower", value?.PriceLower ?? [], Interval.Finite, n, n)],
            PriceUpper = [.. fields.Numbers("priceUpper", value?.PriceUpper ?? [], Interval.Finite, n, n)],
        };
    }
}
