using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A fixed-price liquidity bootstrapping pool at a time and at given balances.</summary>
/// <remarks>The project token cannot be sold, so it has no price: <see cref="Revert.SwapOfProjectTokenIn"/>. Source: spec/04-onchain-math.md §1.16.</remarks>
public readonly struct FixedPriceState : IPoolState
{
    private readonly FixedPricePool _pool;
    private readonly UInt256[] _balances;

    private FixedPriceState(in FixedPricePool pool, ReadOnlySpan<UInt256> balances)
    {
        _pool = pool;
        _balances = balances.ToArray();
    }

    int IPoolState.TokenCount => _balances?.Length ?? 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    /// <summary>The pool in a block of that time, in seconds, at these balances, which are copied.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than two balances.</returns>
    public static Revert TryPrepare(FixedPriceParameters parameters, ulong timestamp, ReadOnlySpan<UInt256> balances, out PreparedPool<FixedPriceState> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == 2;
        pool = isCount ? new(new(new FixedPricePool(parameters, timestamp), balances)) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault) =>
        _pool.OnSwap(kind, _balances, tokenIn, tokenOut, amount, ref fault);

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault) => _pool.MarginalPayout(tokenIn, ref fault);

    UInt256 IPoolState.Invariant(ref Fault fault) => _pool.ComputeInvariant(_balances, Rounding.Down, ref fault);
}
