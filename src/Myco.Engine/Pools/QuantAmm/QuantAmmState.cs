using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A QuantAMM pool at a time and at given balances: the weights are kept.</summary>
/// <remarks>Quotes equal those of <see cref="QuantAmmPool.OnSwap"/> to the last digit. Source: spec/04-onchain-math.md §1.17.</remarks>
public readonly struct QuantAmmState : IPoolState
{
    private readonly QuantAmmPool _pool;
    private readonly UInt256[] _balances;
    private readonly KeptWeight[] _weights;

    private QuantAmmState(in QuantAmmPool pool, ReadOnlySpan<UInt256> balances)
    {
        _pool = pool;
        _balances = balances.ToArray();
        _weights = new KeptWeight[balances.Length];
        for (int i = 0; i < _weights.Length; i++)
        {
            Fault fault = default;
            _weights[i] = new(pool.SwapWeight(i, ref fault), fault.ToRevert());
        }
    }

    /// <inheritdoc/>
    public int TokenCount => _balances?.Length ?? 0;

    /// <summary>The pool in a block of that time, in seconds, at these balances, which are copied.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than one balance a token; what some swap refuses is taken: each quote says so.</returns>
    public static Revert TryPrepare(QuantAmmParameters parameters, ulong timestamp, ReadOnlySpan<UInt256> balances, out QuantAmmState state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == parameters.TokenCount;
        state = isCount ? new(new QuantAmmPool(parameters, timestamp), balances) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn) => Swap(SwapKind.ExactIn, tokenIn, tokenOut, amountIn);

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut) => Swap(SwapKind.ExactOut, tokenIn, tokenOut, amountOut);

    /// <inheritdoc/>
    /// <remarks><see cref="WeightedMarginalPayout.Of"/> with the weights of a swap: the contract has no such function.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        UInt256 weightIn = _weights[tokenIn].Take(ref fault), weightOut = _weights[tokenOut].Take(ref fault);
        return new(WeightedMarginalPayout.Of(_balances[tokenIn], weightIn, _balances[tokenOut], weightOut, ref fault), fault);
    }

    /// <inheritdoc/>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        return TokenPair.IsToken(0, TokenCount, ref fault)
            ? new(_pool.ComputeInvariant(_balances, Rounding.Down, ref fault), fault)
            : new(default, fault);
    }

    private ExactQuote Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        UInt256 weightIn = _weights[tokenIn].Take(ref fault), weightOut = _weights[tokenOut].Take(ref fault);
        return new(_pool.Swap(kind, _balances[tokenIn], weightIn, _balances[tokenOut], weightOut, amount, ref fault), fault);
    }

    /// <summary>A weight, or why there is none.</summary>
    private readonly record struct KeptWeight(UInt256 Weight, Revert Revert)
    {
        public UInt256 Take(ref Fault fault)
        {
            if (Revert != Revert.None)
            {
                fault.Raise(Revert);
            }

            return Weight;
        }
    }
}
