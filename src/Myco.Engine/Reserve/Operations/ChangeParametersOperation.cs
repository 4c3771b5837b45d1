using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;
using Myco.Engine.Reserve.Tranching;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Reserve.Operations;

/// <summary>Governance: other parameters. Weights and surface are led over to theirs within a time, all else holds at once.</summary>
/// <remarks>Governance: takes other parameters; weights and surface are led over, supply and every holder's part stay as they are. The invariant is derived anew from the same balances, and nothing is minted for it. Source: spec 02-reserve-system, sections 6 and 8.</remarks>
public sealed record ChangeParametersOperation : SystemOperation
{
    /// <summary>The parameters at the end; vaults must be the same in number and name.</summary>
    public required SystemParameters Parameters { get; init; }

    /// <summary>The seconds within which weights and surface change, at least 0.</summary>
    public double Duration { get; init; }

    internal SystemRefusal Run(SystemCore core, SystemReceipt receipt, CommitmentLedger ledger, PreparedSurfaces surfaces)
    {
        SystemParameters next = Parameters;
        if (!(Duration >= 0 && double.IsFinite(core.Numbers.Time + Duration)))
        {
            return new(SystemCheck.InvalidAmount, Duration, Detail: $"a change takes {Duration:R} seconds; it must be at least 0 and finite");
        }

        if (!SystemRules.TryCreate(next, surfaces, out SystemRules? rules, out Flaw? flaw))
        {
            return new(SystemCheck.InvalidParameters, Detail: flaw.Text);
        }

        if (Difference(core, next) is string difference)
        {
            return new(SystemCheck.InvalidParameters, Detail: difference);
        }

        SystemRefusal refusal = CheckBooks(core, next, ledger);
        refusal = refusal.IsRefused ? refusal : CheckEnd(core, rules);
        if (refusal.IsRefused)
        {
            return refusal;
        }

        core.Settle();

        AnglesDefinition from = core.SurfaceDefinition;
        core.Numbers.Transition = new([.. core.ScheduledWeights], from, core.Numbers.Time, Duration, 0);
        core.Rules = rules;
        core.Numbers.Motion = null;
        AdvanceTimeOperation.Proceed(core, receipt, surfaces);
        return SystemRefusal.None;
    }

    /// <summary>What cannot be changed: the vaults themselves, and what their balances are counted in.</summary>
    private static string? Difference(SystemCore core, SystemParameters next)
    {
        if (next.Vaults.Count != core.Count)
        {
            return $"the new parameters have {next.Vaults.Count} vaults, the system {core.Count}; vaults are not added or removed";
        }

        for (int i = 0; i < core.Count; i++)
        {
            TrancheParameters present = core.Rules.Vaults[i], other = next.Vaults[i];
            if (other.Name != present.Name || other.CalibrationPrice != present.CalibrationPrice || other.Rate != present.Rate)
            {
                return $"vault {i} is {present.Name} with calibrationPrice {present.CalibrationPrice:R} and rate {present.Rate:R}, and would be "
                    + $"{other.Name} with {other.CalibrationPrice:R} and {other.Rate:R}; names, order and units stay";
            }
        }

        return null;
    }

    /// <summary>What is minted must keep within the new caps, and what is known within the new limits of the books.</summary>
    private static SystemRefusal CheckBooks(SystemCore core, SystemParameters next, CommitmentLedger ledger)
    {
        foreach (CommitmentChannel channel in Enum.GetValues<CommitmentChannel>())
        {
            double counted = core.Channel(channel).Counted, most = SystemInvariants.CapOf(next, channel) * core.Numbers.Supply;
            if (counted > most * (1 + SystemInvariants.Rounding))
            {
                return new(SystemCheck.SupplyCap, counted, most, Detail: $"{channel} has minted {counted:R}, its new cap is {most:R}; keep the cap above what is minted");
            }

            if (ledger.Accounts(channel).Count > next.ContributorLimit)
            {
                return new(SystemCheck.LedgerFull, ledger.Accounts(channel).Count, next.ContributorLimit);
            }
        }

        return ledger.Stakes.Count > next.StakeLimit ? new(SystemCheck.LedgerFull, ledger.Stakes.Count, next.StakeLimit) : SystemRefusal.None;
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

        Span<double> balances = stackalloc double[SystemParameters.MostVaults];
        return TrancheMove.MovePoint(new(rules.Surface), rules.Surface, rules, core.Amounts, balances[..core.Count]);
    }
}
