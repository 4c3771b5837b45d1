using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>The invariant Π b_i^w_i, and the balance that makes it grow by a ratio.</summary>
/// <remarks>All numbers have 18 decimals. Source: spec/04-onchain-math.md §1.7, §1.13.</remarks>
internal static class WeightedInvariant
{
    /// <summary>The least ratio by which one removal may change the invariant: 0.7.</summary>
    internal static UInt256 MinimumRatio => 700_000_000_000_000_000UL;

    /// <summary>The largest ratio by which one deposit may change the invariant: 3.</summary>
    internal static UInt256 MaximumRatio => 3_000_000_000_000_000_000UL;

    /// <summary>From 1, ⌊·powDown(b_i, w_i)⌋ in token order.</summary>
    /// <remarks><see cref="Revert.ZeroInvariant"/>; <see cref="Revert.TokenCountMismatch"/> for lists of different length.</remarks>
    public static UInt256 Down(ReadOnlySpan<UInt256> weights, ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, weights.Length, ref fault))
        {
            return default;
        }

        UInt256 invariant = Decimal18.One;
        for (int i = 0; i < weights.Length; i++)
        {
            invariant = Decimal18.MultiplyDown(invariant, PowerDecimal18.Down(balances[i], weights[i], ref fault), ref fault);
        }

        return NotZero(invariant, ref fault);
    }

    /// <summary>From 1, ⌈·powUp(b_i, w_i)⌉ in token order; refusals as <see cref="Down"/>.</summary>
    public static UInt256 Up(ReadOnlySpan<UInt256> weights, ReadOnlySpan<UInt256> balances, ref Fault fault)
    {
        if (!TokenPair.IsCount(balances, weights.Length, ref fault))
        {
            return default;
        }

        UInt256 invariant = Decimal18.One;
        for (int i = 0; i < weights.Length; i++)
        {
            invariant = Decimal18.MultiplyUp(invariant, PowerDecimal18.Up(balances[i], weights[i], ref fault), ref fault);
        }

        return NotZero(invariant, ref fault);
    }

    /// <summary>The invariant rounded to a side.</summary>
    public static UInt256 Of(ReadOnlySpan<UInt256> weights, ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault) =>
        rounding == Rounding.Up ? Up(weights, balances, ref fault) : Down(weights, balances, ref fault);

    /// <summary>⌈balance·powUp(ratio, 1/weight)⌉, 1/weight rounded up for a ratio above 1, else down: the current library.</summary>
    /// <remarks>A weight of 0: <see cref="Revert.ZeroDivision"/> rounded up, <see cref="Revert.DivisionByZero"/> rounded down.</remarks>
    public static UInt256 BalanceForRatio(in UInt256 balance, in UInt256 weight, in UInt256 ratio, ref Fault fault) =>
        BalanceForRatio(balance, weight, ratio, ratio > Decimal18.One ? Rounding.Up : Rounding.Down, ref fault);

    /// <summary>⌈balance·powUp(ratio, 1/weight)⌉ with 1/weight rounded to a side; contracts before always rounded it up.</summary>
    public static UInt256 BalanceForRatio(in UInt256 balance, in UInt256 weight, in UInt256 ratio, Rounding exponentRounding, ref Fault fault)
    {
        UInt256 exponent = exponentRounding == Rounding.Up
            ? Decimal18.DivideUp(Decimal18.One, weight, ref fault)
            : Decimal18.DivideDown(Decimal18.One, weight, ref fault);
        return Decimal18.MultiplyUp(balance, PowerDecimal18.Up(ratio, exponent, ref fault), ref fault);
    }

    /// <summary>A pool's invariant: every balance against its minimum first. One weight, minimum and balance a token.</summary>
    internal static UInt256 OfPool(
        ReadOnlySpan<UInt256> weights, ReadOnlySpan<UInt256> minima, ReadOnlySpan<UInt256> balances, Rounding rounding, ref Fault fault)
    {
        for (int i = 0; i < balances.Length; i++)
        {
            MinimumBalance.Require(balances[i], minima[i], ref fault);
        }

        return fault.IsRaised ? default : Of(weights, balances, rounding, ref fault);
    }

    private static UInt256 NotZero(in UInt256 invariant, ref Fault fault)
    {
        if (invariant.IsZero)
        {
            fault.Raise(Revert.ZeroInvariant);
        }

        return invariant;
    }
}
