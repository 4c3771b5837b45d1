using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>A weighted pool as the vault calls it.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.13.</remarks>
public readonly struct WeightedPool : IPool
{
    private readonly WeightedParameters _parameters;

    /// <summary>The pool of these parameters.</summary>
    public WeightedPool(WeightedParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
    }

    /// <inheritdoc/>
    public int TokenCount => _parameters.TokenCount;

    /// <inheritdoc/>
    public UInt256 MinimumInvariantRatio => WeightedInvariant.MinimumRatio;

    /// <inheritdoc/>
    public UInt256 MaximumInvariantRatio => WeightedInvariant.MaximumRatio;

    /// <inheritdoc/>
    /// <remarks>In this order: the balance of token in (one unit more in the current version) against its minimum, the formula with its limit of 30 %, what is left of
    /// token out against its minimum.</remarks>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        ReadOnlySpan<UInt256> minima = _parameters.MinimumBalances;
        UInt256 balanceIn = WeightedSwap.CountedIn(balances[tokenIn], _parameters.Version, ref fault);
        ref readonly UInt256 balanceOut = ref balances[tokenOut];
        TradeLimit limit = new(kind == SwapKind.ExactIn ? balanceIn : balanceOut);
        ref readonly UInt256 exponent = ref _parameters.Exponent(kind, tokenIn, tokenOut);
        return WeightedSwap.OnSwap(kind, balanceIn, minima[tokenIn], balanceOut, minima[tokenOut], exponent, limit, amount, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>Every balance against its minimum first, then the formula.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        bool isCount = TokenPair.IsCount(balances, TokenCount, ref fault);
        return isCount ? WeightedInvariant.OfPool(_parameters.Weights, _parameters.MinimumBalances, balances, rounding, ref fault) : default;
    }

    /// <inheritdoc/>
    /// <remarks>The formula, then the smaller of the balance and the result against the minimum.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault) || !TokenPair.IsToken(token, TokenCount, ref fault))
        {
            return default;
        }

        ref readonly UInt256 weight = ref _parameters.Weights[token];
        UInt256 balance = _parameters.Version == WeightedVersion.Current
            ? WeightedInvariant.BalanceForRatio(balances[token], weight, invariantRatio, ref fault)
            : WeightedInvariant.BalanceForRatio(balances[token], weight, invariantRatio, Rounding.Up, ref fault);
        MinimumBalance.Require(UInt256.Min(balances[token], balance), _parameters.MinimumBalances[token], ref fault);
        return balance;
    }
}
