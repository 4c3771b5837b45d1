using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Schedules;

/// <summary>A number that goes in a straight line from one value to another: start + clamp((t − t0)/(t1 − t0), 0, 1)·(end − start).</summary>
/// <remarks>Source: spec 02-reserve-system, section 8 (Balancer GradualValueChange).</remarks>
public readonly record struct LinearSchedule
{
    /// <summary>Checks the numbers.</summary>
    /// <param name="startTime">t0 in seconds.</param>
    /// <param name="endTime">t1 in seconds, after t0.</param>
    /// <param name="start">The value up to t0.</param>
    /// <param name="end">The value from t1 on.</param>
    /// <exception cref="ArgumentException">A number is not finite, or t1 is not after t0.</exception>
    public LinearSchedule(double startTime, double endTime, double start, double end)
    {
        if (!(startTime < endTime) || !double.IsFinite(endTime - startTime) || !double.IsFinite(end - start))
        {
            Throw(startTime, endTime, start, end);
        }

        (StartTime, EndTime, Start, End) = (startTime, endTime, start, end);
    }

    /// <summary>t0.</summary>
    public double StartTime { get; }

    /// <summary>t1.</summary>
    public double EndTime { get; }

    /// <summary>The value up to t0.</summary>
    public double Start { get; }

    /// <summary>The value from t1 on.</summary>
    public double End { get; }

    /// <summary>The value at a time; exactly the end's from t1 on.</summary>
    /// <remarks>Rounding: within 4 units of the last place of the larger value.</remarks>
    public double At(double time) => At<Lane1>(time).Value;

    /// <summary>The same in any precision, or at a pack of times.</summary>
    internal TReal At<TReal>(TReal time)
        where TReal : struct, IReal<TReal>
    {
        TReal startTime = StartTime, endTime = EndTime, start = Start, end = End;
        TReal between = start + ((time - startTime) / (endTime - startTime) * (end - start));
        return TReal.Select(
            TReal.LessThanOrEqual(endTime, time), end, TReal.Select(TReal.LessThanOrEqual(time, startTime), start, between));
    }

    [DoesNotReturn]
    private static void Throw(double startTime, double endTime, double start, double end) => throw new ArgumentException(
        $"a schedule from {start:R} at {startTime:R} s to {end:R} at {endTime:R} s; every number must be finite and the end after the start; "
        + "for a change at once, replace the value");
}
