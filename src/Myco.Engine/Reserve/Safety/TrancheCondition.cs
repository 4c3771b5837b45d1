namespace Myco.Engine.Reserve.Safety;

/// <summary>What the prices of a vault's tokens say about it; of several, the last.</summary>
internal enum TrancheCondition : byte
{
    /// <summary>Every stable token is on its peg.</summary>
    OnPeg,

    /// <summary>A stable token is above its ceiling, none below its floor.</summary>
    AbovePeg,

    /// <summary>A stable token is below its floor.</summary>
    BelowPeg,

    /// <summary>No token's price reaches the minimum.</summary>
    PriceTooSmall,
}
