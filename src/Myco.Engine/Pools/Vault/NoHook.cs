using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>A pool without a hook: the static fee, and nothing refused.</summary>
public readonly struct NoHook : IVaultHook
{
    /// <inheritdoc/>
    public UInt256 SwapFee<TPool>(
        in TPool pool, SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, in UInt256 staticFee, ref Fault fault)
        where TPool : struct, IPool => staticFee;

    /// <inheritdoc/>
    public bool AllowsAdd(AddLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault) => true;

    /// <inheritdoc/>
    public bool AllowsRemove(RemoveLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault) => true;
}
