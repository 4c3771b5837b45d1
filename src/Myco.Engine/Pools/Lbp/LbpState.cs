using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A liquidity bootstrapping pool at a time and at given balances: weights and exponents are kept.</summary>
/// <remarks>Quotes equal those of <see cref="LbpPool.OnSwap"/> to the last digit; the price, which the contract does not have, is
/// <see cref="WeightedMarginalPayout.Of"/> with the virtual balance, at any time. Source: spec/04-onchain-math.md §1.16.</remarks>
public readonly struct LbpState : IPoolState
{
    private readonly LbpPool _pool;
    private readonly UInt256[] _balances;

    /// <summary>By kind, then by token in.</summary>
    private readonly UInt256[] _exponents;

    private LbpState(in LbpPool pool, ReadOnlySpan<UInt256> balances)
    {
        Fault none = default;
        (_pool, _balances) = (pool, balances.ToArray());
        UInt256 weight0 = pool.Weight(0), weight1 = pool.Weight(1);
        _exponents =
        [
            WeightedSwap.Exponent(SwapKind.ExactIn, weight0, weight1, ref none), WeightedSwap.Exponent(SwapKind.ExactIn, weight1, weight0, ref none),
            WeightedSwap.Exponent(SwapKind.ExactOut, weight0, weight1, ref none), WeightedSwap.Exponent(SwapKind.ExactOut, weight1, weight0, ref none),
        ];
    }

    int IPoolState.TokenCount => _balances?.Length ?? 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The pool in a block of that time, in seconds, at these balances, which are copied; the virtual balance is not part of them.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than two balances; what some swap refuses is taken: each quote says so.</returns>
    public static Revert TryPrepare(LbpParameters parameters, ulong timestamp, ReadOnlySpan<UInt256> balances, out PreparedPool<LbpState> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == 2;
        pool = isCount ? new(new(new LbpPool(parameters, timestamp), balances)) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault) => _pool.Swap(
        kind, _balances[tokenIn], _balances[tokenOut], tokenIn, _exponents[((int)kind * 2) + tokenIn], amount, ref fault);

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault)
    {
        UInt256 balanceIn = _pool.Effective(_balances[tokenIn], tokenIn, ref fault);
        UInt256 balanceOut = _pool.Effective(_balances[tokenOut], tokenOut, ref fault);
        return WeightedMarginalPayout.Of(balanceIn, _pool.Weight(tokenIn), balanceOut, _pool.Weight(tokenOut), ref fault);
    }

    UInt256 IPoolState.Invariant(ref Fault fault) => _pool.ComputeInvariant(_balances, Rounding.Down, ref fault);
}
