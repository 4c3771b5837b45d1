using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <content>The withdrawal that asks neither rates nor pool nor hook.</content>
public sealed partial class VaultPool<TPool, THook>
{
    /// <summary>Burns exact pool tokens for (raw·bpt) div S of every token; open in recovery mode, also when paused.</summary>
    /// <param name="poolTokensIn">To be burnt.</param>
    /// <param name="minAmountsOut">Raw, one a token: the least to be paid.</param>
    /// <param name="amountsOut">Raw, one a token: what was paid; may be minAmountsOut itself; untouched when refused.</param>
    /// <param name="afterAdd">Whether liquidity was added in the same session of the vault: then the swap fee is charged, and stays in the pool.</param>
    /// <remarks>The live balances stay as last stored, since no rate is asked. No golden vector has this operation: its formula is the contract's published
    /// description.</remarks>
    public LiquidityReceipt RemoveInRecoveryMode(
        in UInt256 poolTokensIn, ReadOnlySpan<UInt256> minAmountsOut, Span<UInt256> amountsOut, bool afterAdd = false)
    {
        Fault fault = default;
        if (!State.Has(VaultSwitches.RecoveryMode))
        {
            fault.Raise(Revert.PoolNotInRecoveryMode);
        }

        if (minAmountsOut.Length != State.TokenCount || amountsOut.Length != State.TokenCount)
        {
            fault.Raise(Revert.TokenCountMismatch);
        }

        if (fault.IsRaised)
        {
            return new(default, fault);
        }

        VaultDraft draft = new(State.TokenCount);
        State.CopyTo(ref draft);
        LiquidityDraft liquidity = new(State.TokenCount);
        RemoveLiquidity.Proportional(draft.Raw, draft.TotalSupply, poolTokensIn, liquidity.Raw, ref fault);
        if (afterAdd)
        {
            RemoveLiquidity.ChargeRoundTrip(liquidity.Raw, State.Fees.Swap, liquidity.Fees, ref fault);
        }

        for (int i = 0; i < State.TokenCount; i++)
        {
            if (liquidity.Raw[i] < minAmountsOut[i])
            {
                fault.Raise(Revert.AmountOutBelowMin);
            }

            draft.Raw[i] = UInt256.Subtract(draft.Raw[i], liquidity.Raw[i], ref fault);
        }

        draft.SetSupply(UInt256.Subtract(draft.TotalSupply, poolTokensIn, ref fault), ref fault);
        if (!fault.IsRaised)
        {
            State.Commit(ref draft);
            liquidity.Raw.CopyTo(amountsOut);
        }

        return new(poolTokensIn, fault);
    }
}
