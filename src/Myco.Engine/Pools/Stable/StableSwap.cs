using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Stable;

/// <summary>Swap amounts of a stable pool at an invariant of its balances.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.14.</remarks>
internal static class StableSwap
{
    /// <summary>b_out − y − 1 with y the balance of token out after the deposit: one unit in the pool's favour.</summary>
    /// <param name="amplification">A·1000.</param>
    /// <param name="balances">18 decimals, before the swap.</param>
    /// <param name="tokenIn">The token paid in.</param>
    /// <param name="tokenOut">The token paid out.</param>
    /// <param name="amountIn">18 decimals.</param>
    /// <param name="invariant">D of the balances before the swap.</param>
    /// <param name="fault"><see cref="Revert.SubtractionOverflow"/> of a swap that would pay less than nothing, and what the arithmetic refuses.</param>
    public static UInt256 OutGivenIn(
        in UInt256 amplification, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amountIn, in UInt256 invariant, ref Fault fault)
    {
        if (!TokenAmounts.Holds(balances, ref fault) || !TokenPair.IsValid(tokenIn, tokenOut, balances.Length, ref fault))
        {
            return default;
        }

        TokenAmounts storage = default;
        Span<UInt256> changed = storage[..balances.Length];
        balances.CopyTo(changed);
        changed[tokenIn] = UInt256.Add(changed[tokenIn], amountIn, ref fault);
        UInt256 balance = StableInvariant.Balance(amplification, changed, tokenOut, invariant, ref fault);
        return UInt256.Subtract(UInt256.Subtract(balances[tokenOut], balance, ref fault), UInt256.One, ref fault);
    }

    /// <summary>y − b_in + 1 with y the balance of token in after the withdrawal: one unit in the pool's favour.</summary>
    /// <param name="amplification">A·1000.</param>
    /// <param name="balances">18 decimals, before the swap.</param>
    /// <param name="tokenIn">The token paid in.</param>
    /// <param name="tokenOut">The token paid out.</param>
    /// <param name="amountOut">18 decimals.</param>
    /// <param name="invariant">D of the balances before the swap.</param>
    /// <param name="fault"><see cref="Revert.SubtractionOverflow"/> of more than the pool holds, and what the arithmetic refuses.</param>
    public static UInt256 InGivenOut(
        in UInt256 amplification, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amountOut, in UInt256 invariant, ref Fault fault)
    {
        if (!TokenAmounts.Holds(balances, ref fault) || !TokenPair.IsValid(tokenIn, tokenOut, balances.Length, ref fault))
        {
            return default;
        }

        TokenAmounts storage = default;
        Span<UInt256> changed = storage[..balances.Length];
        balances.CopyTo(changed);
        changed[tokenOut] = UInt256.Subtract(changed[tokenOut], amountOut, ref fault);
        UInt256 balance = StableInvariant.Balance(amplification, changed, tokenIn, invariant, ref fault);
        return UInt256.Add(UInt256.Subtract(balance, balances[tokenIn], ref fault), UInt256.One, ref fault);
    }

    /// <summary>One of the two, and the imbalance limit afterwards.</summary>
    internal static UInt256 Amount(
        StableParameters parameters, SwapKind kind, ReadOnlySpan<UInt256> balances, int tokenIn, int tokenOut, in UInt256 amount, in UInt256 invariant, ref Fault fault)
    {
        bool exactIn = kind == SwapKind.ExactIn;
        UInt256 calculated = exactIn
            ? OutGivenIn(parameters.Amplification, balances, tokenIn, tokenOut, amount, invariant, ref fault)
            : InGivenOut(parameters.Amplification, balances, tokenIn, tokenOut, amount, invariant, ref fault);
        if (parameters.Version == StableVersion.Current && !fault.IsRaised)
        {
            UInt256 risen = UInt256.Add(balances[tokenIn], exactIn ? amount : calculated, ref fault);
            UInt256 fallen = UInt256.Subtract(balances[tokenOut], exactIn ? calculated : amount, ref fault);
            StableImbalance.CheckAfter(balances, risen, fallen, ref fault);
        }

        return calculated;
    }
}
