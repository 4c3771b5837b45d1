using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The limits of the 3-CLP contract. Source: spec/04-onchain-math.md §1.6.</summary>
internal static class Clp3Limits
{
    /// <summary>A balance is at most 10²⁹ units.</summary>
    public static readonly UInt256 MaxBalance = UInt256.Parse("100000000000000000000000000000");

    /// <summary>The invariant, and every estimate of it, is at most 10³⁴ units.</summary>
    public static readonly UInt256 MaxInvariant = UInt256.Parse("10000000000000000000000000000000000");

    /// <summary>Above 2·10³¹ units the cubic is computed by the formulas for large numbers.</summary>
    public static readonly UInt256 LargeInvariant = UInt256.Parse("20000000000000000000000000000000");
}
