using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>The formulas of <see cref="Redemptions"/> in any precision, or of a pack of paths.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3.</remarks>
internal static class Redemptions<TReal>
    where TReal : struct, IReal<TReal>
{
    /// <summary>What an amount is paid on a state, or why it is paid nothing.</summary>
    public static RedemptionQuote<TReal> Quote(in RedemptionThresholds<TReal> thresholds, TReal level, TReal reserve, TReal supply, TReal amount)
    {
        TReal status = Check(level, reserve, supply, amount);
        TReal isOk = TReal.LessThanOrEqual(status, (int)QuoteStatus.Ok);
        if (!TReal.Any(isOk))
        {
            return new(double.NaN, double.NaN, 0, status);
        }

        NormalisedState<TReal> at = new(level, reserve, supply, thresholds.Shape.FloorRate);
        TReal region = RedemptionRegions<TReal>.Find(thresholds, at);
        TReal payout = TReal.Select(at.IsPar, amount, at.Backing * amount);
        TReal isOnCurve = IsOnCurve(region);
        if (TReal.Any(isOnCurve))
        {
            payout = TReal.Select(isOnCurve, OnCurve(thresholds, at, region, amount), payout);
        }

        payout = TReal.Min(payout, reserve);
        return new(
            TReal.Select(isOk, payout, double.NaN), TReal.Select(isOk, payout / amount, double.NaN), TReal.Select(isOk, region, 0), status);
    }

    /// <summary>Where the rate is still to fall; elsewhere it has one value for all that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal IsOnCurve(TReal region) => TReal.LessThan(region, (int)RedemptionRegion.Par)
        & (TReal.LessThan(region, (int)RedemptionRegion.FullThresholdResting) | TReal.LessThan((int)RedemptionRegion.FullThresholdResting, region));

    private static TReal OnCurve(in RedemptionThresholds<TReal> thresholds, in NormalisedState<TReal> at, TReal region, TReal amount)
    {
        RedemptionCurve<TReal> curve = RedemptionCurve<TReal>.Of(thresholds.Shape, RedemptionRegions<TReal>.DeficitOf(thresholds, at, region));
        TReal payout = amount - (at.Anchor * curve.LossOf(at.Level, amount / at.Anchor));
        return TReal.Max(payout, thresholds.Shape.FloorRate * amount);
    }

    /// <summary>The number of the first <see cref="QuoteStatus"/> that holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Check(TReal level, TReal reserve, TReal supply, TReal amount)
    {
        TReal isFinite = IsFinite(amount) & IsFinite(reserve) & IsFinite(supply + level);
        TReal isNegative = TReal.LessThan(amount, 0) | TReal.LessThan(level, 0) | TReal.LessThan(reserve, 0) | TReal.LessThan(supply, 0);
        TReal isZero = TReal.LessThanOrEqual(amount, 0) | TReal.LessThanOrEqual(supply, 0);
        TReal fits = TReal.Select(TReal.LessThanOrEqual(amount, supply), (int)QuoteStatus.Ok, (int)QuoteStatus.Infeasible);
        TReal sized = TReal.Select(isNegative, (int)QuoteStatus.Negative, TReal.Select(isZero, (int)QuoteStatus.Zero, fits));
        return TReal.Select(isFinite, sized, (int)QuoteStatus.NotFinite);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal IsFinite(TReal number) => TReal.LessThanOrEqual(TReal.Abs(number), double.MaxValue);
}
