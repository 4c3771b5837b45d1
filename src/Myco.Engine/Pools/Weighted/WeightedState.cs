using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>A weighted pool at given balances.</summary>
/// <remarks>A swap uses the exponents that the parameters keep, and the limits kept here; it needs no invariant. Quotes equal those of
/// <see cref="WeightedPool.OnSwap"/> to the last digit. Source: spec/04-onchain-math.md §1.7, §1.13.</remarks>
public readonly struct WeightedState : IPoolState
{
    private readonly WeightedParameters _parameters;
    private readonly UInt256[] _balances;
    private readonly TradeLimit[] _limitsIn, _limitsOut;

    private WeightedState(WeightedParameters parameters, ReadOnlySpan<UInt256> balances)
    {
        _parameters = parameters;
        _balances = balances.ToArray();
        (_limitsIn, _limitsOut) = (new TradeLimit[balances.Length], new TradeLimit[balances.Length]);
        for (int i = 0; i < balances.Length; i++)
        {
            Fault refusedLater = default;
            _limitsIn[i] = new(WeightedSwap.CountedIn(balances[i], parameters.Version, ref refusedLater));
            _limitsOut[i] = new(balances[i]);
        }
    }

    /// <inheritdoc/>
    public int TokenCount => _balances?.Length ?? 0;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than one balance a token; balances that some swap refuses are taken: each quote says
    /// so.</returns>
    public static Revert TryPrepare(WeightedParameters parameters, ReadOnlySpan<UInt256> balances, out WeightedState state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == parameters.TokenCount;
        state = isCount ? new(parameters, balances) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn) => Swap(SwapKind.ExactIn, tokenIn, tokenOut, amountIn);

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut) => Swap(SwapKind.ExactOut, tokenIn, tokenOut, amountOut);

    /// <inheritdoc/>
    /// <remarks><see cref="WeightedMarginalPayout.Of"/>: the contract has no such function.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        ReadOnlySpan<UInt256> weights = _parameters.Weights;
        return new(WeightedMarginalPayout.Of(_balances[tokenIn], weights[tokenIn], _balances[tokenOut], weights[tokenOut], ref fault), fault);
    }

    /// <inheritdoc/>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        return TokenPair.IsToken(0, TokenCount, ref fault)
            ? new(new WeightedPool(_parameters).ComputeInvariant(_balances, Rounding.Down, ref fault), fault)
            : new(default, fault);
    }

    private ExactQuote Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        ReadOnlySpan<UInt256> minima = _parameters.MinimumBalances;
        UInt256 balanceIn = WeightedSwap.CountedIn(_balances[tokenIn], _parameters.Version, ref fault);
        ref readonly TradeLimit limit = ref kind == SwapKind.ExactIn ? ref _limitsIn[tokenIn] : ref _limitsOut[tokenOut];
        ref readonly UInt256 exponent = ref _parameters.Exponent(kind, tokenIn, tokenOut);
        UInt256 result = WeightedSwap.OnSwap(
            kind, balanceIn, minima[tokenIn], _balances[tokenOut], minima[tokenOut], exponent, limit, amount, ref fault);
        return new(result, fault);
    }
}
