namespace Myco.Engine.Reserve.Schedules;

/// <summary>A value on its way: start + clamp((t − t₀)/(t₁ − t₀), 0, 1)·(end − start).</summary>
/// <param name="StartValue">The value until <paramref name="StartTime"/>.</param>
/// <param name="EndValue">The value from <paramref name="EndTime"/> on.</param>
/// <param name="StartTime">t₀ in seconds.</param>
/// <param name="EndTime">t₁ in seconds, above t₀.</param>
/// <remarks>Source: spec 02-reserve-system, section 8 (Balancer GradualValueChange).</remarks>
public readonly record struct LinearSchedule(double StartValue, double EndValue, double StartTime, double EndTime)
{
    /// <summary>The value at a time; exactly the end value from the end on.</summary>
    public double At(double time) => time >= EndTime ? EndValue : time <= StartTime ? StartValue : StartValue + (Progress(time) * (EndValue - StartValue));

    /// <summary>The part of the way at a time, 0 to 1.</summary>
    public double Progress(double time) => Math.Clamp((time - StartTime) / (EndTime - StartTime), 0, 1);

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() =>
        !(double.IsFinite(StartValue) && double.IsFinite(EndValue)) ? $"the schedule runs from {StartValue:R} to {EndValue:R}; both must be finite"
        : !(StartTime < EndTime && double.IsFinite(EndTime - StartTime)) ? $"the schedule runs from time {StartTime:R} to {EndTime:R}; the end must be after the start"
        : null;
}
