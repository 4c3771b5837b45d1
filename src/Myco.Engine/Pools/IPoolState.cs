using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>A pool at given balances, with what does not change between quotes kept.</summary>
/// <remarks>Implemented by immutable structs, shared freely between threads. A quote allocates nothing and never throws; an index that names no token
/// is refused with <see cref="Revert.TokenNotRegistered"/>, equal indices with <see cref="Revert.CannotSwapSameToken"/>.</remarks>
public interface IPoolState
{
    /// <summary>How many tokens the pool has.</summary>
    int TokenCount { get; }

    /// <summary>The amount out for that amount in.</summary>
    ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn);

    /// <summary>The amount in for that amount out.</summary>
    ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut);

    /// <summary>The price of token in, in units of token out, before any trade and without fee, 18 decimals, rounded down where the contract has no such function.</summary>
    ExactQuote MarginalPayout(int tokenIn, int tokenOut);

    /// <summary>The invariant at these balances, 18 decimals, rounded down.</summary>
    ExactQuote Invariant();
}
