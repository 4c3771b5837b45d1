using Myco.Engine.Fields;
using Myco.Engine.Reserve.Commitments;
using Myco.Engine.Reserve.System;

namespace Myco.Engine.Reserve.Operations;

/// <summary>What the commitment channels have in common: the refusals of their limits, the mint itself.</summary>
internal static class ChannelMint
{
    /// <summary>The refusal of a limit; none for a commitment that is taken, whole or clipped.</summary>
    public static SystemRefusal Refusal(in Admission admission) => !admission.IsRefused
        ? SystemRefusal.None
        : new(
            admission.Check switch
            {
                CommitmentCheck.Cooldown => SystemCheck.Cooldown,
                CommitmentCheck.ContributorRate => SystemCheck.ContributorRate,
                CommitmentCheck.ChannelRate => SystemCheck.ChannelRate,
                CommitmentCheck.SupplyCap => SystemCheck.SupplyCap,
                _ => SystemCheck.NothingToDo,
            },
            admission.Value,
            admission.Limit);

    /// <summary>Mints, and holds the mint against the order's limit.</summary>
    public static SystemRefusal Finish(SystemCore core, SystemReceipt receipt, double minted, double units, double leastMinted)
    {
        receipt.Minted = minted;
        receipt.Units = units;
        core.Numbers.Supply += minted;
        return minted > 0 ? Least(minted, leastMinted) : new(SystemCheck.NothingToDo, minted);
    }

    /// <summary>The refusal of a result below the order's limit.</summary>
    public static SystemRefusal Least(double value, double least) => value >= least ? SystemRefusal.None : new(SystemCheck.Limit, value, least);

    /// <summary>What <see cref="IsName"/> asks, in words.</summary>
    public static string NameRule => $"names {TextRule.Name.Words}";

    /// <summary>Whether a contributor may be named so.</summary>
    public static bool IsName(string? name) => name is not null && TextRule.Name.Holds(name);
}
