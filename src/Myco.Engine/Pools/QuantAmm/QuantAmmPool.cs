using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A QuantAMM pool at a time, as the vault calls it.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.17.</remarks>
public readonly struct QuantAmmPool : IPool
{
    private readonly QuantAmmParameters _parameters;
    private readonly ulong _timestamp;

    /// <summary>The pool in a block of that time, in seconds.</summary>
    public QuantAmmPool(QuantAmmParameters parameters, ulong timestamp)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _timestamp = timestamp;
    }

    /// <inheritdoc/>
    public int TokenCount => _parameters.TokenCount;

    /// <inheritdoc/>
    public UInt256 MinimumInvariantRatio => WeightedInvariant.MinimumRatio;

    /// <inheritdoc/>
    public UInt256 MaximumInvariantRatio => WeightedInvariant.MaximumRatio;

    /// <summary>The weight of every token at this time, 18 decimals; one place a token.</summary>
    /// <remarks>Before the last update the clock, unchecked in 40 bits, leads to absurd weights, or to <see cref="Revert.SubtractionOverflow"/> where a multiplier is
    /// negative. <see cref="Revert.TokenCountMismatch"/> for other than one place a token.</remarks>
    public void CopyWeights(Span<UInt256> weights, ref Fault fault)
    {
        if (!TokenPair.IsCount(weights, TokenCount, ref fault))
        {
            return;
        }

        ulong seconds = MovingWeight.ElapsedUnchecked(_timestamp, _parameters.LastUpdateTime, _parameters.LastInterpolationTime);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = MovingWeight.At(_parameters.Weights[i], _parameters.Multipliers[i], seconds, ref fault);
        }
    }

    /// <inheritdoc/>
    /// <remarks>The weights first (<see cref="Revert.SubtractionOverflow"/> before the last update), then <see cref="QuantAmmSwap"/>.</remarks>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 weightIn = SwapWeight(tokenIn, ref fault), weightOut = SwapWeight(tokenOut, ref fault);
        return Swap(kind, balances[tokenIn], weightIn, balances[tokenOut], weightOut, amount, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>With the weights of <see cref="CopyWeights"/>.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        Span<UInt256> weights = stackalloc UInt256[WeightedParameters.MostTokens];
        weights = weights[..TokenCount];
        CopyWeights(weights, ref fault);
        return fault.IsRaised ? default : WeightedInvariant.Of(weights, balances, rounding, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>With the exponent 1/weight always rounded up.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault) || !TokenPair.IsToken(token, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 weight = SwapWeight(token, ref fault);
        return fault.IsRaised ? default : WeightedInvariant.BalanceForRatio(balances[token], weight, invariantRatio, Rounding.Up, ref fault);
    }

    /// <summary>The weight of a token by the checked clock.</summary>
    internal UInt256 SwapWeight(int token, ref Fault fault)
    {
        ulong seconds = MovingWeight.Elapsed(_timestamp, _parameters.LastUpdateTime, _parameters.LastInterpolationTime, ref fault);
        return MovingWeight.At(_parameters.Weights[token], _parameters.Multipliers[token], seconds, ref fault);
    }

    /// <summary>A swap with its weights, unless one was refused.</summary>
    internal UInt256 Swap(
        SwapKind kind, in UInt256 balanceIn, in UInt256 weightIn, in UInt256 balanceOut, in UInt256 weightOut, in UInt256 amount, ref Fault fault)
    {
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 ratio = _parameters.MaximumTradeSizeRatio;
        return kind == SwapKind.ExactIn
            ? QuantAmmSwap.OutGivenExactIn(balanceIn, weightIn, balanceOut, weightOut, ratio, amount, ref fault)
            : QuantAmmSwap.InGivenExactOut(balanceIn, weightIn, balanceOut, weightOut, ratio, amount, ref fault);
    }
}
