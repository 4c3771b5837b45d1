using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The limits of the E-CLP contract. Source: spec/04-onchain-math.md §1.3, §1.13, §2.</summary>
internal static class EclpLimits
{
    /// <summary>A balance, or both together, is at most 10³⁴ units (10¹⁶ tokens).</summary>
    public static readonly Int256 MaxBalances = Int256.Parse("10000000000000000000000000000000000");

    /// <summary>The invariant is at most 3·10³⁷ units.</summary>
    public static readonly Int256 MaxInvariant = Int256.Parse("30000000000000000000000000000000000000");

    /// <summary>c² + s² is one within 10³ units.</summary>
    public static readonly Int256 RotationTolerance = 1_000L;

    /// <summary>λ is at most 10⁸.</summary>
    public static readonly Int256 MaxLambda = Int256.Parse("100000000000000000000000000");

    /// <summary>|τ|² and d² are one within 10²³ units of 38 decimals.</summary>
    public static readonly Int256 DerivedTolerance = Int256.Parse("100000000000000000000000");

    /// <summary>1/(|Aχ|² − 1) is at most 10⁴³ units of 38 decimals.</summary>
    public static readonly Int256 MaxInverseDenominator = Int256.Parse("10000000000000000000000000000000000000000000");

    /// <summary>From this λ on, 10⁷, the contract's allowances fail for large balances.</summary>
    public static readonly Int256 AllowancesLambda = Int256.Parse("10000000000000000000000000");

    /// <summary>The balance from which they do, 10³⁰ units.</summary>
    public static readonly UInt256 AllowancesBalance = UInt256.Parse("1000000000000000000000000000000");

    /// <summary>Balances may change the invariant by a factor of 0.6 to 5 at a time.</summary>
    public static readonly UInt256 MinimumInvariantRatio = 600_000_000_000_000_000UL;

    /// <summary>See <see cref="MinimumInvariantRatio"/>.</summary>
    public static readonly UInt256 MaximumInvariantRatio = 5_000_000_000_000_000_000UL;

    /// <summary>The warning that amounts at these balances carry.</summary>
    public static ExactWarning WarningOf(EclpParameters parameters, in UInt256 balance0, in UInt256 balance1) =>
        parameters.Curve.Lambda >= AllowancesLambda && UInt256.Max(balance0, balance1) >= AllowancesBalance
            ? ExactWarning.AllowancesTooSmall
            : ExactWarning.None;
}
