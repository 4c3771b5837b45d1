using Myco.Engine.Fields;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>A change of weights and surface under way: from where, since when, for how long, and how far the surface has followed.</summary>
/// <param name="FromWeights">The target weights at the start.</param>
/// <param name="FromSurface">The surface's numbers at the start.</param>
/// <param name="Start">When it began.</param>
/// <param name="Duration">Its seconds; 0 for at once.</param>
/// <param name="SurfaceProgress">The part of the way that the surface has gone; it waits where the balances would lie on no surface.</param>
internal sealed record Transition(IReadOnlyList<double> FromWeights, AnglesDefinition FromSurface, double Start, double Duration, double SurfaceProgress) : IDeclared<Transition>
{
    static Transition IDeclared<Transition>.Accept(IFields fields, Transition? value)
    {
        Transition change = new(
            fields.Numbers("fromWeights", value?.FromWeights ?? [], Interval.NotNegative, 2, SystemParameters.MostVaults),
            fields.Part("fromSurface", value?.FromSurface!, ReserveSurface.Accept),
            fields.Number("start", value?.Start ?? double.NaN, Interval.UpTo(fields.Present)),
            fields.Number("duration", value?.Duration ?? double.NaN, Interval.NotNegative),
            fields.Number("surfaceProgress", value?.SurfaceProgress ?? double.NaN, Interval.Part));
        SystemParameters.CheckWeights(fields, change.FromWeights, "fromWeights");
        if (!double.IsFinite(change.Start + change.Duration))
        {
            fields.Refuse($"is {change.Duration:R} seconds from {change.Start:R}; the end must be finite", "duration");
        }

        return change;
    }

    /// <summary>The part of the way at a time, 0 to 1.</summary>
    public double ProgressAt(double time) => Duration <= 0 ? 1 : Math.Clamp((time - Start) / Duration, 0, 1);
}
