using Myco.Engine.Reserve.Fees;

namespace Myco.Engine.Reserve.Composition;

/// <summary>How far the vaults are from their targets: the imbalance of value over target weight, 0 at the targets.</summary>
/// <remarks>A vault with a target of 0 is left out. Source: spec 02-reserve-system, section 5.</remarks>
internal static class VaultImbalance
{
    /// <summary>The imbalance after changes in tokens; no changes for the present one.</summary>
    public static double Of(SystemCore core, ReadOnlySpan<double> changes)
    {
        Span<double> targets = stackalloc double[SystemParameters.MostVaults];
        Span<double> shares = stackalloc double[SystemParameters.MostVaults];
        targets = targets[..core.Count];
        core.CopyTargets(targets);
        int count = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] > 0)
            {
                double amount = core.Amounts[i] + (changes.IsEmpty ? 0 : changes[i]);
                shares[count++] = core.Rules.Value(i, amount, core.Prices[i]) / targets[i];
            }
        }

        return Imbalance.Of(shares[..count]);
    }
}
