using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <content>Swaps. Source: spec/04-onchain-math.md §1.11.</content>
public sealed partial class VaultPool<TPool, THook>
{
    /// <summary>Swaps.</summary>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="tokenIn">The token paid in.</param>
    /// <param name="tokenOut">The token paid out.</param>
    /// <param name="amountGiven">Raw.</param>
    /// <param name="limit">Raw: the least amount out, or the most in.</param>
    public SwapReceipt Swap(SwapKind kind, int tokenIn, int tokenOut, in UInt256 amountGiven, in UInt256 limit)
    {
        Fault fault = default;
        CheckSwap(tokenIn, tokenOut, amountGiven, ref fault);
        if (fault.IsRaised)
        {
            return new(fault);
        }

        VaultDraft draft = new(State.TokenCount);
        State.Load(Rounding.Down, ref draft, ref fault);
        SwapReceipt receipt = kind == SwapKind.ExactIn
            ? SwapExactIn(ref draft, tokenIn, tokenOut, amountGiven, limit, ref fault)
            : SwapExactOut(ref draft, tokenIn, tokenOut, amountGiven, limit, ref fault);
        draft.CheckWords(ref fault);
        if (fault.IsRaised)
        {
            return new(fault);
        }

        State.Commit(ref draft);
        return receipt;
    }

    private void CheckSwap(int tokenIn, int tokenOut, in UInt256 amountGiven, ref Fault fault)
    {
        if (State.Has(VaultSwitches.Paused))
        {
            fault.Raise(Revert.PoolPaused);
        }

        if (amountGiven.IsZero)
        {
            fault.Raise(Revert.AmountGivenZero);
        }

        if (tokenIn == tokenOut)
        {
            fault.Raise(Revert.CannotSwapSameToken);
        }

        if ((uint)tokenIn >= (uint)State.TokenCount || (uint)tokenOut >= (uint)State.TokenCount)
        {
            fault.Raise(Revert.TokenNotRegistered);
        }
    }

    private SwapReceipt SwapExactIn(
        ref VaultDraft draft, int tokenIn, int tokenOut, in UInt256 amountIn, in UInt256 limit, ref Fault fault)
    {
        UInt256 given = State.Tokens[tokenIn].ToLive(amountIn, Rounding.Down, ref fault);
        UInt256 percentage = FeePercentage(SwapKind.ExactIn, ref draft, tokenIn, tokenOut, given, ref fault);
        UInt256 fee = Decimal18.MultiplyUp(given, percentage, ref fault);
        UInt256 calculated = Calculate(SwapKind.ExactIn, ref draft, tokenIn, tokenOut, UInt256.Subtract(given, fee, ref fault), ref fault);
        UInt256 amountOut = State.Tokens[tokenOut].ToRawAtRateUp(calculated, ref fault);
        if (amountOut < limit)
        {
            fault.Raise(Revert.SwapLimit);
        }

        UInt256 aggregate = State.Move(ref draft, tokenIn, amountIn, default, fee, ref fault);
        State.Move(ref draft, tokenOut, default, amountOut, default, ref fault);
        return new(amountIn, amountOut, percentage, aggregate);
    }

    private SwapReceipt SwapExactOut(
        ref VaultDraft draft, int tokenIn, int tokenOut, in UInt256 amountOut, in UInt256 limit, ref Fault fault)
    {
        UInt256 given = State.Tokens[tokenOut].ToLiveAtRateUp(amountOut, ref fault);
        UInt256 percentage = FeePercentage(SwapKind.ExactOut, ref draft, tokenIn, tokenOut, given, ref fault);
        UInt256 calculated = Calculate(SwapKind.ExactOut, ref draft, tokenIn, tokenOut, given, ref fault);
        UInt256 fee = Decimal18.MultiplyDivideUp(calculated, percentage, Decimal18.Complement(percentage), ref fault);
        UInt256 amountIn = State.Tokens[tokenIn].ToRaw(UInt256.Add(calculated, fee, ref fault), Rounding.Up, ref fault);
        if (amountIn > limit)
        {
            fault.Raise(Revert.SwapLimit);
        }

        UInt256 aggregate = State.Move(ref draft, tokenIn, amountIn, default, fee, ref fault);
        State.Move(ref draft, tokenOut, default, amountOut, default, ref fault);
        return new(amountIn, amountOut, percentage, aggregate);
    }

    private UInt256 FeePercentage(SwapKind kind, ref VaultDraft draft, int tokenIn, int tokenOut, in UInt256 given, ref Fault fault)
    {
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 percentage = _hook.SwapFee(_pool, kind, draft.Live, tokenIn, tokenOut, given, State.Fees.Swap, ref fault);
        if (percentage > VaultLimits.MaximumFee)
        {
            fault.Raise(Revert.PercentageAboveMax);
        }

        return percentage;
    }

    private UInt256 Calculate(SwapKind kind, ref VaultDraft draft, int tokenIn, int tokenOut, in UInt256 amount, ref Fault fault)
    {
        VaultLimits.CheckSwapAmount(amount, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 calculated = _pool.OnSwap(kind, draft.Live, tokenIn, tokenOut, amount, ref fault);
        VaultLimits.CheckSwapAmount(calculated, ref fault);
        return calculated;
    }
}
