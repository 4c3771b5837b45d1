using Myco.Engine.Pools.Vault;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Surge;

/// <summary>The stable pools' hook: dearer swaps, and no lopsided liquidity, where they unbalance the pool further.</summary>
/// <param name="parameters">What the hook is set to.</param>
/// <remarks>Source: spec/04-onchain-math.md §1.15.</remarks>
public readonly struct SurgeHook(SurgeParameters parameters) : IVaultHook
{
    /// <inheritdoc/>
    /// <remarks>s + ⌊(M − s)·⌊(I − θ)/(1 − θ)⌋⌋ where the swap, taken whole and without fee, surges to an imbalance I above θ; else s. A largest fee M below s
    /// leaves s. The pool's own refusals of the whole amount stand, even where the amount without fee would pass.</remarks>
    public UInt256 SwapFee<TPool>(
        in TPool pool, SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, in UInt256 staticFee, ref Fault fault)
        where TPool : struct, IPool
    {
        if (parameters.MaximumFee < staticFee || !TokenPair.IsValid(balances, tokenIn, tokenOut, pool.TokenCount, ref fault))
        {
            return staticFee;
        }

        UInt256 calculated = pool.OnSwap(kind, balances, tokenIn, tokenOut, amount, ref fault);
        bool exactIn = kind == SwapKind.ExactIn;
        TokenAmounts storage = default;
        Span<UInt256> after = storage[..balances.Length];
        balances.CopyTo(after);
        after[tokenIn] = UInt256.Add(after[tokenIn], exactIn ? amount : calculated, ref fault);
        after[tokenOut] = UInt256.Subtract(after[tokenOut], exactIn ? calculated : amount, ref fault);
        if (!SurgeImbalance.IsSurging(balances, after, parameters.Threshold, out UInt256 imbalance, ref fault) || fault.IsRaised)
        {
            return staticFee;
        }

        UInt256 excess = Decimal18.DivideDown(
            UInt256.WrappingSubtract(imbalance, parameters.Threshold), Decimal18.Complement(parameters.Threshold), ref fault);
        UInt256 range = UInt256.WrappingSubtract(parameters.MaximumFee, staticFee);
        return UInt256.Add(staticFee, Decimal18.MultiplyDown(range, excess, ref fault), ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>Refuses what surges, donations too; the balances before are those after less the amounts, so an amount that the aggregate fee ate into is
    /// <see cref="Revert.SubtractionOverflow"/>.</remarks>
    public bool AllowsAdd(AddLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault) =>
        kind == AddLiquidityKind.Proportional || IsQuiet(amounts, balances, wereAdded: true, ref fault);

    /// <inheritdoc/>
    /// <remarks>Refuses what surges; the balances before are those after with the amounts.</remarks>
    public bool AllowsRemove(RemoveLiquidityKind kind, ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, ref Fault fault) =>
        kind == RemoveLiquidityKind.Proportional || IsQuiet(amounts, balances, wereAdded: false, ref fault);

    /// <summary>Whether the change that led to these balances does not surge.</summary>
    private bool IsQuiet(ReadOnlySpan<UInt256> amounts, ReadOnlySpan<UInt256> balances, bool wereAdded, ref Fault fault)
    {
        if (!TokenAmounts.Holds(balances, ref fault) || !TokenPair.IsCount(amounts, balances.Length, ref fault))
        {
            return false;
        }

        TokenAmounts storage = default;
        Span<UInt256> before = storage[..balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            before[i] = wereAdded ? UInt256.Subtract(balances[i], amounts[i], ref fault) : UInt256.Add(balances[i], amounts[i], ref fault);
        }

        return !SurgeImbalance.IsSurging(before, balances, parameters.Threshold, out _, ref fault);
    }
}
