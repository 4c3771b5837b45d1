using Myco.Engine.Fields;
using Myco.Engine.Reserve.Flows;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Tranching;

/// <summary>The recent flow of value in one direction of one vault, and until when that direction is closed; a value.</summary>
/// <param name="Flow">What went.</param>
/// <param name="ClosedUntil">Orders of this direction are refused before this time.</param>
public readonly record struct TrancheFlow(FadingSum Flow, double ClosedUntil) : IDeclared<TrancheFlow>
{
    static TrancheFlow IDeclared<TrancheFlow>.Accept(IFields fields, TrancheFlow value) => new(
        value.Flow.Accept(fields, "flow", "time"),
        fields.Number("closedUntil", value.ClosedUntil, Interval.Finite));

    /// <summary>Adds an amount of value, and says whether it may pass.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="amount">The value that goes, not below 0.</param>
    /// <param name="vaultValue">The vault's value before the order; an empty vault has nothing to protect, and no limit.</param>
    /// <param name="time">The present time.</param>
    /// <param name="next">The flow afterwards; of meaning only when the order passes.</param>
    internal FlowVerdict Add(FlowLimits limits, double amount, double vaultValue, double time, out TrancheFlow next) =>
        Add(limits, amount, vaultValue, time, Flow.At(time, limits.Memory), out next);

    /// <summary>The same where the flow at the present time is known already.</summary>
    internal FlowVerdict Add(FlowLimits limits, double amount, double vaultValue, double time, double present, out TrancheFlow next)
    {
        double flow = present + amount;
        Lane1 verdict = limits.Judge<Lane1>(flow, vaultValue, time, ClosedUntil, out Lane1 closedUntil);
        next = new(new(flow, time), closedUntil.Value);
        return (FlowVerdict)verdict.Value;
    }
}
