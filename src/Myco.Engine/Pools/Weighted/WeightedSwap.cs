using Myco.Kernels.Exact.Elementary;
using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Weighted;

/// <summary>Swaps along Π b_i^w_i: the plain functions of the contracts' library, and a pool's swap with its minimum balances.</summary>
/// <remarks>All numbers have 18 decimals. Source: spec/04-onchain-math.md §1.7, §1.13.</remarks>
internal static class WeightedSwap
{
    /// <summary>⌊balanceOut·(1 − powUp(⌈balanceIn/(balanceIn + amountIn)⌉, ⌊weightIn/weightOut⌋))⌋, at least 0.</summary>
    /// <remarks><see cref="Revert.MaxInRatio"/> above ⌊0.3·balanceIn⌋; <see cref="Revert.ZeroDivision"/> of an empty pool.</remarks>
    public static UInt256 OutGivenExactIn(
        in UInt256 balanceIn, in UInt256 weightIn, in UInt256 balanceOut, in UInt256 weightOut, in UInt256 amountIn, ref Fault fault)
    {
        UInt256 kept = ShareKept(balanceIn, new TradeLimit(balanceIn), amountIn, ref fault);
        UInt256 exponent = Decimal18.DivideDown(weightIn, weightOut, ref fault);
        return AmountOut(balanceOut, kept, exponent, ref fault);
    }

    /// <summary>⌈balanceIn·(powUp(⌈balanceOut/(balanceOut − amountOut)⌉, ⌈weightOut/weightIn⌉) − 1)⌉.</summary>
    /// <remarks><see cref="Revert.MaxOutRatio"/> above ⌊0.3·balanceOut⌋; <see cref="Revert.ZeroDivision"/> of an empty pool.</remarks>
    public static UInt256 InGivenExactOut(
        in UInt256 balanceIn, in UInt256 weightIn, in UInt256 balanceOut, in UInt256 weightOut, in UInt256 amountOut, ref Fault fault)
    {
        UInt256 growth = Growth(balanceOut, new TradeLimit(balanceOut), amountOut, ref fault);
        UInt256 exponent = Decimal18.DivideUp(weightOut, weightIn, ref fault);
        return AmountIn(balanceIn, growth, exponent, ref fault);
    }

    /// <summary>A pool's swap: the balance of token in, the formula, the balance left of token out; balances against their minima.</summary>
    /// <param name="kind">Which amount is given.</param>
    /// <param name="balanceIn">The balance of token in as the pool's version counts it.</param>
    /// <param name="minimumIn">Its minimum; 0 for none.</param>
    /// <param name="balanceOut">The balance of token out.</param>
    /// <param name="minimumOut">Its minimum; 0 for none.</param>
    /// <param name="exponent">⌊weightIn/weightOut⌋ with an amount in given, ⌈weightOut/weightIn⌉ with an amount out.</param>
    /// <param name="limit">The limit of the amount given: at balanceIn or balanceOut.</param>
    /// <param name="amount">The amount given.</param>
    /// <param name="fault">The first refusal.</param>
    internal static UInt256 OnSwap(
        SwapKind kind, in UInt256 balanceIn, in UInt256 minimumIn, in UInt256 balanceOut, in UInt256 minimumOut,
        in UInt256 exponent, in TradeLimit limit, in UInt256 amount, ref Fault fault)
    {
        MinimumBalance.Require(balanceIn, minimumIn, ref fault);
        if (kind == SwapKind.ExactIn)
        {
            UInt256 amountOut = AmountOut(balanceOut, ShareKept(balanceIn, limit, amount, ref fault), exponent, ref fault);
            MinimumBalance.Require(UInt256.Subtract(balanceOut, amountOut, ref fault), minimumOut, ref fault);
            return amountOut;
        }

        UInt256 amountIn = AmountIn(balanceIn, Growth(balanceOut, limit, amount, ref fault), exponent, ref fault);
        MinimumBalance.Require(UInt256.Subtract(balanceOut, amount, ref fault), minimumOut, ref fault);
        return amountIn;
    }

    /// <summary>A balance of token in as the version's swaps count it.</summary>
    internal static UInt256 CountedIn(in UInt256 balance, WeightedVersion version, ref Fault fault) =>
        version == WeightedVersion.Current ? UInt256.Add(balance, UInt256.One, ref fault) : balance;

    /// <summary>The exponent of a swap: ⌊weightIn/weightOut⌋ or ⌈weightOut/weightIn⌉.</summary>
    internal static UInt256 Exponent(SwapKind kind, in UInt256 weightIn, in UInt256 weightOut, ref Fault fault) => kind == SwapKind.ExactIn
        ? Decimal18.DivideDown(weightIn, weightOut, ref fault)
        : Decimal18.DivideUp(weightOut, weightIn, ref fault);

    /// <summary>⌈balanceIn/(balanceIn + amountIn)⌉, of an amount within its share.</summary>
    private static UInt256 ShareKept(in UInt256 balanceIn, in TradeLimit limit, in UInt256 amountIn, ref Fault fault)
    {
        limit.Require(amountIn, Revert.MaxInRatio, ref fault);
        return fault.IsRaised ? default : Decimal18Ratio.Up(balanceIn, UInt256.Add(balanceIn, amountIn, ref fault), ref fault);
    }

    /// <summary>⌈balanceOut/(balanceOut − amountOut)⌉, of an amount within its share.</summary>
    private static UInt256 Growth(in UInt256 balanceOut, in TradeLimit limit, in UInt256 amountOut, ref Fault fault)
    {
        limit.Require(amountOut, Revert.MaxOutRatio, ref fault);
        return fault.IsRaised ? default : Decimal18Ratio.Up(balanceOut, UInt256.Subtract(balanceOut, amountOut, ref fault), ref fault);
    }

    private static UInt256 AmountOut(in UInt256 balanceOut, in UInt256 kept, in UInt256 exponent, ref Fault fault)
    {
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 power = PowerDecimal18.Up(kept, exponent, ref fault);
        return Decimal18.MultiplyDown(balanceOut, Decimal18.Complement(power), ref fault);
    }

    private static UInt256 AmountIn(in UInt256 balanceIn, in UInt256 growth, in UInt256 exponent, ref Fault fault)
    {
        if (fault.IsRaised)
        {
            return default;
        }

        UInt256 power = PowerDecimal18.Up(growth, exponent, ref fault);
        return Decimal18.MultiplyUp(balanceIn, UInt256.Subtract(power, Decimal18.One, ref fault), ref fault);
    }
}
