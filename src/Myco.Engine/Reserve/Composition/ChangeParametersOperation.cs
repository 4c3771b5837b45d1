namespace Myco.Engine.Reserve.Composition;

/// <summary>Governance: takes other parameters; weights and surface are led over, supply and every holder's part stay as they are.</summary>
/// <remarks>The invariant is derived anew from the same balances, and nothing is minted for it. Source: spec 02-reserve-system, sections 6 and 8.</remarks>
internal static class ChangeParametersOperation
{
    public static SystemRefusal Run(SystemCore core, ChangeParametersOrder order, SystemReceipt receipt)
    {
        SystemParameters next = order.Parameters;
        if (!(order.Duration >= 0 && double.IsFinite(core.Time + order.Duration)))
        {
            return new(SystemCheck.InvalidAmount, order.Duration, Detail: $"a change takes {order.Duration:R} seconds; it must be at least 0 and finite");
        }

        if (Difference(core, next) is string difference)
        {
            return new(SystemCheck.InvalidParameters, Detail: difference);
        }

        SystemRules rules;
        try
        {
            rules = new SystemRules(next);
        }
        catch (ArgumentException exception)
        {
            return new(SystemCheck.InvalidParameters, Detail: exception.Message.Split(" (Parameter")[0]);
        }

        SystemRefusal refusal = CheckEnd(core, rules);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        SurfaceParameters from = PresentSurface(core);
        core.Transition = new([.. core.ScheduledWeights], from, core.Time, order.Duration, 0);
        core.Rules = rules;
        core.Motion = null;
        return AdvanceTimeOperation.Proceed(core, receipt);
    }

    /// <summary>The numbers of the surface in force.</summary>
    public static SurfaceParameters PresentSurface(SystemCore core) => core.Transition is Transition under
        ? under.FromSurface.Toward(core.Rules.Parameters.Surface, under.SurfaceProgress)
        : core.Rules.Parameters.Surface;

    /// <summary>What cannot be changed: the vaults themselves, and what their balances are counted in.</summary>
    private static string? Difference(SystemCore core, SystemParameters next)
    {
        if (next.Vaults.Count != core.Count)
        {
            return $"the new parameters have {next.Vaults.Count} vaults, the system {core.Count}; vaults are not added or removed";
        }

        for (int i = 0; i < core.Count; i++)
        {
            if (next.Vaults[i].Name != core.Rules.Vaults[i].Name)
            {
                return $"vault {i} is named {core.Rules.Vaults[i].Name} and would be {next.Vaults[i].Name}; names and order stay";
            }
        }

        return null;
    }

    /// <summary>The balances must lie on the surface at the end, or the change would never arrive; a weight of 0 needs an empty vault.</summary>
    private static SystemRefusal CheckEnd(SystemCore core, SystemRules rules)
    {
        for (int i = 0; i < core.Count; i++)
        {
            if (rules.Parameters.TargetWeights[i] == 0 && core.Amounts[i] > 0)
            {
                return new(SystemCheck.InvalidParameters, core.Amounts[i], Vault: i, Detail: $"a target weight of 0 needs an empty vault; it holds {core.Amounts[i]:R}");
            }
        }

        SystemParameters next = rules.Parameters;
        double counted = Math.Max(
            core.Labor.Counted - (next.Labor.Channel.SupplyCap * core.Supply),
            Math.Max(core.Subscription.Counted - (next.Subscription.Channel.SupplyCap * core.Supply), core.Staking.Counted - (next.Staking.Channel.SupplyCap * core.Supply)));
        if (counted > 0)
        {
            return new(SystemCheck.SupplyCap, counted, Detail: $"a channel has minted {counted:R} more than its new cap; keep the cap above what is minted");
        }

        Span<double> balances = stackalloc double[SystemParameters.MostVaults];
        return VaultMove.MovePoint(new(rules.Surface), rules.Surface, rules, core.Amounts, balances[..core.Count]);
    }
}
