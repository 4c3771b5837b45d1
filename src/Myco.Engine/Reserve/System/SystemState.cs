using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>A system at a time: vaults, supply, flows, channels, who owns what. Changed by <see cref="MycoSystem"/> only, an order whole or not at all.</summary>
/// <remarks>Mutable: one thread at a time. <see cref="Formats.SystemFile"/> saves and loads it without loss.</remarks>
public sealed class SystemState
{
    private SystemCore _spare;

    internal SystemState(SystemRules rules)
    {
        Core = new SystemCore(rules);
        _spare = new SystemCore(rules);
    }

    /// <summary>The parameters in force.</summary>
    public SystemParameters Parameters => Core.Rules.Parameters;

    /// <summary>The number of vaults.</summary>
    public int VaultCount => Core.Count;

    /// <summary>Every number that is not of one vault, as of the last change of each.</summary>
    public ref readonly SystemNumbers Numbers => ref Core.Numbers;

    /// <summary>The present time in seconds.</summary>
    public double Time => Core.Numbers.Time;

    /// <summary>The number of orders done.</summary>
    public long Sequence => Core.Numbers.Sequence;

    /// <summary>The tokens, those in locks included.</summary>
    public double Supply => Core.Numbers.Supply;

    /// <summary>The tokens locked in stakes.</summary>
    public double Locked => Core.Numbers.Locked;

    /// <summary>The value of all vaults.</summary>
    public double ReserveValue => Core.ReserveValue;

    /// <summary>Reserve value over supply; NaN without supply.</summary>
    public double BackingRatio => Core.Numbers.Supply > 0 ? Core.ReserveValue / Core.Numbers.Supply : double.NaN;

    /// <summary>r, the surface's invariant at the vaults' balances.</summary>
    public double Invariant => Core.Point.Invariant;

    /// <summary>Each vault's tokens.</summary>
    public ReadOnlySpan<double> Amounts => Core.Amounts;

    /// <summary>The price of a unit of each vault.</summary>
    public ReadOnlySpan<double> Prices => Core.Prices;

    /// <summary>The level of recent redemptions on the curve, at the present time.</summary>
    public double RedemptionLevel => Core.RedemptionLevel;

    /// <summary>The recent flow of redemptions in tokens, at the present time.</summary>
    public double RedemptionFlow => Core.RedemptionFlow;

    /// <summary>The target weights before prices, at the present time.</summary>
    public ReadOnlySpan<double> ScheduledWeights => Core.ScheduledWeights;

    /// <summary>The recent flow of value into each vault.</summary>
    public ReadOnlySpan<TrancheFlow> Inflows => Core.Inflows;

    /// <summary>The recent flow of value out of each vault.</summary>
    public ReadOnlySpan<TrancheFlow> Outflows => Core.Outflows;

    /// <summary>The surface in force.</summary>
    public EllipsoidSurface Surface => Core.Surface;

    /// <summary>The stakes in the order of their numbers.</summary>
    public IReadOnlyCollection<Stake> Stakes => Ledger.Stakes;

    internal SystemCore Core { get; private set; }

    internal CommitmentLedger Ledger { get; } = new();

    /// <summary>The account of a channel.</summary>
    public ChannelAccount Channel(CommitmentChannel channel) => Core.Channel(channel);

    /// <summary>What each contributor has committed to a channel.</summary>
    public IReadOnlyDictionary<string, ContributorAccount> Contributors(CommitmentChannel channel) => Ledger.Accounts(channel);

    /// <summary>The target weight of each vault at the present prices; they sum to 1.</summary>
    public void CopyTargets(Span<double> targets) => Core.CopyTargets(targets);

    /// <summary>The weight of each vault; the targets while the reserve is empty.</summary>
    public void CopyWeights(Span<double> weights)
    {
        Span<double> values = stackalloc double[SystemParameters.MostVaults];
        Core.CopyValues(values[..VaultCount]);
        Core.CopyTargets(weights);
        TargetWeights.FromValues(values[..VaultCount], weights, weights);
    }

    /// <summary>The spare core with the present numbers, to try an order on.</summary>
    internal SystemCore Draft()
    {
        _spare.CopyFrom(Core);
        return _spare;
    }

    /// <summary>Makes the tried numbers the present ones.</summary>
    internal void Adopt() => (Core, _spare) = (_spare, Core);
}
