namespace Myco.Engine.Reserve.Commitments;

/// <summary>Which limit of a channel a commitment meets.</summary>
internal enum CommitmentCheck
{
    /// <summary>None.</summary>
    None,

    /// <summary>The contributor committed too short a time ago.</summary>
    Cooldown,

    /// <summary>The contributor's units of the period are used up.</summary>
    ContributorRate,

    /// <summary>The channel's units of the period are used up.</summary>
    ChannelRate,

    /// <summary>The channel has minted its part of the supply.</summary>
    SupplyCap,
}
