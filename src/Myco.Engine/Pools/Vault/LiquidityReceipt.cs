using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>The pool tokens that a deposit minted or a withdrawal burnt, or why there was none.</summary>
public readonly struct LiquidityReceipt
{
    internal LiquidityReceipt(in UInt256 poolTokens, in Fault fault)
    {
        Revert = fault.ToRevert();
        PoolTokens = IsOk ? poolTokens : default;
    }

    /// <summary>The pool tokens, 18 decimals; 0 when refused.</summary>
    public UInt256 PoolTokens { get; }

    /// <summary>Why nothing happened; <see cref="Revert.None"/> when it did.</summary>
    public Revert Revert { get; }

    /// <summary>True when it happened.</summary>
    public bool IsOk => Revert == Revert.None;
}
