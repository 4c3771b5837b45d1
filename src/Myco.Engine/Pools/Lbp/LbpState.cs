using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A liquidity bootstrapping pool at a time and at given balances: weights and exponents are kept.</summary>
/// <remarks>Quotes equal those of <see cref="LbpPool.OnSwap"/> to the last digit. Source: spec/04-onchain-math.md §1.16.</remarks>
public readonly struct LbpState : IPoolState
{
    private readonly LbpPool _pool;
    private readonly UInt256[] _balances;
    private readonly UInt256 _exponentFrom0, _exponentFrom1, _exponentFor0, _exponentFor1;

    private LbpState(in LbpPool pool, ReadOnlySpan<UInt256> balances)
    {
        Fault none = default;
        _pool = pool;
        _balances = balances.ToArray();
        UInt256 weight0 = pool.Weight(0), weight1 = pool.Weight(1);
        _exponentFrom0 = WeightedSwap.Exponent(SwapKind.ExactIn, weight0, weight1, ref none);
        _exponentFrom1 = WeightedSwap.Exponent(SwapKind.ExactIn, weight1, weight0, ref none);
        _exponentFor1 = WeightedSwap.Exponent(SwapKind.ExactOut, weight0, weight1, ref none);
        _exponentFor0 = WeightedSwap.Exponent(SwapKind.ExactOut, weight1, weight0, ref none);
    }

    /// <inheritdoc/>
    public int TokenCount => _balances?.Length ?? 0;

    /// <summary>The pool in a block of that time, in seconds, at these balances, which are copied; the virtual balance is not part of them.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than two balances; what some swap refuses is taken: each quote says so.</returns>
    public static Revert TryPrepare(LbpParameters parameters, ulong timestamp, ReadOnlySpan<UInt256> balances, out LbpState state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == 2;
        state = isCount ? new(new LbpPool(parameters, timestamp), balances) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn) =>
        Swap(SwapKind.ExactIn, tokenIn, tokenOut, tokenIn == 0 ? _exponentFrom0 : _exponentFrom1, amountIn);

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut) =>
        Swap(SwapKind.ExactOut, tokenIn, tokenOut, tokenOut == 0 ? _exponentFor0 : _exponentFor1, amountOut);

    /// <inheritdoc/>
    /// <remarks><see cref="WeightedMarginalPayout.Of"/> with the virtual balance, at any time: the contract has no such function.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        UInt256 balanceIn = _pool.Effective(_balances[tokenIn], tokenIn, ref fault);
        UInt256 balanceOut = _pool.Effective(_balances[tokenOut], tokenOut, ref fault);
        return new(WeightedMarginalPayout.Of(balanceIn, _pool.Weight(tokenIn), balanceOut, _pool.Weight(tokenOut), ref fault), fault);
    }

    /// <inheritdoc/>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        return TokenPair.IsToken(0, TokenCount, ref fault)
            ? new(_pool.ComputeInvariant(_balances, Rounding.Down, ref fault), fault)
            : new(default, fault);
    }

    private ExactQuote Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 exponent, in UInt256 amount)
    {
        Fault fault = default;
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(_pool.Swap(kind, _balances[tokenIn], _balances[tokenOut], tokenIn, exponent, amount, ref fault), fault)
            : new(default, fault);
    }
}
