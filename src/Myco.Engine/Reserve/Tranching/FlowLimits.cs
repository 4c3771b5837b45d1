using Myco.Engine.Fields;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>How fast value may enter or leave one vault.</summary>
/// <remarks>Source: spec 02-reserve-system, section 2 (Gyroscope VaultSafetyMode).</remarks>
public sealed record FlowLimits : IDeclared<FlowLimits>
{
    /// <summary>The part of a vault's value that the flow of one direction may reach; infinite for no limit.</summary>
    public double ShortFlowThreshold { get; init; } = double.PositiveInfinity;

    /// <summary>The part of the threshold beyond which an order still succeeds, and closes that direction for a time, 0 to 1.</summary>
    public double Buffer { get; init; } = 0.8;

    /// <summary>The part of a flow that is left after a second, 0 to 1.</summary>
    public double Memory { get; init; } = 0.999_8;

    /// <summary>For how many seconds a direction stays closed.</summary>
    public double SafetyModeSeconds { get; init; } = 3_600;

    static FlowLimits IDeclared<FlowLimits>.Accept(IFields fields, FlowLimits? value)
    {
        value ??= new();
        return value with
        {
            ShortFlowThreshold = fields.Number("shortFlowThreshold", value.ShortFlowThreshold, Interval.PositiveOrInfinite),
            Buffer = fields.Number("buffer", value.Buffer, Interval.Part),
            Memory = fields.Number("memory", value.Memory, Interval.Part),
            SafetyModeSeconds = fields.Number("safetyModeSeconds", value.SafetyModeSeconds, Interval.NotNegative),
        };
    }
}
