namespace Myco.Engine.Pools.Stable;

/// <summary>Which contract a stable pool runs.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.13.</remarks>
public enum StableVersion : byte
{
    /// <summary>Refuses balances of which the largest is 10 000 times the smallest, or more.</summary>
    Current,

    /// <summary>Pools deployed before that limit.</summary>
    WithoutImbalanceLimit,
}
