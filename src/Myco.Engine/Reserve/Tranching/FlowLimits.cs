namespace Myco.Engine.Reserve.Tranching;

/// <summary>How fast value may enter or leave one vault.</summary>
/// <remarks>Source: spec 02-reserve-system, section 2 (Gyroscope VaultSafetyMode).</remarks>
public sealed record FlowLimits
{
    /// <summary>The part of a vault's value that the flow of one direction may reach; infinite for no limit.</summary>
    public double ShortFlowThreshold { get; init; } = double.PositiveInfinity;

    /// <summary>The part of the threshold beyond which an order still succeeds, and closes that direction for a time, 0 to 1.</summary>
    public double Buffer { get; init; } = 0.8;

    /// <summary>The part of a flow that is left after a second, 0 to 1.</summary>
    public double Memory { get; init; } = 0.999_8;

    /// <summary>For how many seconds a direction stays closed.</summary>
    public double SafetyModeSeconds { get; init; } = 3_600;

    /// <summary>The first thing wrong with these numbers; null when nothing is.</summary>
    public string? Problem() =>
        !(ShortFlowThreshold > 0) ? $"flowLimits.shortFlowThreshold is {ShortFlowThreshold:R}; it must be above 0"
        : !(Buffer >= 0 && Buffer <= 1) ? $"flowLimits.buffer is {Buffer:R}; it must be from 0 to 1"
        : !(Memory >= 0 && Memory <= 1) ? $"flowLimits.memory is {Memory:R}; it must be from 0 to 1 a second"
        : !(SafetyModeSeconds >= 0 && double.IsFinite(SafetyModeSeconds)) ? $"flowLimits.safetyModeSeconds is {SafetyModeSeconds:R}; it must be at least 0 and finite"
        : null;
}
