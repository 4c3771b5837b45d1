using Myco.Engine.Reserve.Fees;

namespace Myco.Engine.Reserve.System;

/// <summary>How far the vaults of a system are from their targets.</summary>
/// <remarks>Source: spec 02-reserve-system, section 5.</remarks>
internal static class TrancheImbalance
{
    /// <summary>The imbalance after changes in tokens; no changes for the present one.</summary>
    public static double Of(SystemCore core, ReadOnlySpan<double> changes)
    {
        Span<double> targets = stackalloc double[SystemParameters.MostVaults];
        Span<double> values = stackalloc double[SystemParameters.MostVaults];
        targets = targets[..core.Count];
        values = values[..core.Count];
        core.CopyTargets(targets);
        for (int i = 0; i < values.Length; i++)
        {
            double amount = core.Amounts[i] + (changes.IsEmpty ? 0 : changes[i]);
            values[i] = core.Rules.Value(i, amount, core.Prices[i]);
        }

        return Imbalance.OfReserve(values, targets);
    }
}
