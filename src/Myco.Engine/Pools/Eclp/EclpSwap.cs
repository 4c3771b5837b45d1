using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>Swaps of an E-CLP at balances and an invariant vector that are given, as the contract's library computes them.</summary>
/// <remarks>Only the token paid in is held against the asset bounds. Source: spec/04-onchain-math.md §1.3.</remarks>
internal static class EclpSwap
{
    /// <summary>The amount out for an amount in (calcOutGivenIn).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where the new balance of token in is above 10³⁴ or the token's bound;
    /// <see cref="Revert.SubtractionOverflow"/> for dust: the new balance is an overestimate.</remarks>
    public static UInt256 OutGivenIn(
        EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, int tokenIn, in UInt256 amountIn, in EclpVector vector, ref Fault fault)
    {
        UInt256 sum = UInt256.Add(tokenIn == 0 ? balance0 : balance1, amountIn, ref fault);
        Int256 newIn = Int256.FromUnsigned(sum, ref fault);
        RequireWithin(newIn, EclpBounds.Of(parameters, tokenIn, vector, ref fault), ref fault);
        if (fault.IsRaised)
        {
            return default;
        }

        Int256 newOut = OtherBalance(parameters, tokenIn, newIn, vector, ref fault);
        return UInt256.Subtract(tokenIn == 0 ? balance1 : balance0, newOut.ToUnsigned(ref fault), ref fault);
    }

    /// <summary>The amount in for an amount out (calcInGivenOut).</summary>
    /// <remarks><see cref="Revert.AssetBoundsExceeded"/> where the balance of token out is below the amount, or the new balance of token in is above
    /// 10³⁴ or the token's bound.</remarks>
    public static UInt256 InGivenOut(
        EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, int tokenIn, in UInt256 amountOut, in EclpVector vector, ref Fault fault)
    {
        Int256 newOut = Remaining(tokenIn == 0 ? balance1 : balance0, amountOut, ref fault);
        if (!TokenPair.IsToken(tokenIn, 2, ref fault) || fault.IsRaised)
        {
            return default;
        }

        Int256 newIn = OtherBalance(parameters, 1 - tokenIn, newOut, vector, ref fault);
        RequireWithin(newIn, EclpBounds.Of(parameters, tokenIn, vector, ref fault), ref fault);
        return UInt256.Subtract(newIn.ToUnsigned(ref fault), tokenIn == 0 ? balance0 : balance1, ref fault);
    }

    /// <summary>The balance of the other token for that of one token: calcYGivenX for token 0, calcXGivenY for token 1.</summary>
    public static Int256 OtherBalance(EclpParameters parameters, int token, in Int256 balance, in EclpVector vector, ref Fault fault)
    {
        if (!TokenPair.IsToken(token, 2, ref fault))
        {
            return default;
        }

        EclpSideTerms side = parameters.Side(token);
        Int256 offset = EclpOffsets.Of(side, vector, ref fault);
        Int256 otherOffset = EclpOffsets.Of(parameters.Side(1 - token), vector, ref fault);
        return new EclpSide(side, vector).OtherBalance(balance, offset, otherOffset, ref fault);
    }

    /// <summary>balance − amount as a signed number; <see cref="Revert.AssetBoundsExceeded"/> where the balance is less.</summary>
    internal static Int256 Remaining(in UInt256 balance, in UInt256 amount, ref Fault fault)
    {
        UInt256 rest = UInt256.WrappingSubtract(balance, amount, out bool isLess);
        if (isLess)
        {
            fault.Raise(Revert.AssetBoundsExceeded);
        }

        return Int256.FromUnsigned(rest, ref fault);
    }

    /// <summary>Refuses a new balance above 10³⁴ or the token's bound.</summary>
    internal static void RequireWithin(in Int256 newBalance, in Int256 bound, ref Fault fault)
    {
        if (newBalance > EclpLimits.MaxBalances || newBalance > bound)
        {
            fault.Raise(Revert.AssetBoundsExceeded);
        }
    }
}
