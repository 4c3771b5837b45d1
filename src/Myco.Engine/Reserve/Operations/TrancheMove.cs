using Myco.Engine.Reserve.Flows;
using Myco.Engine.Reserve.Safety;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Moves collateral into or out of the vaults: every safety check, the flows, the amounts, and the balances on the surface.</summary>
/// <remarks>The checks come in the order of <see cref="SystemCheck"/>. Source: spec 02-reserve-system, section 2.</remarks>
internal static class TrancheMove
{
    /// <summary>Moves tokens; the core is of no use when this refuses.</summary>
    /// <param name="core">The numbers to change.</param>
    /// <param name="changes">What each vault gains, or loses where below 0, in its tokens.</param>
    /// <param name="isMint">Whether tokens are minted for it, which asks more of prices and pegs.</param>
    public static SystemRefusal Apply(SystemCore core, ReadOnlySpan<double> changes, bool isMint)
    {
        int n = core.Count;
        Span<double> before = stackalloc double[SystemParameters.MostVaults];
        Span<double> after = stackalloc double[SystemParameters.MostVaults];
        Span<double> targets = stackalloc double[SystemParameters.MostVaults];
        before = before[..n];
        after = after[..n];
        targets = targets[..n];
        core.CopyValues(before);
        core.CopyTargets(targets);
        for (int i = 0; i < n; i++)
        {
            double amount = core.Amounts[i] + changes[i];
            if (amount < 0)
            {
                return new(SystemCheck.NotEnoughReserve, -changes[i], core.Amounts[i], i);
            }

            after[i] = core.Rules.Value(i, amount, core.Prices[i]);
        }

        SystemRefusal refusal = CheckSafety(core, changes, before, after, targets, isMint);
        if (!refusal.IsRefused)
        {
            refusal = CheckFlows(core, changes, before);
        }

        return refusal.IsRefused ? refusal : Commit(core, changes);
    }

    /// <summary>Sets the point to the present amounts on the surface in force; the check <see cref="SystemCheck.OffSurface"/>.</summary>
    public static SystemRefusal MovePoint(SystemCore core, EllipsoidSurface surface)
    {
        Span<double> balances = stackalloc double[SystemParameters.MostVaults];
        balances = balances[..core.Count];
        return MovePoint(core.Point, surface, core.Rules, core.Amounts, balances);
    }

    /// <summary>Sets a point to amounts of tokens.</summary>
    public static SystemRefusal MovePoint(SurfacePoint point, EllipsoidSurface surface, SystemRules rules, ReadOnlySpan<double> amounts, Span<double> balances)
    {
        double largest = 0;
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i] = rules.Units(i, amounts[i]);
            largest = Math.Max(largest, balances[i]);
        }

        if (largest == 0)
        {
            point.Empty();
            return SystemRefusal.None;
        }

        StateVerdict verdict = largest is >= 1 / StateGuards.LargestBalance and <= StateGuards.LargestBalance
            ? point.MoveTo(surface, balances)
            : StateVerdict.OutsideCone;
        return verdict == StateVerdict.Good ? SystemRefusal.None : new(SystemCheck.OffSurface, Detail: StateGuards.Describe(verdict));
    }

    /// <summary>Prices, pegs and weights.</summary>
    private static SystemRefusal CheckSafety(
        SystemCore core, ReadOnlySpan<double> changes, ReadOnlySpan<double> before, ReadOnlySpan<double> after, ReadOnlySpan<double> targets, bool isMint)
    {
        Span<TrancheCondition> conditions = stackalloc TrancheCondition[SystemParameters.MostVaults];
        conditions = conditions[..changes.Length];
        for (int i = 0; i < conditions.Length; i++)
        {
            TrancheParameters vault = core.Rules.Vaults[i];
            double minimumPrice = changes[i] != 0 ? vault.MinimumPrice : 0;
            conditions[i] = (TrancheCondition)ReserveSafety.ConditionOf<Lane1>(
                core.Prices[i], minimumPrice, vault.PegFloor ?? double.NaN, vault.PegCeiling ?? double.NaN).Value;
        }

        SafetyVerdict verdict = core.Rules.Safety.Check(isMint, before, after, targets, conditions);
        int at = verdict.Vault;
        return verdict.Check switch
        {
            SafetyCheck.None => SystemRefusal.None,
            SafetyCheck.VaultExhausted => new(SystemCheck.NotEnoughReserve, after[at], 0, at),
            SafetyCheck.PriceTooSmall => new(SystemCheck.PriceTooSmall, core.Prices[at], core.Rules.Vaults[at].MinimumPrice, at),
            SafetyCheck.OffPeg => new(SystemCheck.OffPeg, core.Prices[at], (conditions[at] == TrancheCondition.AbovePeg ? core.Rules.Vaults[at].PegCeiling : core.Rules.Vaults[at].PegFloor) ?? 0, at),
            _ => new(SystemCheck.WeightBand, verdict.NewWeight, verdict.Target + Math.CopySign(verdict.Band, verdict.NewWeight - verdict.Target), at),
        };
    }

    private static SystemRefusal CheckFlows(SystemCore core, ReadOnlySpan<double> changes, ReadOnlySpan<double> before)
    {
        FlowLimits limits = core.Rules.Parameters.FlowLimits;
        double since = core.Numbers.Time, kept = 1;
        for (int i = 0; i < changes.Length; i++)
        {
            if (changes[i] == 0)
            {
                continue;
            }

            Span<TrancheFlow> flows = changes[i] > 0 ? core.Inflows : core.Outflows;
            double value = core.Rules.Value(i, Math.Abs(changes[i]), core.Prices[i]);
            if (flows[i].Flow.Time != since)
            {
                // Vaults mostly move together: one power for all.
                (since, kept) = (flows[i].Flow.Time, MemoryFlow.Decay(1, limits.Memory, core.Numbers.Time - flows[i].Flow.Time));
            }

            FlowVerdict verdict = flows[i].Add(limits, value, before[i], core.Numbers.Time, flows[i].Flow.Value * kept, out TrancheFlow next);
            if (verdict == FlowVerdict.Closed)
            {
                return new(SystemCheck.SafetyMode, core.Numbers.Time, flows[i].ClosedUntil, i);
            }

            if (verdict == FlowVerdict.AboveThreshold)
            {
                return new(SystemCheck.TrancheFlow, next.Flow.Value, limits.ShortFlowThreshold * before[i], i);
            }

            flows[i] = next;
        }

        return SystemRefusal.None;
    }

    private static SystemRefusal Commit(SystemCore core, ReadOnlySpan<double> changes)
    {
        for (int i = 0; i < changes.Length; i++)
        {
            core.Amounts[i] += changes[i];
        }

        return MovePoint(core, core.Surface);
    }
}
