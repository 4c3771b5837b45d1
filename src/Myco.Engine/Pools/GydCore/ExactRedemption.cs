using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>What gyd-core's PrimaryAMMV1 pays for a redemption, to the last digit.</summary>
/// <remarks>18 decimals. The level is the one of the present block (<see cref="ExactFlow.Update"/>); after the redemption it is level + amount.
/// Source: spec/04-onchain-math.md §1.8, "redeem".</remarks>
public static class ExactRedemption
{
    /// <summary>b(x) − b(x + amount) in dollars; the amount at par, b/y of it at the floor.</summary>
    /// <param name="state">Level, reserve and supply before the redemption.</param>
    /// <param name="parameters">The curve's parameters.</param>
    /// <param name="amount">The tokens redeemed; 0 pays 0.</param>
    /// <param name="redeemDiscount">The part of the supply by which the reserve is counted lower; 0 is none.</param>
    public static ExactQuote Quote(
        in ExactRedemptionState state, ExactRedemptionParameters parameters, in UInt256 amount, in UInt256 redeemDiscount)
    {
        Fault fault = default;
        UInt256 payout = amount.IsZero ? default : Payout(state, parameters, amount, redeemDiscount, ref fault);
        return new(payout, fault);
    }

    /// <summary>The reserve less a discount of D = ⌊redeemDiscount·supply⌋, at most the supply; the reserve itself up to 2D.</summary>
    public static UInt256 DiscountedReserve(in UInt256 reserve, in UInt256 supply, in UInt256 redeemDiscount, ref Fault fault)
    {
        UInt256 discount = Decimal18.MultiplyDown(redeemDiscount, supply, ref fault);
        return reserve > UInt256.Multiply(discount, 2, ref fault)
            ? UInt256.Min(UInt256.Subtract(reserve, discount, ref fault), supply)
            : reserve;
    }

    /// <summary>The payout without the contract's own answer for an amount of zero.</summary>
    public static UInt256 Payout(
        in ExactRedemptionState state, ExactRedemptionParameters parameters, in UInt256 amount, in UInt256 redeemDiscount, ref Fault fault)
    {
        parameters.Refuse(ref fault);
        UInt256 anchor = UInt256.Add(state.Supply, state.Level, ref fault);
        UInt256 reserve = DiscountedReserve(state.Reserve, state.Supply, redeemDiscount, ref fault);
        ExactRedemptionState normalised = new(
            Decimal18.DivideDown(state.Level, anchor, ref fault),
            Decimal18.DivideDown(reserve, anchor, ref fault),
            Decimal18.DivideDown(state.Supply, anchor, ref fault));
        UInt256 backing = Decimal18.DivideDown(normalised.Reserve, normalised.Supply, ref fault);
        if (fault.IsRaised || backing >= Decimal18.One)
        {
            return amount;
        }

        if (backing <= parameters.FloorRate)
        {
            return Decimal18.MultiplyDown(Decimal18.DivideDown(reserve, state.Supply, ref fault), amount, ref fault);
        }

        UInt256 anchored = Decimal18.MultiplyDown(
            ExactRedemptionRegions.AnchoredReserve(normalised, parameters, ref fault), anchor, ref fault);
        ExactRedemptionCurve curve = new(anchored, anchor, parameters, ref fault);
        UInt256 left = curve.Reserve(UInt256.Add(state.Level, amount, ref fault), ref fault);
        UInt256 payout = UInt256.Subtract(reserve, left, ref fault);
        return UInt256.Min(UInt256.Min(payout, amount), state.Supply);
    }
}
