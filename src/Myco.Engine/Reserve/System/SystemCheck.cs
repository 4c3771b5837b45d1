namespace Myco.Engine.Reserve.System;

/// <summary>Which check refused an order; the order is left without a trace.</summary>
public enum SystemCheck
{
    /// <summary>None: the order was done, or can be.</summary>
    None,

    /// <summary>A number of the order is not finite, or not above 0.</summary>
    InvalidAmount,

    /// <summary>The order's deadline is over.</summary>
    Deadline,

    /// <summary>The result is beyond the order's limit.</summary>
    Limit,

    /// <summary>The prices are older than their age limit.</summary>
    StalePrices,

    /// <summary>A vault that does not exist, or the same one twice.</summary>
    UnknownVault,

    /// <summary>There is no reserve to mint against.</summary>
    NoReserve,

    /// <summary>Fewer tokens are free than the order asks.</summary>
    NotEnoughSupply,

    /// <summary>A vault holds less than the order asks.</summary>
    NotEnoughReserve,

    /// <summary>A price is below the vault's minimum.</summary>
    PriceTooSmall,

    /// <summary>A stable is off its peg.</summary>
    OffPeg,

    /// <summary>A vault's weight would leave its band, or move farther outside.</summary>
    WeightBand,

    /// <summary>A vault's flow would be above its threshold.</summary>
    TrancheFlow,

    /// <summary>A vault's direction is closed for a time.</summary>
    SafetyMode,

    /// <summary>The balances would lie on no surface.</summary>
    OffSurface,

    /// <summary>The prices would leave the surface's box farther.</summary>
    PriceBox,

    /// <summary>The contributor committed too short a time ago.</summary>
    Cooldown,

    /// <summary>The contributor's units of the period are used up.</summary>
    ContributorRate,

    /// <summary>The channel's units of the period are used up.</summary>
    ChannelRate,

    /// <summary>The channel has minted its part of the supply.</summary>
    SupplyCap,

    /// <summary>The attestation is not genuine, of an unknown type, from the future, or used already.</summary>
    Attestation,

    /// <summary>No such tier.</summary>
    UnknownTier,

    /// <summary>No such stake of that contributor.</summary>
    UnknownStake,

    /// <summary>The lock is shorter or longer than allowed.</summary>
    LockDuration,

    /// <summary>The books hold as many contributors or stakes as they may.</summary>
    LedgerFull,

    /// <summary>New parameters, or prices, are not valid.</summary>
    InvalidParameters,

    /// <summary>Nothing would be minted or paid.</summary>
    NothingToDo,
}
