namespace Myco.Engine.Reserve.Commitments;

/// <summary>What a channel has minted and at what pace; a value, copied with the system's state.</summary>
/// <param name="Counted">The tokens counted against the cap: minted or reserved, and shrunk by every redemption as the supply is, so that the cap holds.</param>
/// <param name="Flow">The decaying sum of recent mints, at <paramref name="FlowTime"/>.</param>
/// <param name="FlowTime">When the flow was last brought up to date.</param>
/// <param name="Period">The units of all contributors in the present period.</param>
public readonly record struct ChannelAccount(double Counted, double Flow, double FlowTime, PeriodCount Period)
{
    /// <summary>The account after a mint (or a reservation) of tokens for units at that time.</summary>
    public ChannelAccount Mint(ChannelParameters parameters, double tokens, double units, double time) => new(
        Counted + tokens,
        FlowAt(parameters, time) + tokens,
        time,
        Period.Add(units, time, parameters.Period));

    /// <summary>The flow at that time: flow·memory^Δt.</summary>
    public double FlowAt(ChannelParameters parameters, double time) => Flow == 0 ? 0 : Flow * Math.Pow(parameters.FlowMemory, time - FlowTime);

    /// <summary>The account when the supply shrinks to a part of itself.</summary>
    public ChannelAccount Shrink(double factor) => this with { Counted = Counted * factor };
}
