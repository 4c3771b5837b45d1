using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>What a hook contract has to say on a vault's operations; amounts and balances are live, 18 decimals.</summary>
/// <remarks>Implemented by structs, so that the vault's calls are direct. Nothing throws: what reverts on chain raises the fault.</remarks>
public interface IVaultHook
{
    /// <summary>The swap fee, 18 decimals, of the amount given before any fee is taken off.</summary>
    UInt256 SwapFee<TPool>(
        in TPool pool, SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, in UInt256 staticFee, ref Fault fault)
        where TPool : struct, IPool;

    /// <summary>Whether a deposit may stand.</summary>
    /// <param name="kind">What was given.</param>
    /// <param name="amounts">What was paid in, a token.</param>
    /// <param name="balances">The balances after the deposit.</param>
    /// <param name="fault">What the hook's arithmetic refuses.</param>
    bool AllowsAdd(AddLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault);

    /// <summary>Whether a withdrawal may stand.</summary>
    /// <param name="kind">What was given.</param>
    /// <param name="amounts">What was paid out, a token.</param>
    /// <param name="balances">The balances after the withdrawal.</param>
    /// <param name="fault">What the hook's arithmetic refuses.</param>
    bool AllowsRemove(RemoveLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault);
}
