using System.Diagnostics.CodeAnalysis;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>A stable pool at given balances; the invariant is kept, so a quote costs one balance and no more.</summary>
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

    /// <inheritdoc/>
    public int TokenCount => _parameters?.TokenCount ?? 0;

    [UnscopedRef]
    private ReadOnlySpan<UInt256> Balances => _balances[.._parameters.TokenCount];

    /// <summary>Copies the balances, 18 decimals one a token, and computes their invariant.</summary>
    /// <returns><see cref="Revert.TokenCountMismatch"/>, or why every quote would be refused.</returns>
    public static Revert TryPrepare(StableParameters parameters, ReadOnlySpan<UInt256> balances, out StableState state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        state = default;
        if (balances.Length != parameters.TokenCount)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        UInt256 invariant = StableInvariant.Compute(parameters.Amplification, balances, ref fault);
        if (!fault.IsRaised)
        {
            state = new(parameters, balances, invariant);
        }

        return fault.ToRevert();
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn) => Quote(SwapKind.ExactIn, tokenIn, tokenOut, amountIn);

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut) => Quote(SwapKind.ExactOut, tokenIn, tokenOut, amountOut);

    /// <inheritdoc/>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        UInt256 price = TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? StableMarginalPayout.Compute(_parameters.Amplification, Balances, tokenIn, tokenOut, _invariant, ref fault)
            : default;
        return new(price, fault);
    }

    /// <inheritdoc/>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        return TokenPair.IsToken(0, TokenCount, ref fault) ? new(_invariant, fault) : new(default, fault);
    }

    private ExactQuote Quote(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount)
    {
        Fault fault = default;
        UInt256 calculated = TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? StableSwap.Amount(_parameters, kind, Balances, tokenIn, tokenOut, amount, _invariant, ref fault)
            : default;
        return new(calculated, fault);
    }
}
