using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>A token of a vault with its price, 18 decimals.</summary>
/// <param name="IsStable">Whether it has a peg; floor and ceiling mean nothing when not.</param>
/// <param name="Price">Its price in dollars.</param>
/// <param name="Floor">The lowest price on peg.</param>
/// <param name="Ceiling">The highest price on peg.</param>
public readonly record struct ExactPricedToken(bool IsStable, UInt256 Price, UInt256 Floor, UInt256 Ceiling)
{
    /// <summary>floor ≤ price ≤ ceiling; always true without a peg.</summary>
    public bool IsOnPeg => !IsStable || (Price >= Floor && Price <= Ceiling);

    /// <summary>price &lt; floor; never true without a peg.</summary>
    public bool IsBelowPeg => IsStable && Price < Floor;
}
