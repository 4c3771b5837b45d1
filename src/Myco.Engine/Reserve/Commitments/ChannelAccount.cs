using Myco.Engine.Fields;
using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Reserve.Commitments;

/// <summary>What a channel has minted and at what pace; a value, copied with the system's state.</summary>
/// <param name="Counted">The tokens minted, as the cap counts them: shrunk by every redemption as the supply is, so that the cap holds.</param>
/// <param name="Reserved">The tokens promised and not yet minted: bonuses that have not vested.</param>
/// <param name="Flow">The recent mints.</param>
/// <param name="Period">The units of all contributors in the present period.</param>
public readonly record struct ChannelAccount(double Counted, double Reserved, FadingSum Flow, PeriodCount Period) : IDeclared<ChannelAccount>
{
    static ChannelAccount IDeclared<ChannelAccount>.Accept(IFields fields, ChannelAccount value) => new(
        fields.Number("counted", value.Counted, Interval.NotNegative),
        fields.Number("reserved", value.Reserved, Interval.NotNegative),
        value.Flow.Accept(fields, "flow", "flowTime"),
        fields.Part("period", value.Period));

    /// <summary>The most that may be minted, or promised, at that supply: m with counted + reserved + m ≤ cap·(supply + m).</summary>
    public double Room(ChannelParameters parameters, double supply) => RoomBeside(parameters, supply, Counted + Reserved);

    /// <summary>The most of what is promised that may be minted at that supply.</summary>
    public double RoomForReserved(ChannelParameters parameters, double supply) => RoomBeside(parameters, supply, Counted);

    /// <summary>The account after units committed at that time.</summary>
    public ChannelAccount Commit(ChannelParameters parameters, double units, double time) =>
        this with { Period = Period.Add(units, time, parameters.Period) };

    /// <summary>The account after a mint of tokens at that time.</summary>
    public ChannelAccount Mint(ChannelParameters parameters, double tokens, double time) =>
        this with { Counted = Counted + tokens, Flow = Flow.Add(tokens, time, parameters.FlowMemory) };

    /// <summary>The account after tokens are promised, or a promise is kept or forfeited (a negative number); never below 0.</summary>
    public ChannelAccount Reserve(double tokens) => this with { Reserved = Math.Max(0, Reserved + tokens) };

    /// <summary>The flow at that time: flow·memory^Δt.</summary>
    public double FlowAt(ChannelParameters parameters, double time) => Flow.At(time, parameters.FlowMemory);

    /// <summary>The account with its flow brought up to that time.</summary>
    internal ChannelAccount Settle(ChannelParameters parameters, double time) => this with { Flow = Flow.Settle(time, parameters.FlowMemory) };

    /// <summary>The account when the supply shrinks to a part of itself.</summary>
    public ChannelAccount Shrink(double factor) => this with { Counted = Counted * factor };

    private static double RoomBeside(ChannelParameters parameters, double supply, double taken) =>
        Math.Max(0, ((parameters.SupplyCap * supply) - taken) / (1 - parameters.SupplyCap));
}
