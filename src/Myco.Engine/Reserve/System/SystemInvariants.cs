using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.System;

/// <summary>What must hold of a state after every order.</summary>
/// <remarks>Source: spec 02-reserve-system, section 1.</remarks>
internal static class SystemInvariants
{
    /// <summary>What sums may be off by, relative.</summary>
    internal const double Rounding = 1e-9;

    /// <summary>The first invariant that is broken, with its numbers; null when all hold.</summary>
    public static string? Broken(SystemState state) => Check(state)?.Text;

    /// <summary>The first invariant that is broken, at the field of the state's file that it is about.</summary>
    internal static Flaw? Check(SystemState state) =>
        !Interval.NotNegative.Contains(state.Supply) ? Flaw.At($"is {state.Supply:R}; invariant 1 asks for a finite number not below 0", "supply")
        : !Interval.NotNegative.Contains(state.ReserveValue) ? Flaw.At($"are worth {state.ReserveValue:R}; invariant 2 asks for a finite value not below 0", "amounts")
        : !(state.Locked >= 0 && state.Locked <= state.Supply * (1 + Rounding)) ? Flaw.At($"is {state.Locked:R}, of a supply of {state.Supply:R}", "locked")
        : BrokenWeights(state) ?? BrokenFlows(state) ?? BrokenCaps(state) ?? BrokenLedger(state) ?? BrokenSurface(state);

    private static Flaw? BrokenWeights(SystemState state)
    {
        Span<double> weights = stackalloc double[state.VaultCount];
        state.CopyTargets(weights);
        double targets = OrderedSum.Of(weights);
        state.CopyWeights(weights);
        double current = OrderedSum.Of(weights);
        return Math.Abs(targets - 1) > Rounding || Math.Abs(current - 1) > Rounding
            ? Flaw.At($"break invariant 4: the target weights sum to {targets:R}, the weights to {current:R}", "scheduledWeights")
            : null;
    }

    private static Flaw? BrokenFlows(SystemState state)
    {
        for (int i = 0; i < state.VaultCount; i++)
        {
            double inflow = state.Inflows[i].Flow.Value, outflow = state.Outflows[i].Flow.Value;
            if (!(inflow >= 0 && outflow >= 0 && state.Amounts[i] >= 0))
            {
                return Flaw.At($"is {state.Amounts[i]:R}, with flows of {inflow:R} in and {outflow:R} out; invariant 5 asks for none below 0", "amounts", $"{i}");
            }
        }

        return !(state.RedemptionFlow >= 0 && state.RedemptionLevel >= 0)
            ? Flaw.At($"is {state.RedemptionFlow:R} at present, the level {state.RedemptionLevel:R}; invariant 5 asks for none below 0", "redemptionFlow")
            : null;
    }

    private static Flaw? BrokenCaps(SystemState state)
    {
        foreach (CommitmentChannel channel in Enum.GetValues<CommitmentChannel>())
        {
            ChannelAccount account = state.Channel(channel);
            double cap = CapOf(state.Parameters, channel);
            if (!(account.Counted >= 0 && account.Reserved >= 0 && account.Flow.Value >= 0 && account.Counted <= cap * state.Supply * (1 + Rounding)))
            {
                return Flaw.At(
                    $"has minted {account.Counted:R} and promised {account.Reserved:R}; by invariant 6 it may have minted {cap:R} of {state.Supply:R}",
                    channel switch { CommitmentChannel.Labor => "labor", CommitmentChannel.Subscription => "subscription", _ => "staking" });
            }
        }

        return null;
    }

    private static Flaw? BrokenLedger(SystemState state)
    {
        double locked = 0, promised = 0;
        foreach (Stake stake in state.Stakes)
        {
            locked += stake.Amount;
            promised += stake.Bonus - stake.Minted;
        }

        double reserved = state.Channel(CommitmentChannel.Staking).Reserved;
        return Math.Abs(locked - state.Locked) > Rounding * Math.Max(1, locked) || Math.Abs(promised - reserved) > Rounding * Math.Max(1, promised)
            ? Flaw.At($"lock {locked:R} and are promised {promised:R}; the books say {state.Locked:R} and {reserved:R}", "stakes")
            : null;
    }

    /// <summary>r equals r(vault balances).</summary>
    private static Flaw? BrokenSurface(SystemState state)
    {
        Span<double> balances = stackalloc double[state.VaultCount];
        bool isEmpty = true;
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i] = state.Core.Rules.Units(i, state.Amounts[i]);
            isEmpty &= balances[i] == 0;
        }

        double expected = isEmpty ? 0 : state.Surface.TryAt(balances, out EllipsoidState? at) ? at.Invariant : double.NaN;
        return Math.Abs(state.Invariant - expected) <= Rounding * expected ? null : Flaw.At($"have the invariant {expected:R}; it is kept as {state.Invariant:R}", "amounts");
    }

    /// <summary>The cap of a channel, a part of the supply.</summary>
    internal static double CapOf(SystemParameters parameters, CommitmentChannel channel) => channel switch
    {
        CommitmentChannel.Labor => parameters.Labor.Channel.SupplyCap,
        CommitmentChannel.Subscription => parameters.Subscription.Channel.SupplyCap,
        _ => parameters.Staking.Channel.SupplyCap,
    };
}
