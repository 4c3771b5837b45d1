using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>What deposits mint, and what minting costs; amounts and balances live, 18 decimals.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.12.</remarks>
internal static class AddLiquidity
{
    /// <summary>⌈B·bpt/S⌉ of every token.</summary>
    public static void Proportional(
        ReadOnlySpan<UInt256> balances, in UInt256 supply, in UInt256 poolTokens, Span<UInt256> amounts, ref Fault fault)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            amounts[i] = Decimal18.MultiplyDivideUp(balances[i], poolTokens, supply, ref fault);
        }
    }

    /// <summary>The pool tokens of given amounts: (S·(J₁ − J₀)) div J₀, fees taken off what exceeds the proportional deposit.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="balances">Before the deposit.</param>
    /// <param name="supply">S.</param>
    /// <param name="amounts">What is paid in; one unit of every balance is lost, also where nothing is.</param>
    /// <param name="swapFee">The static fee.</param>
    /// <param name="fees">The fee of every token.</param>
    /// <param name="fault"><see cref="Revert.InvariantRatioAboveMax"/>; <see cref="Revert.SubtractionOverflow"/> of a deposit that the rounding eats up.</param>
    public static UInt256 Unbalanced<TPool>(
        in TPool pool, ReadOnlySpan<UInt256> balances, in UInt256 supply, ReadOnlySpan<UInt256> amounts, in UInt256 swapFee, Span<UInt256> fees, ref Fault fault)
        where TPool : struct, IPool
    {
        TokenAmounts storage = default;
        Span<UInt256> after = storage[..balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            after[i] = UInt256.Subtract(UInt256.Add(balances[i], amounts[i], ref fault), UInt256.One, ref fault);
        }

        UInt256 before = Invariant(pool, balances, Rounding.Up, ref fault);
        UInt256 ratio = Decimal18.DivideDown(Invariant(pool, after, Rounding.Down, ref fault), before, ref fault);
        if (ratio > pool.MaximumInvariantRatio)
        {
            fault.Raise(Revert.InvariantRatioAboveMax);
        }

        for (int i = 0; i < balances.Length; i++)
        {
            UInt256 proportional = Decimal18.MultiplyDown(ratio, balances[i], ref fault);
            if (after[i] > proportional)
            {
                fees[i] = Decimal18.MultiplyUp(UInt256.WrappingSubtract(after[i], proportional), swapFee, ref fault);
                after[i] = UInt256.Subtract(after[i], fees[i], ref fault);
            }
        }

        UInt256 grown = UInt256.Subtract(Invariant(pool, after, Rounding.Down, ref fault), before, ref fault);
        return Decimal18.MultiplyDivideDown(supply, grown, before, ref fault);
    }

    /// <summary>What one token pays for exact pool tokens, its fee included.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="balances">Before the deposit.</param>
    /// <param name="supply">S.</param>
    /// <param name="token">The token paid in.</param>
    /// <param name="poolTokens">To be minted.</param>
    /// <param name="swapFee">The static fee, charged on what exceeds the proportional deposit.</param>
    /// <param name="fee">The fee.</param>
    /// <param name="fault"><see cref="Revert.InvariantRatioAboveMax"/>, and what pool and arithmetic refuse.</param>
    public static UInt256 SingleTokenExactOut<TPool>(
        in TPool pool, ReadOnlySpan<UInt256> balances, in UInt256 supply, int token, in UInt256 poolTokens, in UInt256 swapFee, out UInt256 fee, ref Fault fault)
        where TPool : struct, IPool
    {
        fee = default;
        UInt256 newSupply = UInt256.Add(supply, poolTokens, ref fault);
        UInt256 ratio = Decimal18.DivideUp(newSupply, supply, ref fault);
        if (ratio > pool.MaximumInvariantRatio)
        {
            fault.Raise(Revert.InvariantRatioAboveMax);
        }

        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 after = pool.ComputeBalance(balances, token, ratio, ref fault);
        UInt256 amount = UInt256.Subtract(after, balances[token], ref fault);
        UInt256 free = Decimal18.MultiplyDivideDown(newSupply, balances[token], supply, ref fault);
        UInt256 taxable = UInt256.Subtract(after, free, ref fault);
        fee = UInt256.Subtract(Decimal18.DivideUp(taxable, Decimal18.Complement(swapFee), ref fault), taxable, ref fault);
        return UInt256.Add(amount, fee, ref fault);
    }

    // After a fault the pool is not asked: what it would be given has no meaning.
    private static UInt256 Invariant<TPool>(in TPool pool, ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
        where TPool : struct, IPool => fault.IsRaised ? default : pool.ComputeInvariant(balances, rounding, ref fault);
}
