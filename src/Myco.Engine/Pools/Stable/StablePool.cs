using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>A stable pool as the vault calls it: every call computes the invariant anew, as the contract does.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.13, §1.14.</remarks>
public readonly struct StablePool : IPool
{
    private readonly StableParameters _parameters;

    /// <summary>The pool of these parameters.</summary>
    public StablePool(StableParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
    }

    /// <inheritdoc/>
    public int TokenCount => _parameters.TokenCount;

    /// <summary>0.6.</summary>
    public UInt256 MinimumInvariantRatio => 600_000_000_000_000_000UL;

    /// <summary>5.</summary>
    public UInt256 MaximumInvariantRatio => 5_000_000_000_000_000_000UL;

    /// <inheritdoc/>
    /// <remarks>The invariant, the amount, then the imbalance limit.</remarks>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 invariant = StableInvariant.Compute(_parameters.Amplification, balances, ref fault);
        return fault.IsRaised ? default : StableSwap.Amount(_parameters, kind, balances, tokenIn, tokenOut, amount, invariant, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>The imbalance limit first; then D, or D + 1 rounded up.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        if (TokenPair.IsCount(balances, TokenCount, ref fault) && _parameters.Version == StableVersion.Current)
        {
            StableImbalance.Check(balances, ref fault);
        }

        return fault.IsRaised ? default : Invariant(balances, rounding, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>The balance at ⌈(D + 1)·ratio⌉, then the imbalance limit.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault) || !TokenPair.IsToken(token, TokenCount, ref fault))
        {
            return default;
        }

        UInt256 invariant = Invariant(balances, Rounding.Up, ref fault);
        UInt256 target = Decimal18.MultiplyUp(invariant, invariantRatio, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 balance = StableInvariant.Balance(_parameters.Amplification, balances, token, target, ref fault);
        if (_parameters.Version == StableVersion.Current && !fault.IsRaised)
        {
            StableImbalance.CheckAfter(balances, balance, balance, ref fault);
        }

        return balance;
    }

    private UInt256 Invariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        UInt256 invariant = StableInvariant.Compute(_parameters.Amplification, balances, ref fault);
        return rounding == Rounding.Up && !invariant.IsZero ? UInt256.Add(invariant, UInt256.One, ref fault) : invariant;
    }
}
