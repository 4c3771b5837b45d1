using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <content>Withdrawals, on live balances rounded down. Source: spec/04-onchain-math.md §1.12.</content>
public sealed partial class VaultPool<TPool, THook>
{
    /// <summary>Burns exact pool tokens for every token in proportion.</summary>
    /// <param name="poolTokensIn">To be burnt.</param>
    /// <param name="minAmountsOut">Raw, one a token: the least to be paid.</param>
    /// <param name="amountsOut">Raw, one a token: what was paid; may be minAmountsOut itself; untouched when refused.</param>
    /// <param name="afterAdd">Whether liquidity was added in the same session of the vault: then the swap fee is charged.</param>
    public LiquidityReceipt RemoveProportional(
        in UInt256 poolTokensIn, ReadOnlySpan<UInt256> minAmountsOut, Span<UInt256> amountsOut, bool afterAdd = false) =>
        Remove(RemoveLiquidityKind.Proportional, poolTokensIn, minAmountsOut, amountsOut, afterAdd);

    /// <summary>Burns exact pool tokens for one token: the one whose least amount, raw, is not zero.</summary>
    /// <param name="poolTokensIn">To be burnt.</param>
    /// <param name="minAmountsOut">Raw, one a token: the least to be paid, 0 but for one.</param>
    /// <param name="amountsOut">Raw, one a token: what was paid; may be minAmountsOut itself; untouched when refused.</param>
    public LiquidityReceipt RemoveSingleTokenExactIn(in UInt256 poolTokensIn, ReadOnlySpan<UInt256> minAmountsOut, Span<UInt256> amountsOut) =>
        Remove(RemoveLiquidityKind.SingleTokenExactIn, poolTokensIn, minAmountsOut, amountsOut, false);

    /// <summary>Burns what an exact amount of one token costs.</summary>
    /// <param name="exactAmountsOut">Raw, one a token: 0 but for one.</param>
    /// <param name="maxPoolTokensIn">The most to be burnt.</param>
    public LiquidityReceipt RemoveSingleTokenExactOut(ReadOnlySpan<UInt256> exactAmountsOut, in UInt256 maxPoolTokensIn) =>
        Remove(RemoveLiquidityKind.SingleTokenExactOut, maxPoolTokensIn, exactAmountsOut, [], false);

    private LiquidityReceipt Remove(
        RemoveLiquidityKind kind, in UInt256 poolTokens, ReadOnlySpan<UInt256> limits, Span<UInt256> amountsOut, bool afterAdd)
    {
        Fault fault = default;
        CheckLiquidity(limits.Length, amountsOut.Length, ref fault);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        VaultDraft draft = new(State.TokenCount);
        State.Load(Rounding.Down, ref draft, ref fault);
        LiquidityDraft liquidity = new(State.TokenCount);
        UInt256 burnt = fault.IsRaised ? default : ComputeRemove(kind, ref draft, ref liquidity, poolTokens, limits, afterAdd, ref fault);
        if (!fault.IsRaised)
        {
            SettleRemove(kind, ref draft, ref liquidity, burnt, poolTokens, limits, ref fault);
        }

        if (!fault.IsRaised && !_hook.AllowsRemove(kind, liquidity.Amounts, draft.Live, ref fault))
        {
            fault.Raise(Revert.AfterRemoveLiquidityHookFailed);
        }

        if (!fault.IsRaised)
        {
            State.Commit(ref draft);
            liquidity.Raw[..amountsOut.Length].CopyTo(amountsOut);
        }

        return new(burnt, fault);
    }

    private UInt256 ComputeRemove(
        RemoveLiquidityKind kind, ref VaultDraft draft, ref LiquidityDraft liquidity, in UInt256 poolTokens, ReadOnlySpan<UInt256> limits, bool afterAdd, ref Fault fault)
    {
        for (int i = 0; i < limits.Length; i++)
        {
            liquidity.Amounts[i] = State.Tokens[i].ToLive(limits[i], Rounding.Up, ref fault);
        }

        if (kind == RemoveLiquidityKind.Proportional)
        {
            RemoveLiquidity.Proportional(draft.Live, draft.TotalSupply, poolTokens, liquidity.Amounts, ref fault);
            if (afterAdd)
            {
                RemoveLiquidity.ChargeRoundTrip(liquidity.Amounts, State.Fees.Swap, liquidity.Fees, ref fault);
            }

            return poolTokens;
        }

        if (State.Has(VaultSwitches.ProportionalOnly))
        {
            fault.Raise(Revert.DoesNotSupportUnbalancedLiquidity);
        }

        int token = SingleToken(limits, ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        if (kind == RemoveLiquidityKind.SingleTokenExactOut)
        {
            return RemoveLiquidity.SingleTokenExactOut(
                _pool, draft.Live, draft.TotalSupply, token, liquidity.Amounts[token], State.Fees.Swap, out liquidity.Fees[token], ref fault);
        }

        liquidity.Amounts[token] = RemoveLiquidity.SingleTokenExactIn(
            _pool, draft.Live, draft.TotalSupply, token, poolTokens, State.Fees.Swap, out liquidity.Fees[token], ref fault);
        return poolTokens;
    }

    private void SettleRemove(
        RemoveLiquidityKind kind, ref VaultDraft draft, ref LiquidityDraft liquidity, in UInt256 burnt, in UInt256 most, ReadOnlySpan<UInt256> limits, ref Fault fault)
    {
        if (burnt > most)
        {
            fault.Raise(Revert.BptAmountInAboveMax);
        }

        VaultLimits.CheckTradeAmount(burnt, ref fault);
        for (int i = 0; i < limits.Length; i++)
        {
            VaultLimits.CheckTradeAmount(liquidity.Amounts[i], ref fault);
            UInt256 raw = kind == RemoveLiquidityKind.SingleTokenExactOut
                ? limits[i]
                : State.Tokens[i].ToRaw(liquidity.Amounts[i], Rounding.Down, ref fault);
            if (raw < limits[i])
            {
                fault.Raise(Revert.AmountOutBelowMin);
            }

            liquidity.Raw[i] = raw;
            State.Move(ref draft, i, default, raw, liquidity.Fees[i], ref fault);
        }

        draft.CheckWords(ref fault);
        draft.SetSupply(UInt256.Subtract(draft.TotalSupply, burnt, ref fault), ref fault);
    }
}
