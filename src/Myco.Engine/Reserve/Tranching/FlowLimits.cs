using Myco.Engine.Fields;
using Myco.Kernels.Lanes;

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

    /// <summary>Whether an order may pass, as the number of a <see cref="FlowVerdict"/>, in any precision or of a pack of paths.</summary>
    /// <param name="flow">The flow of its direction with the order in it.</param>
    /// <param name="vaultValue">The vault's value before the order; an empty vault has nothing to protect, and no limit.</param>
    /// <param name="time">The present time.</param>
    /// <param name="closedUntil">Until when the direction is closed.</param>
    /// <param name="nextClosedUntil">Until when it is afterwards.</param>
    internal TReal Judge<TReal>(TReal flow, TReal vaultValue, TReal time, TReal closedUntil, out TReal nextClosedUntil)
        where TReal : struct, IReal<TReal>
    {
        // Infinity is no number to multiply an extended one by.
        TReal threshold = double.IsPositiveInfinity(ShortFlowThreshold) ? ShortFlowThreshold : ShortFlowThreshold * vaultValue;
        TReal isClosed = TReal.LessThan(time, closedUntil);
        TReal isUnlimited = TReal.LessThanOrEqual(vaultValue, 0) | TReal.LessThanOrEqual(double.PositiveInfinity, threshold);
        TReal passes = isUnlimited | TReal.LessThanOrEqual(flow, Buffer * threshold);
        TReal beyondBuffer = TReal.Select(
            TReal.LessThanOrEqual(flow, threshold), (int)FlowVerdict.PassesAndCloses, (int)FlowVerdict.AboveThreshold);
        nextClosedUntil = TReal.Select(isClosed | passes, closedUntil, time + SafetyModeSeconds);
        return TReal.Select(isClosed, (int)FlowVerdict.Closed, TReal.Select(passes, (int)FlowVerdict.Passes, beyondBuffer));
    }
}
