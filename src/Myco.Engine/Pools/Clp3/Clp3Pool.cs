using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>The 3-CLP as a vault calls it: the invariant is computed in each call.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.6. The pool is of Balancer V2, which asks no invariant ratio and no balance of it.</remarks>
/// <param name="parameters">The pool's parameter.</param>
public readonly struct Clp3Pool(Clp3Parameters parameters) : IPool
{
    /// <summary>The tokens of the pool.</summary>
    internal const int Tokens = 3;

    /// <summary>The pool's parameter.</summary>
    public Clp3Parameters Parameters { get; } = parameters;

    /// <inheritdoc/>
    public int TokenCount => Tokens;

    /// <inheritdoc/>
    /// <remarks>No limit.</remarks>
    public UInt256 MinimumInvariantRatio => UInt256.Zero;

    /// <inheritdoc/>
    /// <remarks>No limit.</remarks>
    public UInt256 MaximumInvariantRatio => UInt256.MaxValue;

    /// <inheritdoc/>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 invariant = Clp3Invariant.Compute(Parameters, balances[0], balances[1], balances[2], ref fault);
        UInt256 virtualOffset = Decimal18.MultiplyDown(invariant, Parameters.Root3Alpha, ref fault);
        return fault.IsRaised
            ? default
            : OffsetHyperbola.Swap(
                kind, Clp3Swap.Keep(balances[tokenIn], balances[tokenOut], virtualOffset), balances[tokenOut], amount, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>The contract knows one rounding, which is neither: the argument is not looked at.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault) =>
        TokenPair.IsCount(balances, TokenCount, ref fault)
            ? Clp3Invariant.Compute(Parameters, balances[0], balances[1], balances[2], ref fault)
            : default;

    /// <inheritdoc/>
    /// <remarks>The contract has no such function: <see cref="Revert.UnsupportedOperation"/>.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        fault.Raise(Revert.UnsupportedOperation);
        return default;
    }
}
