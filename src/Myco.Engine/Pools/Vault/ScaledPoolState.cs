using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>A prepared pool whose amounts are raw: in each token's own decimals, at its rate, rounded in the pool's favour as the vault rounds.</summary>
/// <remarks>Without fees, minimum trade or limits: those are the vault's.
/// <see cref="TokenAmount"/> reads and writes raw amounts as text. Source: spec/04-onchain-math.md §1.10, §1.11 steps 2 and 6.</remarks>
/// <typeparam name="TState">The pool's state on live balances.</typeparam>
public readonly struct ScaledPoolState<TState> : IPoolState
    where TState : struct, IPoolState
{
    private readonly TState _state;
    private readonly VaultToken[] _tokens;

    /// <summary>The pool with the scaling and rate of each token, which are copied.</summary>
    /// <exception cref="ArgumentException">There is not one entry a token.</exception>
    public ScaledPoolState(in TState state, ReadOnlySpan<VaultToken> tokens)
    {
        if (tokens.Length != state.TokenCount)
        {
            ThrowCount(tokens.Length, state.TokenCount);
        }

        (_state, _tokens) = (state, tokens.ToArray());
    }

    /// <summary>The pool on live balances.</summary>
    public TState Live => _state;

    /// <inheritdoc/>
    public int TokenCount => _state.TokenCount;

    /// <summary>The raw amount out for a raw amount in: ⌊c/(f·r⁺)⌋ of token out, c the pool's amount for ⌊(amount·f)·r⌋ of token in.</summary>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn)
    {
        Fault fault = Check(tokenIn, tokenOut);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        UInt256 given = _tokens[tokenIn].ToLive(amountIn, Rounding.Down, ref fault);
        ExactQuote live = fault.IsRaised ? new(default, fault) : _state.SwapExactIn(tokenIn, tokenOut, given);
        return live.IsOk ? new(_tokens[tokenOut].ToRawAtRateUp(live.Amount, ref fault), fault, live.Warning) : live;
    }

    /// <summary>The raw amount in for a raw amount out: ⌈c/(f·r)⌉ of token in, c the pool's amount for ⌈(amount·f)·r⁺⌉ of token out.</summary>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut)
    {
        Fault fault = Check(tokenIn, tokenOut);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        UInt256 given = _tokens[tokenOut].ToLiveAtRateUp(amountOut, ref fault);
        ExactQuote live = fault.IsRaised ? new(default, fault) : _state.SwapExactOut(tokenIn, tokenOut, given);
        return live.IsOk ? new(_tokens[tokenIn].ToRaw(live.Amount, Rounding.Up, ref fault), fault, live.Warning) : live;
    }

    /// <summary>⌊p·r_in/r_out⌋: the price of one whole token in, in whole tokens out, 18 decimals, p being that of live amounts.</summary>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = Check(tokenIn, tokenOut);
        ExactQuote live = fault.IsRaised ? new(default, fault) : _state.MarginalPayout(tokenIn, tokenOut);
        return live.IsOk
            ? new(Decimal18.MultiplyDivideDown(live.Amount, _tokens[tokenIn].Rate, _tokens[tokenOut].Rate, ref fault), fault, live.Warning)
            : live;
    }

    /// <summary>The invariant of the live balances.</summary>
    public ExactQuote Invariant() => _state.Invariant();

    private Fault Check(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        if ((uint)tokenIn >= (uint)_tokens.Length || (uint)tokenOut >= (uint)_tokens.Length)
        {
            fault.Raise(Revert.TokenNotRegistered);
        }
        else if (tokenIn == tokenOut)
        {
            fault.Raise(Revert.CannotSwapSameToken);
        }

        return fault;
    }

    private static void ThrowCount(int tokens, int wanted) => throw new ArgumentException(
        $"{tokens} token scalings for a pool of {wanted} tokens; give one a token.", nameof(tokens));
}
