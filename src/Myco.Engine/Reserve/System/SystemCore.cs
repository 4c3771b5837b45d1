using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Operations;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>All numbers of a system that orders change. A state holds two: orders work on the spare one, which takes the other's place when they succeed.</summary>
internal sealed class SystemCore
{
    public SystemCore(SystemRules rules)
    {
        Rules = rules;
        Amounts = new double[rules.Count];
        Prices = [.. rules.CalibrationPrices];
        ScheduledWeights = [.. rules.Parameters.TargetWeights];
        Inflows = new TrancheFlow[rules.Count];
        Outflows = new TrancheFlow[rules.Count];
        Point = new SurfacePoint(rules.Surface);
        Trial = new SurfacePoint(rules.Surface);
        Surface = rules.Surface;
    }

    /// <summary>The rules in force.</summary>
    public SystemRules Rules { get; set; }

    /// <summary>The surface in force; not that of the rules while a change is under way.</summary>
    public EllipsoidSurface Surface { get; set; }

    /// <summary>The change under way, or null.</summary>
    public Transition? Transition { get; set; }

    /// <summary>The oracle's motion of the target weights, or null.</summary>
    public WeightMotion? Motion { get; set; }

    /// <summary>The present time in seconds.</summary>
    public double Time { get; set; }

    /// <summary>When the prices were set.</summary>
    public double PriceTime { get; set; }

    /// <summary>The tokens.</summary>
    public double Supply { get; set; }

    /// <summary>The tokens locked in stakes.</summary>
    public double Locked { get; set; }

    /// <summary>The decaying sum of recent effective redemptions, at <see cref="LevelTime"/>.</summary>
    public double Level { get; set; }

    /// <summary>When the level was last brought up to date.</summary>
    public double LevelTime { get; set; }

    /// <summary>The decaying sum of recent redemptions in tokens, at <see cref="FlowTime"/>.</summary>
    public double Flow { get; set; }

    /// <summary>When the flow was last brought up to date.</summary>
    public double FlowTime { get; set; }

    /// <summary>The labor channel.</summary>
    public ChannelAccount Labor { get; set; }

    /// <summary>The subscription channel.</summary>
    public ChannelAccount Subscription { get; set; }

    /// <summary>The staking channel.</summary>
    public ChannelAccount Staking { get; set; }

    /// <summary>Orders done so far.</summary>
    public long Sequence { get; set; }

    /// <summary>Each vault's tokens.</summary>
    public double[] Amounts { get; }

    /// <summary>The price of a unit of each vault.</summary>
    public double[] Prices { get; }

    /// <summary>The target weights before prices, at the present time.</summary>
    public double[] ScheduledWeights { get; }

    /// <summary>The recent flow of value into each vault.</summary>
    public TrancheFlow[] Inflows { get; }

    /// <summary>The recent flow of value out of each vault.</summary>
    public TrancheFlow[] Outflows { get; }

    /// <summary>The balances on the surface.</summary>
    public SurfacePoint Point { get; }

    /// <summary>A point to try balances on; not part of the numbers.</summary>
    public SurfacePoint Trial { get; }

    /// <summary>N.</summary>
    public int Count => Amounts.Length;

    /// <summary>The sum of all vault values.</summary>
    public double ReserveValue
    {
        get
        {
            double total = 0;
            for (int i = 0; i < Amounts.Length; i++)
            {
                total += Rules.Value(i, Amounts[i], Prices[i]);
            }

            return total;
        }
    }

    /// <summary>The account of a channel.</summary>
    public ChannelAccount Channel(CommitmentChannel channel) => channel switch
    {
        CommitmentChannel.Labor => Labor,
        CommitmentChannel.Subscription => Subscription,
        _ => Staking,
    };

    /// <summary>Brings flows and levels up to the present time, so that other memories hold from now on and not before.</summary>
    public void Settle()
    {
        SystemParameters parameters = Rules.Parameters;
        (Level, LevelTime, Flow, FlowTime) = (RedeemOperation.LevelNow(this), Time, RedeemOperation.FlowNow(this), Time);
        Labor = Labor.Settle(parameters.Labor.Channel, Time);
        Subscription = Subscription.Settle(parameters.Subscription.Channel, Time);
        Staking = Staking.Settle(parameters.Staking.Channel, Time);
        for (int i = 0; i < Count; i++)
        {
            Inflows[i] = Inflows[i].Settle(parameters.FlowLimits.Memory, Time);
            Outflows[i] = Outflows[i].Settle(parameters.FlowLimits.Memory, Time);
        }
    }

    /// <summary>The value of each vault.</summary>
    public void CopyValues(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Rules.Value(i, Amounts[i], Prices[i]);
        }
    }

    /// <summary>The target weight of each vault at the present prices.</summary>
    public void CopyTargets(Span<double> targets) =>
        TargetWeights.AdjustForPrices(ScheduledWeights, Prices, Rules.CalibrationPrices, targets);

    /// <summary>Takes over all numbers of another core.</summary>
    public void CopyFrom(SystemCore other)
    {
        (Rules, Surface, Transition, Motion, Time, PriceTime, Sequence) = (other.Rules, other.Surface, other.Transition, other.Motion, other.Time, other.PriceTime, other.Sequence);
        (Supply, Locked, Level, LevelTime, Flow, FlowTime) = (other.Supply, other.Locked, other.Level, other.LevelTime, other.Flow, other.FlowTime);
        (Labor, Subscription, Staking) = (other.Labor, other.Subscription, other.Staking);
        other.Amounts.CopyTo(Amounts.AsSpan());
        other.Prices.CopyTo(Prices.AsSpan());
        other.ScheduledWeights.CopyTo(ScheduledWeights.AsSpan());
        other.Inflows.CopyTo(Inflows.AsSpan());
        other.Outflows.CopyTo(Outflows.AsSpan());
        Point.CopyFrom(other.Point);
    }
}
