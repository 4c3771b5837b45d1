using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Vault;

/// <summary>What burning pays, and what payments burn; amounts and balances live, 18 decimals.</summary>
/// <remarks>Source: spec/04-onchain-math.md §1.12.</remarks>
internal static class RemoveLiquidity
{
    /// <summary>(B·bpt) div S of every token.</summary>
    public static void Proportional(
        ReadOnlySpan<UInt256> balances, in UInt256 supply, in UInt256 poolTokens, Span<UInt256> amounts, ref Fault fault)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            amounts[i] = Decimal18.MultiplyDivideDown(balances[i], poolTokens, supply, ref fault);
        }
    }

    /// <summary>Takes ⌈a·s⌉ off every amount: what a withdrawal costs after a deposit in the same session.</summary>
    public static void ChargeRoundTrip(Span<UInt256> amounts, in UInt256 swapFee, Span<UInt256> fees, ref Fault fault)
    {
        for (int i = 0; i < amounts.Length; i++)
        {
            fees[i] = Decimal18.MultiplyUp(amounts[i], swapFee, ref fault);
            amounts[i] = UInt256.Subtract(amounts[i], fees[i], ref fault);
        }
    }

    /// <summary>What exact pool tokens pay in one token, its fee taken off.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="balances">Before the withdrawal.</param>
    /// <param name="supply">S.</param>
    /// <param name="token">The token paid out.</param>
    /// <param name="poolTokens">To be burnt.</param>
    /// <param name="swapFee">The static fee, charged on what exceeds the proportional withdrawal.</param>
    /// <param name="fee">The fee.</param>
    /// <param name="fault"><see cref="Revert.InvariantRatioBelowMin"/>, and what pool and arithmetic refuse.</param>
    public static UInt256 SingleTokenExactIn<TPool>(
        in TPool pool, ReadOnlySpan<UInt256> balances, in UInt256 supply, int token, in UInt256 poolTokens, in UInt256 swapFee, out UInt256 fee, ref Fault fault)
        where TPool : struct, IPool
    {
        fee = default;
        UInt256 newSupply = UInt256.Subtract(supply, poolTokens, ref fault);
        UInt256 ratio = Decimal18.DivideUp(newSupply, supply, ref fault);
        if (ratio < pool.MinimumInvariantRatio)
        {
            fault.Raise(Revert.InvariantRatioBelowMin);
        }

        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 after = pool.ComputeBalance(balances, token, ratio, ref fault);
        UInt256 amount = UInt256.Subtract(balances[token], after, ref fault);
        UInt256 proportional = Decimal18.MultiplyDivideUp(newSupply, balances[token], supply, ref fault);
        UInt256 taxable = UInt256.Subtract(proportional, after, ref fault);
        fee = Decimal18.MultiplyUp(taxable, swapFee, ref fault);
        return UInt256.Subtract(amount, fee, ref fault);
    }

    /// <summary>The pool tokens that an exact amount of one token burns: ⌈S·(J₀ − J₁)/J₀⌉.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="balances">Before the withdrawal.</param>
    /// <param name="supply">S.</param>
    /// <param name="token">The token paid out.</param>
    /// <param name="amount">What is paid out; one unit of every balance is lost besides.</param>
    /// <param name="swapFee">The static fee, charged on what exceeds the proportional withdrawal.</param>
    /// <param name="fee">The fee.</param>
    /// <param name="fault"><see cref="Revert.InvariantRatioBelowMin"/>, and what pool and arithmetic refuse.</param>
    public static UInt256 SingleTokenExactOut<TPool>(
        in TPool pool, ReadOnlySpan<UInt256> balances, in UInt256 supply, int token, in UInt256 amount, in UInt256 swapFee, out UInt256 fee, ref Fault fault)
        where TPool : struct, IPool
    {
        TokenAmounts storage = default;
        Span<UInt256> after = storage[..balances.Length];
        for (int i = 0; i < balances.Length; i++)
        {
            after[i] = UInt256.Subtract(balances[i], UInt256.One, ref fault);
        }

        after[token] = UInt256.Subtract(after[token], amount, ref fault);
        UInt256 before = Invariant(pool, balances, Rounding.Up, ref fault);
        UInt256 ratio = Decimal18.DivideUp(Invariant(pool, after, Rounding.Up, ref fault), before, ref fault);
        if (ratio < pool.MinimumInvariantRatio)
        {
            fault.Raise(Revert.InvariantRatioBelowMin);
        }

        UInt256 proportional = Decimal18.MultiplyUp(ratio, balances[token], ref fault);
        UInt256 taxable = UInt256.Subtract(proportional, after[token], ref fault);
        fee = UInt256.Subtract(Decimal18.DivideUp(taxable, Decimal18.Complement(swapFee), ref fault), taxable, ref fault);
        after[token] = UInt256.Subtract(after[token], fee, ref fault);
        UInt256 lost = UInt256.Subtract(before, Invariant(pool, after, Rounding.Down, ref fault), ref fault);
        return Decimal18.MultiplyDivideUp(supply, lost, before, ref fault);
    }

    // After a fault the pool is not asked: what it would be given has no meaning.
    private static UInt256 Invariant<TPool>(in TPool pool, ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
        where TPool : struct, IPool => fault.IsRaised ? default : pool.ComputeInvariant(balances, rounding, ref fault);
}
