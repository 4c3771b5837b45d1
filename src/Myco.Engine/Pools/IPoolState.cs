using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>The mathematics of a pool at given balances, with what does not change between quotes kept; <see cref="PreparedPool{TState}"/> asks it.</summary>
/// <remarks>Implemented by immutable structs, shared freely between threads. Tokens are two different ones of the pool: the asker has seen to that. Nothing
/// allocates or throws; the first refusal is raised, and the amount then means nothing. Of a state that was not prepared the token count is 0.</remarks>
public interface IPoolState
{
    /// <summary>How many tokens the pool has; 0 where nothing was prepared.</summary>
    int TokenCount { get; }

    /// <summary>What every amount of a swap at these balances should be taken with care for.</summary>
    ExactWarning Warning { get; }

    /// <summary>The amount out for an amount in, or the amount in for an amount out.</summary>
    UInt256 Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault);

    /// <summary>The price of token in, in units of token out, before any trade and without fee, 18 decimals, rounded down where the contract has no such function.</summary>
    UInt256 MarginalPayout(int tokenIn, int tokenOut, ref Fault fault);

    /// <summary>The invariant at these balances, 18 decimals, rounded down.</summary>
    UInt256 Invariant(ref Fault fault);
}
