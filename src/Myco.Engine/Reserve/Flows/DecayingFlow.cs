namespace Myco.Engine.Reserve.Flows;

/// <summary>A sum of amounts of which a part is forgotten every second: flow·memory^Δt + amount.</summary>
/// <remarks>The memory is a parameter of whoever keeps the flow, from 0 to 1 a second. Source: spec 02-reserve-system, sections 2 and 4.</remarks>
/// <param name="Amount">The flow at <paramref name="Time"/>, not below 0.</param>
/// <param name="Time">When it was last brought up to date, in seconds.</param>
public readonly record struct DecayingFlow(double Amount, double Time)
{
    /// <summary>The flow at a time that is not earlier; at an earlier one, as it stands.</summary>
    public double At(double time, double memory) => time > Time ? Amount * Math.Pow(memory, time - Time) : Amount;

    /// <summary>The flow with an amount added at a time that is not earlier.</summary>
    public DecayingFlow Add(double amount, double time, double memory) => new(At(time, memory) + amount, Math.Max(time, Time));

    /// <summary>The memory that forgets one half in so many seconds: 2^(−1/T).</summary>
    public static double MemoryOfHalfLife(double seconds) => Math.Pow(2, -1 / seconds);
}
