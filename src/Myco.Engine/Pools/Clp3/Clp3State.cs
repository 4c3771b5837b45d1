using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp3;

/// <summary>A 3-CLP at given balances: the invariant and the balances with offsets are kept.</summary>
/// <remarks>Quotes equal those of <see cref="Clp3Pool.OnSwap"/> to the last digit. Source: spec/04-onchain-math.md §1.6.</remarks>
public readonly struct Clp3State : IPoolState
{
    private readonly UInt256 _invariant, _virtualOffset;
    private readonly TokenNumbers _balances, _virtualIn, _virtualOut;
    private readonly Fault _refusal;
    private readonly bool _isPrepared;

    private Clp3State(Clp3Parameters parameters, ReadOnlySpan<UInt256> balances, in UInt256 invariant)
    {
        Fault fault = default;
        _invariant = invariant;
        _virtualOffset = Decimal18.MultiplyDown(invariant, parameters.Root3Alpha, ref fault);
        for (int token = 0; token < Clp3Pool.Tokens; token++)
        {
            _balances[token] = balances[token];
            _virtualIn[token] = Clp3Swap.VirtualIn(balances[token], _virtualOffset, ref fault);
            _virtualOut[token] = Clp3Swap.VirtualOut(balances[token], _virtualOffset, ref fault);
        }

        (_refusal, _isPrepared) = (fault, true);
    }

    /// <inheritdoc/>
    public int TokenCount => _isPrepared ? Clp3Pool.Tokens : 0;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns>What the invariant is refused for; <see cref="Revert.TokenCountMismatch"/> for other than three balances;
    /// <see cref="Revert.None"/> and the state otherwise.</returns>
    public static Revert TryPrepare(Clp3Parameters parameters, ReadOnlySpan<UInt256> balances, out Clp3State state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        state = default;
        if (balances.Length != Clp3Pool.Tokens)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        UInt256 invariant = Clp3Invariant.Compute(parameters, balances[0], balances[1], balances[2], ref fault);
        if (!fault.IsRaised)
        {
            state = new(parameters, balances, invariant);
            fault = state._refusal;
        }

        return fault.ToRevert();
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn)
    {
        Fault fault = default;
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(OffsetHyperbola.OutOf(_virtualIn[tokenIn], _virtualOut[tokenOut], _balances[tokenOut], amountIn, ref fault), fault)
            : new(default, fault);
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        OffsetHyperbola.RequireWithin(amountOut, _balances[tokenOut], ref fault);
        return new(OffsetHyperbola.InOf(_virtualIn[tokenIn], _virtualOut[tokenOut], amountOut, ref fault), fault);
    }

    /// <inheritdoc/>
    /// <remarks>⌈(O + v)/(I + v)⌉.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(Clp3MarginalPayout.OfAInB(_balances[tokenIn], _balances[tokenOut], _virtualOffset, ref fault), fault)
            : new(default, fault);
    }

    /// <inheritdoc/>
    /// <remarks>As the contract's iteration ends: a unit or so on either side of the root.</remarks>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        return TokenPair.IsToken(0, TokenCount, ref fault) ? new(_invariant, fault) : new(default, fault);
    }

    [InlineArray(Clp3Pool.Tokens)]
    private struct TokenNumbers
    {
        private UInt256 _first;
    }
}
