using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>A weighted pool at given balances.</summary>
/// <remarks>A swap uses the exponents that the parameters keep, and the limits kept here; it needs no invariant. Quotes equal those of
/// <see cref="WeightedPool.OnSwap"/> to the last digit; the price, which the contract does not have, is <see cref="WeightedMarginalPayout.Of"/>. Source:
/// spec/04-onchain-math.md §1.7, §1.13.</remarks>
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

    int IPoolState.TokenCount => _balances?.Length ?? 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than one balance a token; balances that some swap refuses are taken: each quote says
    /// so.</returns>
    public static Revert TryPrepare(WeightedParameters parameters, ReadOnlySpan<UInt256> balances, out PreparedPool<WeightedState> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == parameters.TokenCount;
        pool = isCount ? new(new(parameters, balances)) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        ReadOnlySpan<UInt256> minima = _parameters.MinimumBalances;
        UInt256 balanceIn = WeightedSwap.CountedIn(_balances[tokenIn], _parameters.Version, ref fault);
        ref readonly TradeLimit limit = ref kind == SwapKind.ExactIn ? ref _limitsIn[tokenIn] : ref _limitsOut[tokenOut];
        ref readonly UInt256 exponent = ref _parameters.Exponent(kind, tokenIn, tokenOut);
        return WeightedSwap.OnSwap(
            kind, balanceIn, minima[tokenIn], _balances[tokenOut], minima[tokenOut], exponent, limit, amount, ref fault);
    }

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault)
    {
        ReadOnlySpan<UInt256> weights = _parameters.Weights;
        return WeightedMarginalPayout.Of(_balances[tokenIn], weights[tokenIn], _balances[tokenOut], weights[tokenOut], ref fault);
    }

    UInt256 IPoolState.Invariant(ref Fault fault) => new WeightedPool(_parameters).ComputeInvariant(_balances, Rounding.Down, ref fault);
}
