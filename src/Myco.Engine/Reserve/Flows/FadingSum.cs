using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Flows;

/// <summary>A sum of what went, which fades, and when it was last brought up to date; a value.</summary>
/// <remarks>Source: spec 02-reserve-system, sections 2 and 4.</remarks>
/// <param name="Value">The sum, not below 0, at <paramref name="Time"/>.</param>
/// <param name="Time">When it was last brought up to date.</param>
public readonly record struct FadingSum(double Value, double Time)
{
    /// <summary>What is left of it at that time: value·memory^Δt.</summary>
    /// <param name="time">The time, not before that of the sum.</param>
    /// <param name="memory">The part left after a second, 0 to 1.</param>
    public double At(double time, double memory) => MemoryFlow.Decay(Value, memory, time - Time);

    /// <summary>The same sum, brought up to that time.</summary>
    internal FadingSum Settle(double time, double memory) => new(At(time, memory), time);

    /// <summary>The sum after an amount went at that time.</summary>
    internal FadingSum Add(double amount, double time, double memory) => new(At(time, memory) + amount, time);

    /// <summary>The two fields of the sum, none after the present.</summary>
    internal FadingSum Accept(IFields fields, string key, string timeKey) => new(
        fields.Number(key, Value, Interval.NotNegative),
        fields.Number(timeKey, Time, Interval.UpTo(fields.Present)));
}
