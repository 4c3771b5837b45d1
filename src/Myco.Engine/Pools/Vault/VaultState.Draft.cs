using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <content>How an operation takes the numbers up and puts them back.</content>
public sealed partial class VaultState
{
    /// <summary>True when the switch is on.</summary>
    internal bool Has(VaultSwitches one) => (Switches & one) != 0;

    /// <summary>Fills a draft with the stored numbers, yield fees taken and live balances rounded as asked.</summary>
    /// <remarks>Where a rate provider's token that pays yield fees is worth more than when last stored: g = ⌊⌈(live − last)·y⌉/(f·r)⌋ leaves the balance.
    /// <see cref="Revert.BalanceOverflow"/>, and what the scaling refuses.</remarks>
    internal void Load(Rounding rounding, ref VaultDraft draft, ref Fault fault)
    {
        CopyTo(ref draft);
        Span<UInt256> draftLive = draft.Live;
        bool takesYield = !Fees.AggregateYield.IsZero && !Has(VaultSwitches.RecoveryMode);
        for (int i = 0; i < _tokens.Length; i++)
        {
            ref readonly VaultToken token = ref _tokens[i];
            UInt256 live = token.ToLive(_raw[i], rounding, ref fault);
            if (takesYield && token.HasRateProvider && token.PaysYieldFees && live > _lastLive[i])
            {
                UInt256 growth = Decimal18.MultiplyUp(UInt256.WrappingSubtract(live, _lastLive[i]), Fees.AggregateYield, ref fault);
                UInt256 fee = token.ToRaw(growth, Rounding.Down, ref fault);
                if (!fee.IsZero)
                {
                    draft.Raw[i] = UInt256.Subtract(_raw[i], fee, ref fault);
                    draft.YieldFees[i] = UInt256.Add(_yieldFees[i], fee, ref fault);
                    live = token.ToLive(draft.Raw[i], rounding, ref fault);
                }
            }

            draftLive[i] = live;
        }

        draft.CheckWords(ref fault);
    }

    /// <summary>Copies the stored numbers into the draft, the live ones as last stored.</summary>
    internal void CopyTo(ref VaultDraft draft)
    {
        _raw.CopyTo(draft.Raw);
        _lastLive.CopyTo(draft.Live);
        _swapFees.CopyTo(draft.SwapFees);
        _yieldFees.CopyTo(draft.YieldFees);
        draft.TotalSupply = TotalSupply;
    }

    /// <summary>Stores the draft: the operation stands.</summary>
    internal void Commit(ref VaultDraft draft)
    {
        draft.Raw.CopyTo(_raw);
        draft.Live.CopyTo(_lastLive);
        draft.SwapFees.CopyTo(_swapFees);
        draft.YieldFees.CopyTo(_yieldFees);
        TotalSupply = draft.TotalSupply;
    }

    /// <summary>Moves a token's balance by what came in and what went out, takes the aggregate part of the fee, and reads it live again, rounded down.</summary>
    /// <param name="draft">The operation's numbers.</param>
    /// <param name="token">The token.</param>
    /// <param name="amountIn">Raw.</param>
    /// <param name="amountOut">Raw.</param>
    /// <param name="feeLive">The whole fee φ of this token, live: ⌊⌊φ/(f·r)⌋·aggregate share⌋ leaves the pool, nothing in recovery mode.</param>
    /// <param name="fault">What the arithmetic refuses.</param>
    /// <returns>The aggregate fee, raw.</returns>
    internal UInt256 Move(ref VaultDraft draft, int token, in UInt256 amountIn, in UInt256 amountOut, in UInt256 feeLive, ref Fault fault)
    {
        ref readonly VaultToken scale = ref _tokens[token];
        UInt256 aggregate = feeLive.IsZero || Has(VaultSwitches.RecoveryMode)
            ? default
            : Decimal18.MultiplyDown(scale.ToRaw(feeLive, Rounding.Down, ref fault), Fees.AggregateSwap, ref fault);
        UInt256 gone = UInt256.Add(amountOut, aggregate, ref fault);
        draft.Raw[token] = amountIn.IsZero
            ? UInt256.Subtract(draft.Raw[token], gone, ref fault)
            : UInt256.Add(draft.Raw[token], UInt256.Subtract(amountIn, gone, ref fault), ref fault);
        draft.SwapFees[token] = UInt256.Add(draft.SwapFees[token], aggregate, ref fault);
        draft.Live[token] = scale.ToLive(draft.Raw[token], Rounding.Down, ref fault);
        return aggregate;
    }
}
