using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>A pool at given balances, prepared once and asked often.</summary>
/// <typeparam name="TState">The pool's mathematics at these balances; its <c>TryPrepare</c> makes the pool.</typeparam>
/// <param name="state">The state.</param>
/// <remarks>Immutable, shared freely between threads. A quote allocates nothing and never throws: an index that names no token is refused with
/// <see cref="Revert.TokenNotRegistered"/>, as is everything of a pool that was not prepared, equal indices with <see cref="Revert.CannotSwapSameToken"/>.</remarks>
// No local is read before it is set: most of a quote is inlined here, and its temporaries need no clearing.
[SkipLocalsInit]
public readonly struct PreparedPool<TState>(in TState state)
    where TState : struct, IPoolState
{
    private readonly TState _state = state;

    /// <summary>How many tokens the pool has; 0 where it was not prepared.</summary>
    public int TokenCount => InPlace.TokenCount;

    /// <summary>The state, for what is its own.</summary>
    [UnscopedRef]
    public ref readonly TState State => ref _state;

    /// <summary>The state where it lies: a call through a readonly field would copy it first, up to a kilobyte, and states are immutable.</summary>
    [UnscopedRef]
    internal ref TState InPlace => ref Unsafe.AsRef(in _state);

    /// <summary>The amount out for that amount in.</summary>
    public ExactQuote SwapExactIn(int tokenIn, int tokenOut, in UInt256 amountIn) => Swap(SwapKind.ExactIn, tokenIn, tokenOut, amountIn);

    /// <summary>The amount in for that amount out.</summary>
    public ExactQuote SwapExactOut(int tokenIn, int tokenOut, in UInt256 amountOut) => Swap(SwapKind.ExactOut, tokenIn, tokenOut, amountOut);

    /// <summary>The amount asked for by an order; <see cref="Revert.InvalidArgument"/> for a kind that is not in <see cref="SwapKind"/>.</summary>
    public ExactQuote Quote(in ExactOrder order) => order.Kind <= SwapKind.ExactOut
        ? Swap(order.Kind, order.TokenIn, order.TokenOut, order.Amount)
        : ExactQuote.Refuse(Revert.InvalidArgument);

    /// <summary>The price of token in, in units of token out, before any trade and without fee, 18 decimals, rounded down where the contract has no such function.</summary>
    public ExactQuote MarginalPayout(int tokenIn, int tokenOut)
    {
        Fault fault = default;
        UInt256 price = TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? InPlace.MarginalPayout(tokenIn, tokenOut, ref fault)
            : default;
        return new(price, fault);
    }

    /// <summary>The invariant at these balances, 18 decimals, rounded down.</summary>
    public ExactQuote Invariant()
    {
        Fault fault = default;
        UInt256 invariant = TokenPair.IsToken(0, TokenCount, ref fault) ? InPlace.Invariant(ref fault) : default;
        return new(invariant, fault);
    }

    private ExactQuote Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amount)
    {
        Fault fault = default;
        return TokenPair.IsValid(tokenIn, tokenOut, TokenCount, ref fault)
            ? new(InPlace.Swap(kind, tokenIn, tokenOut, amount, ref fault), fault, InPlace.Warning)
            : new(default, fault);
    }
}
