using Myco.Engine.Fields;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Scenarios;

/// <summary>Prices that hold from a step on.</summary>
/// <param name="Step">The step, at whose beginning they are set.</param>
/// <param name="Values">The price of a unit of each vault, finite and above 0.</param>
public sealed record PriceChange(int Step, IReadOnlyList<double> Values) : IDeclared<PriceChange>
{
    static PriceChange IDeclared<PriceChange>.Accept(IFields fields, PriceChange? value)
    {
        fields.Need("step");
        return new(
            (int)fields.Whole("step", value?.Step ?? 0, int.MinValue, int.MaxValue),
            fields.Numbers("values", value?.Values ?? [], Interval.Positive, 1, SystemParameters.MostVaults));
    }
}
