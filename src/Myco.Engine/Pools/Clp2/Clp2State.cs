using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Clp2;

/// <summary>A 2-CLP at given balances: the invariant and the balances with offsets are kept.</summary>
/// <remarks>Quotes equal those of <see cref="Clp2Pool.OnSwap"/> to the last digit. Source: spec/04-onchain-math.md §1.4, §1.5.</remarks>
public readonly struct Clp2State : IPoolState
{
    private readonly Clp2Parameters _parameters;
    private readonly UInt256 _invariant, _balance0, _balance1;

    /// <summary>Token 0 paid in for token 1, and the reverse.</summary>
    private readonly Clp2VirtualBalances _forward, _backward;

    private Clp2State(Clp2Parameters parameters, ReadOnlySpan<UInt256> balances, in UInt256 invariant)
    {
        (_parameters, _invariant, _balance0, _balance1) = (parameters, invariant, balances[0], balances[1]);
        _forward = new(parameters, balances, 0, 1, invariant);
        _backward = new(parameters, balances, 1, 0, invariant);
    }

    /// <inheritdoc/>
    public int TokenCount => _parameters is null ? 0 : 2;

    /// <summary>The pool at these balances, which are copied.</summary>
    /// <returns>What the invariant is refused for; <see cref="Revert.TokenCountMismatch"/> for other than two balances;
    /// <see cref="Revert.None"/> and the state otherwise.</returns>
    public static Revert TryPrepare(Clp2Parameters parameters, ReadOnlySpan<UInt256> balances, out Clp2State state)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        state = default;
        if (balances.Length != 2)
        {
            return Revert.TokenCountMismatch;
        }

        Fault fault = default;
        UInt256 invariant = Clp2Invariant.Compute(parameters, balances[0], balances[1], Rounding.Down, ref fault);
        if (!fault.IsRaised)
        {
            state = new(parameters, balances, invariant);
        }

        return fault.ToRevert();
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        return new(tokenIn == 0
            ? _forward.OutGivenIn(_balance1, amountIn, ref fault)
            : _backward.OutGivenIn(_balance0, amountIn, ref fault), fault);
    }

    /// <inheritdoc/>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        return new(tokenIn == 0
            ? _forward.InGivenOut(_balance1, amountOut, ref fault)
            : _backward.InGivenOut(_balance0, amountOut, ref fault), fault);
    }

    /// <inheritdoc/>
    /// <remarks>⌈(O + o)/(I + i)⌉, offsets rounded as for a swap of token in, without V2's margin.</remarks>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if (!TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault))
        {
            return new(default, fault);
        }

        (UInt256 balanceIn, UInt256 balanceOut) = tokenIn == 0 ? (_balance0, _balance1) : (_balance1, _balance0);
        UInt256 offsetIn = Clp2Invariant.VirtualOffset(_parameters, tokenIn, _invariant, Clp2Rounding.OfOffsetIn(_parameters.Version), ref fault);
        UInt256 offsetOut = Clp2Invariant.VirtualOffset(_parameters, tokenOut, _invariant, Rounding.Down, ref fault);
        return new(Clp2MarginalPayout.OfAInB(balanceIn, offsetIn, balanceOut, offsetOut, ref fault), fault);
    }

    /// <inheritdoc/>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        return TokenPair.IsToken(0, TokenCount, ref fault) ? new(_invariant, fault) : new(default, fault);
    }
}
