using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Flows;

namespace Myco.Engine.Reserve.System;

/// <summary>The numbers of a system that are not of one vault: each declared here, and nowhere else.</summary>
/// <remarks>A draft copies the whole struct; document, check and reading follow <see cref="Accept"/>, the public view is the struct itself.
/// What each vault has stands in <see cref="SystemCore"/>. Source: spec 02-reserve-system.</remarks>
public struct SystemNumbers
{
    /// <summary>The present time in seconds.</summary>
    public double Time { get; internal set; }

    /// <summary>When the prices were set.</summary>
    public double PriceTime { get; internal set; }

    /// <summary>The number of orders done.</summary>
    public long Sequence { get; internal set; }

    /// <summary>The tokens, those in locks included.</summary>
    public double Supply { get; internal set; }

    /// <summary>The tokens locked in stakes.</summary>
    public double Locked { get; internal set; }

    /// <summary>The level on the redemption curve: recent effective redemptions, in tokens.</summary>
    public FadingSum RedemptionLevel { get; internal set; }

    /// <summary>The recent redemptions, in tokens.</summary>
    public FadingSum RedemptionFlow { get; internal set; }

    /// <summary>The change of weights and surface under way, or null.</summary>
    internal Transition? Transition { get; set; }

    /// <summary>The oracle's motion of the target weights, or null.</summary>
    internal WeightMotion? Motion { get; set; }

    /// <summary>The labor channel.</summary>
    public ChannelAccount Labor { get; internal set; }

    /// <summary>The subscription channel.</summary>
    public ChannelAccount Subscription { get; internal set; }

    /// <summary>The staking channel.</summary>
    public ChannelAccount Staking { get; internal set; }

    /// <summary>Shows every number to a visitor and takes its answer, in the order of the file, in which the vaults' numbers come between.</summary>
    internal void Accept(IFields fields, SystemCore vaults)
    {
        Time = fields.Number("time", Time, Interval.NotNegative);
        fields.Present = Time;
        PriceTime = fields.Number("priceTime", PriceTime, Interval.UpTo(Time));
        Sequence = fields.Whole("sequence", Sequence, 0, long.MaxValue);
        Supply = fields.Number("supply", Supply, Interval.NotNegative);
        Locked = fields.Number("locked", Locked, Interval.NotNegative);
        RedemptionLevel = RedemptionLevel.Accept(fields, "redemptionLevel", "redemptionLevelTime");
        RedemptionFlow = RedemptionFlow.Accept(fields, "redemptionFlow", "redemptionFlowTime");
        vaults.AcceptVectors(fields);
        Transition = fields.PartOrNothing("transition", Transition);
        Motion = fields.PartOrNothing("motion", Motion);
        Labor = fields.Part("labor", Labor);
        Subscription = fields.Part("subscription", Subscription);
        Staking = fields.Part("staking", Staking);
        CheckCourse(fields, vaults.Count);
    }

    /// <summary>Refuses a change or a motion of another number of vaults, and both at once.</summary>
    private readonly void CheckCourse(IFields fields, int vaults)
    {
        (int weights, int factors) = (Transition?.FromWeights.Count ?? vaults, Transition?.FromSurface.Dimension ?? vaults);
        if (weights != vaults || factors != vaults)
        {
            fields.Refuse($"starts from {weights} weights and {factors} stretch factors; there are {vaults} vaults", "transition");
        }

        if (Motion is not null && Transition is not null)
        {
            fields.Refuse("moves weights that a transition leads; keep one", "motion");
        }

        if (Motion is not null && Motion.Weights.Count != vaults)
        {
            fields.Refuse($"has {Motion.Weights.Count} weights; there are {vaults} vaults", "motion");
        }
    }
}
