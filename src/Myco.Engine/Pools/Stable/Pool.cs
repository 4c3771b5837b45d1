using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>A stable pool as the vault calls it: every call computes the invariant anew, as the contract does.</summary>
/// <param name="parameters">The pool's parameters.</param>
/// <remarks>Source: spec/04-onchain-math.md §1.13, §1.14.</remarks>
public readonly struct StablePool(StableParameters parameters) : IPool
{
    /// <inheritdoc/>
    public int TokenCount => parameters.TokenCount;

    /// <summary>0.6.</summary>
    public UInt256 MinimumInvariantRatio => 600_000_000_000_000_000UL;

    /// <summary>5.</summary>
    public UInt256 MaximumInvariantRatio => 5_000_000_000_000_000_000UL;

    /// <inheritdoc/>
    /// <remarks>The invariant, the amount, then the imbalance limit.</remarks>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        UInt256 invariant = StableInvariant.Compute(parameters.Amplification, balances, ref fault);
        return fault.IsRaised ? default : StableSwap.Amount(parameters, kind, balances, tokenIn, tokenOut, amount, invariant, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>The imbalance limit first; then D, or D + 1 rounded up.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        if (parameters.Version == StableVersion.Current)
        {
            StableImbalance.Check(balances, ref fault);
        }

        return fault.IsRaised ? default : Invariant(balances, rounding, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>The balance at ⌈(D + 1)·ratio⌉, then the imbalance limit.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        UInt256 invariant = Invariant(balances, Rounding.Up, ref fault);
        UInt256 target = Decimal18.MultiplyUp(invariant, invariantRatio, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 balance = StableInvariant.Balance(parameters.Amplification, balances, token, target, ref fault);
        if (parameters.Version == StableVersion.Current)
        {
            StableImbalance.CheckAfter(balances, balance, balance, ref fault);
        }

        return balance;
    }

    private UInt256 Invariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        UInt256 invariant = StableInvariant.Compute(parameters.Amplification, balances, ref fault);
        return rounding == Rounding.Up && !invariant.IsZero ? UInt256.Add(invariant, UInt256.One, ref fault) : invariant;
    }
}
