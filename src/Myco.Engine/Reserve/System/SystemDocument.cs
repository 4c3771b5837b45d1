using System.Text.Json.Serialization;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Tranching;

namespace Myco.Engine.Reserve.System;

/// <summary>A state as its file has it: every number that is not derived from another.</summary>
internal sealed record SystemDocument
{
    public required string Format { get; init; }

    public required SystemParameters Parameters { get; init; }

    public double Time { get; init; }

    public double PriceTime { get; init; }

    public long Sequence { get; init; }

    public double Supply { get; init; }

    public double Locked { get; init; }

    public double RedemptionLevel { get; init; }

    public double RedemptionLevelTime { get; init; }

    public double RedemptionFlow { get; init; }

    public double RedemptionFlowTime { get; init; }

    public required double[] Amounts { get; init; }

    public required double[] Prices { get; init; }

    public required double[] ScheduledWeights { get; init; }

    public required TrancheFlow[] Inflows { get; init; }

    public required TrancheFlow[] Outflows { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Transition? Transition { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WeightMotion? Motion { get; init; }

    public ChannelAccount Labor { get; init; }

    public ChannelAccount Subscription { get; init; }

    public ChannelAccount Staking { get; init; }

    public Dictionary<string, ContributorAccount> Contributors { get; init; } = [];

    public Dictionary<string, ContributorAccount> Subscribers { get; init; } = [];

    public Dictionary<string, ContributorAccount> Stakers { get; init; } = [];

    public Stake[] Stakes { get; init; } = [];

    public long NextStake { get; init; }
}
