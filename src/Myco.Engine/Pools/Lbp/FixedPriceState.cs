using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Lbp;

/// <summary>A fixed-price liquidity bootstrapping pool at a time and at given balances.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.16.</remarks>
public readonly struct FixedPriceState : IPoolState
{
    private readonly FixedPricePool _pool;
    private readonly UInt256[] _balances;

    private FixedPriceState(in FixedPricePool pool, ReadOnlySpan<UInt256> balances)
    {
        _pool = pool;
        _balances = balances.ToArray();
    }

    /// <inheritdoc/>
    public int TokenCount => _balances?.Length ?? 0;

    /// <summary>The pool in a block of that time, in seconds, at these balances, which are copied.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/> for other than two balances.</returns>
    public static Revert TryPrepare(FixedPriceParameters parameters, ulong timestamp, ReadOnlySpan<UInt256> balances, out FixedPriceState state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        bool isCount = balances.Length == 2;
        state = isCount ? new(new FixedPricePool(parameters, timestamp), balances) : default;
        return isCount ? Revert.None : Revert.TokenCountMismatch;
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn) => Swap(SwapKind.ExactIn, tokenIn, tokenOut, amountIn);

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut) => Swap(SwapKind.ExactOut, tokenIn, tokenOut, amountOut);

    /// <inheritdoc/>
    /// <remarks>Of the project token <see cref="Revert.SwapOfProjectTokenIn"/>: it cannot be sold.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(_pool.MarginalPayout(tokenIn, ref fault), fault)
            : new(default, fault);
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
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(_pool.OnSwap(kind, _balances, tokenIn, tokenOut, amount, ref fault), fault)
            : new(default, fault);
    }
}
