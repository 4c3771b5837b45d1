using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>What a swap paid in and out, or why there was none.</summary>
public readonly struct SwapReceipt
{
    internal SwapReceipt(in UInt256 amountIn, in UInt256 amountOut, in UInt256 feePercentage, in UInt256 aggregateFee)
    {
        AmountIn = amountIn;
        AmountOut = amountOut;
        FeePercentage = feePercentage;
        AggregateFee = aggregateFee;
    }

    internal SwapReceipt(in Fault fault) => Revert = fault.ToRevert();

    /// <summary>Paid in, raw.</summary>
    public UInt256 AmountIn { get; }

    /// <summary>Paid out, raw.</summary>
    public UInt256 AmountOut { get; }

    /// <summary>The fee charged, 18 decimals: the static one, or the hook's.</summary>
    public UInt256 FeePercentage { get; }

    /// <summary>The part of the fee that left the pool, raw, of token in.</summary>
    public UInt256 AggregateFee { get; }

    /// <summary>Why there was no swap; <see cref="Revert.None"/> when there was one.</summary>
    public Revert Revert { get; }

    /// <summary>True when there was a swap.</summary>
    public bool IsOk => Revert == Revert.None;
}
