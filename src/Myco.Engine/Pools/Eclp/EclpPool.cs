using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The E-CLP as the vault calls it: the invariant is computed in each call.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.3, §1.13.</remarks>
/// <param name="parameters">The pool's parameters.</param>
public readonly struct EclpPool(EclpParameters parameters) : IPool
{
    /// <summary>The pool's parameters.</summary>
    public EclpParameters Parameters { get; } = parameters;

    /// <inheritdoc/>
    public int TokenCount => 2;

    /// <inheritdoc/>
    public UInt256 MinimumInvariantRatio => EclpLimits.MinimumInvariantRatio;

    /// <inheritdoc/>
    public UInt256 MaximumInvariantRatio => EclpLimits.MaximumInvariantRatio;

    /// <inheritdoc/>
    public UInt256 OnSwap(SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        if (!TokenPair.IsValid(balances, tokenIn, tokenOut, TokenCount, ref fault))
        {
            return default;
        }

        EclpVector vector = EclpInvariant.Compute(Parameters, balances[0], balances[1], ref fault).ToVector();
        return fault.IsRaised ? default
            : kind == SwapKind.ExactIn ? EclpSwap.OutGivenIn(Parameters, balances[0], balances[1], tokenIn, amount, vector, ref fault)
            : EclpSwap.InGivenOut(Parameters, balances[0], balances[1], tokenIn, amount, vector, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>r − err or r + err; <see cref="Revert.CastToUnsignedOverflow"/> where that is negative.</remarks>
    public UInt256 ComputeInvariant(ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault))
        {
            return default;
        }

        EclpInvariantEstimate estimate = EclpInvariant.Compute(Parameters, balances[0], balances[1], ref fault);
        return OneSide(estimate, rounding, ref fault);
    }

    /// <inheritdoc/>
    /// <remarks>With the vector (⌈(r + err)·ratio⌉, ⌈(r − err)·ratio⌉); <see cref="Revert.MaxInvariantExceeded"/> for its first above 3·10³⁷.</remarks>
    public UInt256 ComputeBalance(ReadOnlySpan<UInt256> balances, int token, in UInt256 invariantRatio, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, TokenCount, ref fault) || !TokenPair.IsToken(token, TokenCount, ref fault))
        {
            return default;
        }

        EclpInvariantEstimate estimate = EclpInvariant.Compute(Parameters, balances[0], balances[1], ref fault);
        UInt256 x = Decimal18.MultiplyUp(OneSide(estimate, Rounding.Up, ref fault), invariantRatio, ref fault);
        UInt256 y = Decimal18.MultiplyUp(OneSide(estimate, Rounding.Down, ref fault), invariantRatio, ref fault);
        EclpVector vector = new(Int256.FromUnsigned(x, ref fault), Int256.FromUnsigned(y, ref fault));
        if (vector.X > EclpLimits.MaxInvariant)
        {
            fault.Raise(Revert.MaxInvariantExceeded);
        }

        Int256 other = Int256.FromUnsigned(balances[1 - token], ref fault);
        return EclpSwap.OtherBalance(Parameters, 1 - token, other, vector, ref fault).ToUnsigned(ref fault);
    }

    private static UInt256 OneSide(in EclpInvariantEstimate estimate, Rounding rounding, ref Fault fault)
    {
        Int256 value = rounding == Rounding.Up
            ? Int256.Add(estimate.Value, estimate.Error, ref fault)
            : Int256.Subtract(estimate.Value, estimate.Error, ref fault);
        return value.ToUnsigned(ref fault);
    }
}
