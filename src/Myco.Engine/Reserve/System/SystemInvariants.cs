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
    public static string? Broken(SystemState state) =>
        !(state.Supply >= 0 && double.IsFinite(state.Supply)) ? $"invariant 1: the supply is {state.Supply:R}"
        : !(state.ReserveValue >= 0 && double.IsFinite(state.ReserveValue)) ? $"invariant 2: the reserve's value is {state.ReserveValue:R}"
        : !(state.Locked >= 0 && state.Locked <= state.Supply * (1 + Rounding)) ? $"{state.Locked:R} tokens are locked of {state.Supply:R}"
        : BrokenWeights(state) ?? BrokenFlows(state) ?? BrokenCaps(state) ?? BrokenLedger(state) ?? BrokenSurface(state);

    private static string? BrokenWeights(SystemState state)
    {
        Span<double> weights = stackalloc double[state.VaultCount];
        state.CopyTargets(weights);
        double targets = OrderedSum.Of(weights);
        state.CopyWeights(weights);
        double current = OrderedSum.Of(weights);
        return Math.Abs(targets - 1) > Rounding || Math.Abs(current - 1) > Rounding
            ? $"invariant 4: the target weights sum to {targets:R}, the weights to {current:R}"
            : null;
    }

    private static string? BrokenFlows(SystemState state)
    {
        for (int i = 0; i < state.VaultCount; i++)
        {
            TrancheFlow inflow = state.Inflows[i], outflow = state.Outflows[i];
            if (!(inflow.Flow >= 0 && outflow.Flow >= 0 && state.Amounts[i] >= 0))
            {
                return $"invariant 5: vault {i} holds {state.Amounts[i]:R}, with flows of {inflow.Flow:R} in and {outflow.Flow:R} out";
            }
        }

        return !(state.RedemptionFlow >= 0 && state.RedemptionLevel >= 0)
            ? $"invariant 5: the redemption flow is {state.RedemptionFlow:R}, its level {state.RedemptionLevel:R}"
            : null;
    }

    private static string? BrokenCaps(SystemState state)
    {
        foreach (CommitmentChannel channel in Enum.GetValues<CommitmentChannel>())
        {
            ChannelAccount account = state.Channel(channel);
            double cap = CapOf(state.Parameters, channel);
            if (!(account.Counted >= 0 && account.Reserved >= 0 && account.Flow >= 0 && account.Counted <= cap * state.Supply * (1 + Rounding)))
            {
                return $"invariant 6: {channel} has minted {account.Counted:R} and promised {account.Reserved:R}; the cap is {cap:R} of {state.Supply:R}";
            }
        }

        return null;
    }

    private static string? BrokenLedger(SystemState state)
    {
        double locked = 0, promised = 0;
        foreach (Stake stake in state.Stakes)
        {
            locked += stake.Amount;
            promised += stake.Bonus - stake.Minted;
        }

        double reserved = state.Channel(CommitmentChannel.Staking).Reserved;
        return Math.Abs(locked - state.Locked) > Rounding * Math.Max(1, locked) || Math.Abs(promised - reserved) > Rounding * Math.Max(1, promised)
            ? $"the stakes lock {locked:R} and are promised {promised:R}; the books say {state.Locked:R} and {reserved:R}"
            : null;
    }

    /// <summary>r equals r(vault balances).</summary>
    private static string? BrokenSurface(SystemState state)
    {
        Span<double> balances = stackalloc double[state.VaultCount];
        bool isEmpty = true;
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i] = state.Core.Rules.Units(i, state.Amounts[i]);
            isEmpty &= balances[i] == 0;
        }

        double expected = isEmpty ? 0 : state.Surface.TryAt(balances, out EllipsoidState? at) ? at.Invariant : double.NaN;
        return Math.Abs(state.Invariant - expected) <= Rounding * expected ? null : $"the invariant is {state.Invariant:R}, that of the balances {expected:R}";
    }

    /// <summary>The cap of a channel, a part of the supply.</summary>
    internal static double CapOf(SystemParameters parameters, CommitmentChannel channel) => channel switch
    {
        CommitmentChannel.Labor => parameters.Labor.Channel.SupplyCap,
        CommitmentChannel.Subscription => parameters.Subscription.Channel.SupplyCap,
        _ => parameters.Staking.Channel.SupplyCap,
    };
}
