using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <content>Deposits, on live balances rounded up. Source: spec/04-onchain-math.md §1.12.</content>
public sealed partial class VaultPool<TPool, THook>
{
    /// <summary>Mints exact pool tokens for every token in proportion.</summary>
    /// <param name="poolTokensOut">To be minted.</param>
    /// <param name="maxAmountsIn">Raw, one a token: the most to be paid.</param>
    /// <param name="amountsIn">Raw, one a token: what was paid; may be maxAmountsIn itself; untouched when refused.</param>
    public LiquidityReceipt AddProportional(in UInt256 poolTokensOut, ReadOnlySpan<UInt256> maxAmountsIn, Span<UInt256> amountsIn) =>
        Add(AddLiquidityKind.Proportional, poolTokensOut, maxAmountsIn, amountsIn);

    /// <summary>Mints what exact amounts are worth, less the fee on what unbalances the pool.</summary>
    /// <param name="exactAmountsIn">Raw, one a token.</param>
    /// <param name="minPoolTokensOut">The least to be minted.</param>
    public LiquidityReceipt AddUnbalanced(ReadOnlySpan<UInt256> exactAmountsIn, in UInt256 minPoolTokensOut) =>
        Add(AddLiquidityKind.Unbalanced, minPoolTokensOut, exactAmountsIn, []);

    /// <summary>Mints exact pool tokens for one token: the one whose largest amount, live, is not zero.</summary>
    /// <param name="poolTokensOut">To be minted.</param>
    /// <param name="maxAmountsIn">Raw, one a token: the most to be paid, 0 but for one.</param>
    /// <param name="amountsIn">Raw, one a token: what was paid; may be maxAmountsIn itself; untouched when refused.</param>
    public LiquidityReceipt AddSingleTokenExactOut(in UInt256 poolTokensOut, ReadOnlySpan<UInt256> maxAmountsIn, Span<UInt256> amountsIn) =>
        Add(AddLiquidityKind.SingleTokenExactOut, poolTokensOut, maxAmountsIn, amountsIn);

    /// <summary>Takes amounts for no pool tokens.</summary>
    /// <param name="amountsIn">Raw, one a token.</param>
    public LiquidityReceipt Donate(ReadOnlySpan<UInt256> amountsIn) => Add(AddLiquidityKind.Donation, default, amountsIn, []);

    private LiquidityReceipt Add(AddLiquidityKind kind, in UInt256 poolTokens, ReadOnlySpan<UInt256> limits, Span<UInt256> amountsIn)
    {
        Fault fault = default;
        CheckLiquidity(limits.Length, amountsIn.Length, ref fault);
        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        VaultDraft draft = new(State.TokenCount);
        State.Load(Rounding.Up, ref draft, ref fault);
        LiquidityDraft liquidity = new(State.TokenCount);
        UInt256 minted = fault.IsRaised ? default : ComputeAdd(kind, ref draft, ref liquidity, poolTokens, limits, ref fault);
        if (!fault.IsRaised)
        {
            SettleAdd(kind, ref draft, ref liquidity, minted, poolTokens, limits, ref fault);
        }

        if (!fault.IsRaised && !_hook.AllowsAdd(kind, liquidity.Amounts, draft.Live, ref fault))
        {
            fault.Raise(Revert.AfterAddLiquidityHookFailed);
        }

        if (!fault.IsRaised)
        {
            State.Commit(ref draft);
            liquidity.Raw[..amountsIn.Length].CopyTo(amountsIn);
        }

        return new(minted, fault);
    }

    private void CheckLiquidity(int limits, int results, ref Fault fault)
    {
        if (State.Has(VaultSwitches.Paused))
        {
            fault.Raise(Revert.PoolPaused);
        }

        if (limits != State.TokenCount || (results != 0 && results != State.TokenCount))
        {
            fault.Raise(Revert.TokenCountMismatch);
        }
    }

    private UInt256 ComputeAdd(
        AddLiquidityKind kind, ref VaultDraft draft, ref LiquidityDraft liquidity, in UInt256 poolTokens, ReadOnlySpan<UInt256> limits, ref Fault fault)
    {
        for (int i = 0; i < limits.Length; i++)
        {
            liquidity.Amounts[i] = State.Tokens[i].ToLive(limits[i], Rounding.Down, ref fault);
        }

        CheckKind(kind, ref fault);
        if (kind == AddLiquidityKind.Donation || fault.IsRaised)
        {
            return default;
        }

        if (kind == AddLiquidityKind.Proportional)
        {
            AddLiquidity.Proportional(draft.Live, draft.TotalSupply, poolTokens, liquidity.Amounts, ref fault);
            return poolTokens;
        }

        if (kind == AddLiquidityKind.Unbalanced)
        {
            return AddLiquidity.Unbalanced(_pool, draft.Live, draft.TotalSupply, liquidity.Amounts, State.Fees.Swap, liquidity.Fees, ref fault);
        }

        int token = SingleToken(liquidity.Amounts, ref fault);
        if (!fault.IsRaised)
        {
            liquidity.Amounts[token] = AddLiquidity.SingleTokenExactOut(
                _pool, draft.Live, draft.TotalSupply, token, poolTokens, State.Fees.Swap, out liquidity.Fees[token], ref fault);
        }

        return poolTokens;
    }

    private void CheckKind(AddLiquidityKind kind, ref Fault fault)
    {
        if (kind == AddLiquidityKind.Donation && !State.Has(VaultSwitches.Donation))
        {
            fault.Raise(Revert.DoesNotSupportDonation);
        }

        if (kind is AddLiquidityKind.Unbalanced or AddLiquidityKind.SingleTokenExactOut && State.Has(VaultSwitches.ProportionalOnly))
        {
            fault.Raise(Revert.DoesNotSupportUnbalancedLiquidity);
        }
    }

    private void SettleAdd(
        AddLiquidityKind kind, ref VaultDraft draft, ref LiquidityDraft liquidity, in UInt256 minted, in UInt256 least, ReadOnlySpan<UInt256> limits, ref Fault fault)
    {
        if (minted < least)
        {
            fault.Raise(Revert.BptAmountOutBelowMin);
        }

        VaultLimits.CheckTradeAmount(minted, ref fault);
        for (int i = 0; i < limits.Length; i++)
        {
            VaultLimits.CheckTradeAmount(liquidity.Amounts[i], ref fault);
            UInt256 raw = kind == AddLiquidityKind.Unbalanced && !limits[i].IsZero
                ? limits[i]
                : State.Tokens[i].ToRaw(liquidity.Amounts[i], Rounding.Up, ref fault);
            if (raw > limits[i])
            {
                fault.Raise(Revert.AmountInAboveMax);
            }

            liquidity.Raw[i] = raw;
            State.Move(ref draft, i, raw, default, liquidity.Fees[i], ref fault);
        }

        draft.CheckWords(ref fault);
        draft.SetSupply(UInt256.Add(draft.TotalSupply, minted, ref fault), ref fault);
    }
}
