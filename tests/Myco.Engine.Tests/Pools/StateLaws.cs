using Myco.Engine.Pools;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools;

/// <summary>What holds for every pool and its prepared state.</summary>
internal static class StateLaws
{
    /// <summary>A prepared quote is the pool's own swap, to the digit and to the refusal.</summary>
    public static void AssertPreparedIsUnprepared<TPool, TState>(
        TPool pool, Revert prepared, PreparedPool<TState> state, UInt256[] balances, int tokenIn, int tokenOut, in UInt256 amount)
        where TPool : struct, IPool
        where TState : struct, IPoolState
    {
        foreach (SwapKind kind in (SwapKind[])[SwapKind.ExactIn, SwapKind.ExactOut])
        {
            Fault fault = default;
            UInt256 expected = pool.OnSwap(kind, balances, tokenIn, tokenOut, amount, ref fault);
            if (prepared != Revert.None)
            {
                Assert.Equal(fault.ToRevert(), prepared);
                continue;
            }

            ExactQuote quote = kind == SwapKind.ExactIn
                ? state.SwapExactIn(tokenIn, tokenOut, amount)
                : state.SwapExactOut(tokenIn, tokenOut, amount);
            Assert.Equal(fault.ToRevert(), quote.Revert);
            Assert.Equal(fault.IsRaised ? UInt256.Zero : expected, quote.Amount);
        }
    }

    /// <summary>What was paid in does not come back with a gain above the slack.</summary>
    public static void AssertNoFreeLunch<TPool>(
        TPool pool, UInt256[] balances, int tokenIn, int tokenOut, in UInt256 amount, ref int counted, in UInt256 slack = default)
        where TPool : struct, IPool
    {
        Fault fault = default;
        UInt256 paid = pool.OnSwap(SwapKind.ExactIn, balances, tokenIn, tokenOut, amount, ref fault);
        if (fault.IsRaised)
        {
            return;
        }

        UInt256[] after = [.. balances];
        after[tokenIn] = UInt256.WrappingAdd(after[tokenIn], amount);
        after[tokenOut] = UInt256.WrappingSubtract(after[tokenOut], paid);
        UInt256 back = pool.OnSwap(SwapKind.ExactIn, after, tokenOut, tokenIn, paid, ref fault);
        if (!fault.IsRaised)
        {
            Assert.True(back <= UInt256.WrappingAdd(amount, slack), $"{amount} in, {back} back at {string.Join(", ", balances)}");
            counted++;
        }
    }

    /// <summary>Indices that name no pair, and lists of the wrong length, are refused and never throw.</summary>
    public static void AssertRefusesIndices<TPool, TState>(TPool pool, PreparedPool<TState> state, UInt256[] balances)
        where TPool : struct, IPool
        where TState : struct, IPoolState
    {
        foreach ((int tokenIn, int tokenOut, Revert expected) in ((int, int, Revert)[])
            [(-1, 0, Revert.TokenNotRegistered), (0, pool.TokenCount, Revert.TokenNotRegistered), (1, 1, Revert.CannotSwapSameToken)])
        {
            Fault fault = default;
            pool.OnSwap(SwapKind.ExactIn, balances, tokenIn, tokenOut, UInt256.One, ref fault);
            Assert.Equal(expected, fault.ToRevert());
            Assert.Equal(expected, state.SwapExactIn(tokenIn, tokenOut, UInt256.One).Revert);
            Assert.Equal(expected, state.SwapExactOut(tokenIn, tokenOut, UInt256.One).Revert);
            Assert.Equal(expected, state.MarginalPayout(tokenIn, tokenOut).Revert);
        }

        Fault mismatch = default;
        pool.OnSwap(SwapKind.ExactIn, balances.AsSpan(1), 0, 1, UInt256.One, ref mismatch);
        pool.ComputeInvariant(balances.AsSpan(1), Rounding.Down, ref mismatch);
        Assert.Equal(Revert.TokenCountMismatch, mismatch.ToRevert());
    }

    /// <summary>Quotes, prepared or not, allocate nothing.</summary>
    public static void AssertAllocatesNothing<TPool, TState>(TPool pool, PreparedPool<TState> state, UInt256[] balances, UInt256 amount)
        where TPool : struct, IPool
        where TState : struct, IPoolState =>
        AllocationAssert.None(() =>
        {
            Fault fault = default;
            pool.OnSwap(SwapKind.ExactIn, balances, 0, 1, amount, ref fault);
            pool.OnSwap(SwapKind.ExactOut, balances, 1, 0, amount, ref fault);
            pool.ComputeInvariant(balances, Rounding.Up, ref fault);
            state.SwapExactIn(0, 1, amount);
            state.SwapExactOut(1, 0, amount);
            state.SwapExactIn(0, 1, UInt256.MaxValue);
            state.MarginalPayout(1, 0);
            state.Invariant();
        });
}
