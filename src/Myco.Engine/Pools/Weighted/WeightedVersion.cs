namespace Myco.Engine.Pools.Weighted;

/// <summary>Which weighted contract a pool runs.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.13.</remarks>
public enum WeightedVersion : byte
{
    /// <summary>The current one: one unit is added to the balance of token in, balances have a minimum, and computeBalance rounds the exponent 1/w up only for a
    /// ratio above 1.</summary>
    Current,

    /// <summary>Those deployed before: no added unit, no minimum, and computeBalance always rounds the exponent up.</summary>
    BeforeMinimumBalances,
}
