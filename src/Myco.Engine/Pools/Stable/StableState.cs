using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>A stable pool at given balances; the invariant is kept, so a quote costs one balance and no more.</summary>
/// <remarks>Quotes equal those of <see cref="StablePool.OnSwap"/> to the last digit; the price is <see cref="StableMarginalPayout"/>. Source:
/// spec/04-onchain-math.md §1.13, §1.14.</remarks>
public readonly struct StableState : IPoolState
{
    private readonly StableParameters _parameters;
    private readonly TokenAmounts _balances;
    private readonly UInt256 _invariant;

    private StableState(StableParameters parameters, ReadOnlySpan<UInt256> balances, in UInt256 invariant)
    {
        _parameters = parameters;
        balances.CopyTo(_balances);
        _invariant = invariant;
    }

    int IPoolState.TokenCount => _parameters?.TokenCount ?? 0;

    ExactWarning IPoolState.Warning => ExactWarning.None;

    [UnscopedRef]
    private ReadOnlySpan<UInt256> Balances => _balances[.._parameters.TokenCount];

    /// <summary>Copies the balances, 18 decimals one a token, and computes their invariant.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/>, or why every quote would be refused.</returns>
    public static Revert TryPrepare(StableParameters parameters, ReadOnlySpan<UInt256> balances, out PreparedPool<StableState> pool)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        pool = default;
        if (balances.Length != parameters.TokenCount)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        UInt256 invariant = StableInvariant.Compute(parameters.Amplification, balances, ref fault);
        if (!fault.IsRaised)
        {
            pool = new(new(parameters, balances, invariant));
        }

        return fault.ToRevert();
    }

    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault) =>
        StableSwap.Amount(_parameters, kind, Balances, tokenIn, tokenOut, amount, _invariant, ref fault);

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault) =>
        StableMarginalPayout.Compute(_parameters.Amplification, Balances, tokenIn, tokenOut, _invariant, ref fault);

    UInt256 IPoolState.Invariant(ref Fault fault) => _invariant;
}
