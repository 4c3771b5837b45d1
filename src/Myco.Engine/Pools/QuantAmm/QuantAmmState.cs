using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.QuantAmm;

/// <summary>A QuantAMM pool at a time and at given balances: the weights are kept.</summary>
/// <remarks>Quotes equal those of <see cref="QuantAmmPool.OnSwap"/> to the last digit; the price, which the contract does not have, is
/// <see cref="WeightedMarginalPayout.Of"/> with the weights of a swap. Source: spec/04-onchain-math.md §1.17.</remarks>
public readonly struct QuantAmmState : IPoolState
{
    private readonly QuantAmmPool _pool;
    private readonly UInt256[] _balances;
    private readonly Kept<UInt256>[] _weights;

    private QuantAmmState(in QuantAmmPool pool, ReadOnlySpan<UInt256> balances)
    {
        _pool = pool;
        _balances = balances.ToArray();
        _weights = new Kept<UInt256>[balances.Length];
        for (int i = 0; i < _weights.Length; i++)
        {
            Fault fault = default;
            _weights[i] = new(pool.SwapWeight(i, ref fault), fault);
        }
    }

    int IPoolState.TokenCount => _balances?.Length ?? 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The pool in a block of that time, in seconds, at these balances, which are copied.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than one balance a token; what some swap refuses is taken: each quote says so.</returns>
    public static Revert TryPrepare(QuantAmmParameters parameters, ulong timestamp, ReadOnlySpan<UInt256> balances, out PreparedPool<QuantAmmState> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == parameters.TokenCount;
        pool = isCount ? new(new(new QuantAmmPool(parameters, timestamp), balances)) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        ref readonly UInt256 weightIn = ref _weights[tokenIn].Take(ref fault), weightOut = ref _weights[tokenOut].Take(ref fault);
        return _pool.Swap(kind, _balances[tokenIn], weightIn, _balances[tokenOut], weightOut, amount, ref fault);
    }

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault)
    {
        ref readonly UInt256 weightIn = ref _weights[tokenIn].Take(ref fault), weightOut = ref _weights[tokenOut].Take(ref fault);
        return WeightedMarginalPayout.Of(_balances[tokenIn], weightIn, _balances[tokenOut], weightOut, ref fault);
    }

    UInt256 IPoolState.Invariant(ref Fault fault) => _pool.ComputeInvariant(_balances, Rounding.Down, ref fault);
}
