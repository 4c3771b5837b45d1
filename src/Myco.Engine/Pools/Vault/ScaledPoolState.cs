using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>A pool whose amounts are raw: in each token's own decimals, at its rate, rounded in the pool's favour as the vault rounds.</summary>
/// <remarks>Without fees, minimum trade or limits: those are the vault's. The price is that of one whole token in, in whole tokens out, ⌊p·r_in/r_out⌋, p being
/// that of live amounts; the invariant is that of the live balances. <see cref="TokenAmount"/> reads and writes raw amounts as text. Source:
/// spec/04-onchain-math.md §1.10, §1.11 steps 2 and 6.</remarks>
/// <typeparam name="TState">The pool's state on live balances.</typeparam>
public readonly struct ScaledPoolState<TState> : IPoolState
    where TState : struct, IPoolState
{
    private readonly PreparedPool<TState> _live;
    private readonly VaultToken[] _tokens;

    /// <summary>The pool with the scaling and rate of each token, which are copied.</summary>
    /// <exception cref="ArgumentException">There is not one entry a token.</exception>
    public ScaledPoolState(in PreparedPool<TState> live, ReadOnlySpan<VaultToken> tokens)
    {
        if (tokens.Length != live.TokenCount)
        {
            ThrowCount(tokens.Length, live.TokenCount);
        }

        (_live, _tokens) = (live, tokens.ToArray());
    }

    /// <summary>The pool on live balances.</summary>
    public PreparedPool<TState> Live => _live;

    int IPoolState.TokenCount => _live.TokenCount;

    ExactWarning IPoolState.Warning => _live.InPlace.Warning;

    /// <summary>Exact in: ⌊c/(f·r⁺)⌋ of token out, c the pool's amount for ⌊(amount·f)·r⌋ of token in. Exact out: ⌈c/(f·r)⌉ of token in, c the pool's amount
    /// for ⌈(amount·f)·r⁺⌉ of token out.</summary>
    UInt256 IPoolState.Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        bool isExactIn = kind == SwapKind.ExactIn;
        UInt256 given = isExactIn ? _tokens[tokenIn].ToLive(amount, Rounding.Down, ref fault) : _tokens[tokenOut].ToLiveAtRateUp(amount, ref fault);
        UInt256 live = fault.IsRaised ? default : _live.InPlace.Swap(kind, tokenIn, tokenOut, given, ref fault);
        return fault.IsRaised ? default
            : isExactIn ? _tokens[tokenOut].ToRawAtRateUp(live, ref fault)
            : _tokens[tokenIn].ToRaw(live, Rounding.Up, ref fault);
    }

    UInt256 IPoolState.MarginalPayout(int tokenIn, int tokenOut, ref Fault fault)
    {
        UInt256 live = _live.InPlace.MarginalPayout(tokenIn, tokenOut, ref fault);
        return fault.IsRaised ? default : Decimal18.MultiplyDivideDown(live, _tokens[tokenIn].Rate, _tokens[tokenOut].Rate, ref fault);
    }

    UInt256 IPoolState.Invariant(ref Fault fault) => _live.InPlace.Invariant(ref fault);

    private static void ThrowCount(int tokens, int wanted) => throw new ArgumentException(
        $"{tokens} token scalings for a pool of {wanted} tokens; give one a token.", nameof(tokens));
}
