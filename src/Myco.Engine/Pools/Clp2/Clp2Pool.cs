using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>The 2-CLP as the vault calls it: the invariant is computed in each call.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.4, §1.5, §1.13.</remarks>
/// <param name="parameters">The pool's parameters.</param>
public readonly struct Clp2Pool(Clp2Parameters parameters) : IPool
{
    /// <summary>The pool's parameters.</summary>
    public Clp2Parameters Parameters { get; } = parameters;

    /// <inheritdoc/>
    public int TokenCount => 2;

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

        UInt256 invariant = Clp2Invariant.Compute(Parameters, balances[0], balances[1], Rounding.Down, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        Kept<VirtualBalances> virtualBalances = Clp2Swap.Keep(Parameters, balances[tokenIn], balances[tokenOut], tokenIn, invariant);
        return OffsetHyperbola.Swap(kind, virtualBalances, balances[tokenOut], amount, ref fault);
    }

    /// <inheritdoc/>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault) =>
        TokenPair.IsCount(balances, TokenCount, ref fault)
            ? Clp2Invariant.Compute(Parameters, balances[0], balances[1], rounding, ref fault)
            : default;

    /// <inheritdoc/>
    /// <remarks>The x of (x + L/√β)·(y + L·√α) = L² for ⌈L·ratio⌉ in place of L, L and x rounded up, the offsets down; likewise y. The contract of
    /// Balancer V2 has no such function: <see cref="Revert.UnsupportedOperation"/>.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault) || !TokenPair.IsToken(token, TokenCount, ref fault))
        {
            return default;
        }

        if (Parameters.Version == Clp2Version.BalancerV2)
        {
            fault.Raise(Revert.UnsupportedOperation);
        }

        UInt256 invariant = Clp2Invariant.Compute(Parameters, balances[0], balances[1], Rounding.Up, ref fault);
        invariant = Decimal18.MultiplyUp(invariant, invariantRatio, ref fault);
        UInt256 square = UInt256.Multiply(invariant, invariant, ref fault);
        UInt256 offset = Clp2Invariant.VirtualOffset(Parameters, token, invariant, Rounding.Down, ref fault);
        UInt256 otherOffset = Clp2Invariant.VirtualOffset(Parameters, 1 - token, invariant, Rounding.Down, ref fault);
        UInt256 other = UInt256.Add(otherOffset, balances[1 - token], ref fault);
        return UInt256.Subtract(UInt256.DivideUp(square, other, ref fault), offset, ref fault);
    }
}
