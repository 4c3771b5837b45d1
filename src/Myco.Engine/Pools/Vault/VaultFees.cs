using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>A pool's fees as the vault stores them: multiples of 10⁻⁷, 18 decimals.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.10.</remarks>
public readonly struct VaultFees
{
    private VaultFees(ulong swap, ulong aggregateSwap, ulong aggregateYield)
    {
        Swap = swap;
        AggregateSwap = aggregateSwap;
        AggregateYield = aggregateYield;
    }

    /// <summary>The static swap fee: the share of the amount in.</summary>
    public UInt256 Swap { get; }

    /// <summary>The share of swap fees that leaves the pool.</summary>
    public UInt256 AggregateSwap { get; }

    /// <summary>The share of the growth by rates that leaves the pool.</summary>
    public UInt256 AggregateYield { get; }

    /// <summary>The fees, cut to multiples of 10⁻⁷; <see cref="Revert.PercentageAboveMax"/> above 99.9999 %.</summary>
    public static Revert TryCreate(in UInt256 swap, in UInt256 aggregateSwap, in UInt256 aggregateYield, out VaultFees fees)
    {
        fees = default;
        if (swap > VaultLimits.MaximumFee || aggregateSwap > VaultLimits.MaximumFee || aggregateYield > VaultLimits.MaximumFee)
        {
            return Revert.PercentageAboveMax;
        }

        fees = new(Cut(swap.Limb0), Cut(aggregateSwap.Limb0), Cut(aggregateYield.Limb0));
        return Revert.None;
    }

    private static ulong Cut(ulong fee) => fee - (fee % VaultLimits.FeeUnit);
}
