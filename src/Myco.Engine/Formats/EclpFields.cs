using Myco.Engine.Fields;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>The key <c>eclp</c> of a pool or a surface: the five parameters of a Gyroscope E-CLP.</summary>
/// <param name="Definition">The parameters.</param>
internal sealed record EclpFields(EclpDefinition Definition) : IDeclared<EclpFields>
{
    static EclpFields IDeclared<EclpFields>.Accept(IFields fields, EclpFields? value)
    {
        EclpDefinition eclp = value?.Definition ?? new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        return new(new EclpDefinition(
            fields.Number("alpha", eclp.Alpha, Interval.Finite),
            fields.Number("beta", eclp.Beta, Interval.Finite),
            fields.Number("c", eclp.C, Interval.Finite),
            fields.Number("s", eclp.S, Interval.Finite),
            fields.Number("lambda", eclp.Lambda, Interval.Finite)));
    }
}
