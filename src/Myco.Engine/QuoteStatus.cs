namespace Myco.Engine;

/// <summary>Why a quote has an amount or has none; where several reasons hold, the first of this order is given.</summary>
/// <remarks>Source: spec 05-formats.</remarks>
public enum QuoteStatus : byte
{
    /// <summary>The amount is good.</summary>
    Ok,

    /// <summary>An asset's index is below 0 or not below the dimension.</summary>
    BadAsset,

    /// <summary>The asset in is the asset out.</summary>
    SameAsset,

    /// <summary>An amount is NaN or infinite.</summary>
    NotFinite,

    /// <summary>An amount is below zero.</summary>
    Negative,

    /// <summary>The amount, or every amount, is zero.</summary>
    Zero,

    /// <summary>No state of the surface lies at the end of the trade: a balance or a price would not be positive.</summary>
    Infeasible,

    /// <summary>A mint would end farther outside the price box than it began.</summary>
    OutsidePriceBounds,

    /// <summary>The caller's own limit on the other amount is missed.</summary>
    LimitExceeded,
}
