using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>All that orders change of a system. A state holds two: orders work on the spare one, which takes the other's place when they succeed.</summary>
/// <remarks>Numbers of the whole are declared in <see cref="SystemNumbers"/>, those of each vault here: a property, a vector made for it, its line in
/// <see cref="AcceptVectors"/>. Copy, document, check and reading follow.</remarks>
internal sealed class SystemCore
{
    /// <summary>Every vector, so that a copy takes them all.</summary>
    private readonly List<Array> _vectors = [];

    /// <summary>The numbers that are not of one vault.</summary>
    public SystemNumbers Numbers;

    public SystemCore(SystemRules rules)
    {
        Rules = rules;
        Surface = rules.Surface;
        Point = new SurfacePoint(rules.Surface);
        Trial = new SurfacePoint(rules.Surface);
        Amounts = Vector<double>();
        Prices = Vector<double>();
        ScheduledWeights = Vector<double>();
        Inflows = Vector<TrancheFlow>();
        Outflows = Vector<TrancheFlow>();
        rules.CalibrationPrices.CopyTo(Prices, 0);
        rules.Parameters.TargetWeights.ToArray().CopyTo(ScheduledWeights, 0);
    }

    /// <summary>The rules in force.</summary>
    public SystemRules Rules { get; set; }

    /// <summary>The surface in force; not that of the rules while a change is under way.</summary>
    public EllipsoidSurface Surface { get; set; }

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
    public int Count => Rules.Count;

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

    /// <summary>The level of recent redemptions on the curve, at the present time.</summary>
    public double RedemptionLevel => Numbers.RedemptionLevel.At(Numbers.Time, Rules.Parameters.Redemption.OutflowMemory);

    /// <summary>The recent flow of redemptions in tokens, at the present time.</summary>
    public double RedemptionFlow => Numbers.RedemptionFlow.At(Numbers.Time, Rules.Parameters.Dampening.Memory);

    /// <summary>The numbers of the surface in force.</summary>
    public AnglesDefinition SurfaceDefinition => Numbers.Transition is Transition under
        ? under.FromSurface.Toward(Rules.Parameters.Surface, under.SurfaceProgress)
        : Rules.Parameters.Surface;

    /// <summary>The account of a channel.</summary>
    public ChannelAccount Channel(CommitmentChannel channel) => channel switch
    {
        CommitmentChannel.Labor => Numbers.Labor,
        CommitmentChannel.Subscription => Numbers.Subscription,
        _ => Numbers.Staking,
    };

    /// <summary>Brings flows and levels up to the present time, so that other memories hold from now on and not before.</summary>
    public void Settle()
    {
        SystemParameters parameters = Rules.Parameters;
        double now = Numbers.Time;
        Numbers.RedemptionLevel = new(RedemptionLevel, now);
        Numbers.RedemptionFlow = new(RedemptionFlow, now);
        Numbers.Labor = Numbers.Labor.Settle(parameters.Labor.Channel, now);
        Numbers.Subscription = Numbers.Subscription.Settle(parameters.Subscription.Channel, now);
        Numbers.Staking = Numbers.Staking.Settle(parameters.Staking.Channel, now);
        for (int i = 0; i < Count; i++)
        {
            Inflows[i] = Inflows[i] with { Flow = Inflows[i].Flow.Settle(now, parameters.FlowLimits.Memory) };
            Outflows[i] = Outflows[i] with { Flow = Outflows[i].Flow.Settle(now, parameters.FlowLimits.Memory) };
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
        (Rules, Surface, Numbers) = (other.Rules, other.Surface, other.Numbers);
        for (int i = 0; i < _vectors.Count; i++)
        {
            Array.Copy(other._vectors[i], _vectors[i], Count);
        }

        Point.CopyFrom(other.Point);
    }

    /// <summary>Shows every number to a visitor, and takes its answer.</summary>
    public void Accept(IFields fields) => Numbers.Accept(fields, this);

    /// <summary>Shows the numbers of each vault to a visitor.</summary>
    internal void AcceptVectors(IFields fields)
    {
        fields.Fill("amounts", Amounts, Interval.NotNegative);
        fields.Fill("prices", Prices, TrancheParameters.PriceRange);
        fields.Fill("scheduledWeights", ScheduledWeights, Interval.NotNegative);
        fields.Fill("inflows", Inflows.AsSpan());
        fields.Fill("outflows", Outflows.AsSpan());
        SystemParameters.CheckWeights(fields, ScheduledWeights, "scheduledWeights");
    }

    private T[] Vector<T>()
    {
        T[] vector = new T[Count];
        _vectors.Add(vector);
        return vector;
    }
}
