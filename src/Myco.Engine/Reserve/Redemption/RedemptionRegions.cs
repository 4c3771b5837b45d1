using System.Runtime.CompilerServices;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>Finds which curve passes through a state, in any precision or of a pack of paths: its region, told by its number, and its deficit in closed form.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3; spec 04-onchain-math, section 1.8, in deficits instead of reserves.</remarks>
internal static class RedemptionRegions<TReal>
    where TReal : struct, IReal<TReal>
{
    /// <summary>The number of the <see cref="RedemptionRegion"/> of a state whose supply is above 0.</summary>
    public static TReal Find(in RedemptionThresholds<TReal> thresholds, in NormalisedState<TReal> at)
    {
        TReal isFloor = TReal.LessThanOrEqual(at.Backing, thresholds.Shape.FloorRate);
        TReal region = TReal.Select(isFloor, (int)RedemptionRegion.Floor, 0);
        TReal isFlat = isFloor | at.IsPar;
        if (!TReal.All(isFlat))
        {
            region = TReal.Select(isFlat, region, FindCurve(thresholds, at));
        }

        return TReal.Select(at.IsPar, (int)RedemptionRegion.Par, region);
    }

    /// <summary>δ = 1 − b_a of the curve through a state, in parts of the anchor supply; NaN for <see cref="RedemptionRegion.Par"/> and
    /// <see cref="RedemptionRegion.Floor"/>, which have none.</summary>
    /// <param name="thresholds">The borders of the regions.</param>
    /// <param name="at">The state.</param>
    /// <param name="region">The number of its region, from <see cref="Find"/>.</param>
    public static TReal DeficitOf(in RedemptionThresholds<TReal> thresholds, in NormalisedState<TReal> at, TReal region)
    {
        // On the floor line all curves meet, and rounding may name any region: within its own deficits each is right there.
        TReal deficit = at.Deficit, first = thresholds.First.Deficit, second = thresholds.Second.Deficit;
        TReal isFirst = Between(region, RedemptionRegion.FullThresholdFalling, RedemptionRegion.FullThresholdResting);
        if (TReal.Any(isFirst))
        {
            TReal isFalling = TReal.LessThanOrEqual(region, (int)RedemptionRegion.FullThresholdFalling);
            TReal full = TReal.Select(isFalling, FullThresholdFalling(thresholds.Shape, at), FullThresholdResting(thresholds.Shape, at));
            deficit = TReal.Select(isFirst, TReal.Min(full, first), deficit);
        }

        TReal isSecond = Between(region, RedemptionRegion.LowerThresholdHigh, RedemptionRegion.LowerThresholdLow);
        if (TReal.Any(isSecond))
        {
            TReal isHigh = TReal.LessThanOrEqual(region, (int)RedemptionRegion.LowerThresholdHigh);
            TReal lower = TReal.Select(isHigh, LowerThresholdHigh(thresholds.Shape, at), LowerThresholdLow(thresholds.Shape, at));
            deficit = TReal.Select(isSecond, TReal.Max(TReal.Min(lower, second), first), deficit);
        }

        TReal isThird = Between(region, RedemptionRegion.HigherCurvatureHigh, RedemptionRegion.HigherCurvatureLow);
        if (TReal.Any(isThird))
        {
            TReal isHigh = TReal.LessThanOrEqual(region, (int)RedemptionRegion.HigherCurvatureHigh);
            TReal higher = TReal.Select(isHigh, at.Discount / (1 + at.Level), HigherCurvatureLow(thresholds.Shape, at));
            deficit = TReal.Select(isThird, TReal.Max(higher, second), deficit);
        }

        return TReal.Select(TReal.LessThanOrEqual((int)RedemptionRegion.Par, region), double.NaN, deficit);
    }

    /// <summary>Whether a region's number is one of those two or between them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Between(TReal region, RedemptionRegion least, RedemptionRegion largest) =>
        TReal.LessThanOrEqual((int)least, region) & TReal.LessThanOrEqual(region, (int)largest);

    private static TReal FindCurve(in RedemptionThresholds<TReal> thresholds, in NormalisedState<TReal> at)
    {
        TReal isFirst = TReal.LessThanOrEqual(at.Deficit, thresholds.First.DeficitAt(at.Level, at.Supply));
        if (TReal.All(isFirst))
        {
            return InFirst(thresholds.Shape, at);
        }

        TReal isSecond = TReal.LessThanOrEqual(at.Deficit, thresholds.Second.DeficitAt(at.Level, at.Supply));
        TReal isThirdHigh = thresholds.ThirdHasHigh & TReal.LessThanOrEqual(at.Discount, thresholds.Shape.FloorDiscount / 2 * (1 + at.Level));
        TReal third = TReal.Select(isThirdHigh, (int)RedemptionRegion.HigherCurvatureHigh, (int)RedemptionRegion.HigherCurvatureLow);
        return TReal.Select(isFirst, InFirst(thresholds.Shape, at), TReal.Select(isSecond, InSecond(thresholds, at), third));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal InFirst(in RedemptionShape<TReal> shape, in NormalisedState<TReal> at)
    {
        TReal isFalling = TReal.LessThanOrEqual(shape.Curvature * (at.Level - shape.Threshold), at.Discount);
        TReal fallen = TReal.Select(isFalling, (int)RedemptionRegion.FullThresholdFalling, (int)RedemptionRegion.FullThresholdResting);
        return TReal.Select(TReal.LessThanOrEqual(at.Level, shape.Threshold), (int)RedemptionRegion.Undiscounted, fallen);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal InSecond(in RedemptionThresholds<TReal> thresholds, in NormalisedState<TReal> at)
    {
        TReal alpha = thresholds.Shape.Curvature, theta = thresholds.Shape.FloorDiscount;
        TReal isAboveBorder = TReal.LessThanOrEqual(at.Deficit, thresholds.SecondHighLow.DeficitAt(at.Level, at.Supply));
        TReal isHigh = thresholds.SecondIsHigh | (thresholds.SecondHasBorder & isAboveBorder);
        TReal isHighUndiscounted = TReal.LessThanOrEqual(at.Discount, alpha * at.Supply / 2);
        TReal isLowUndiscounted = TReal.LessThanOrEqual(theta * theta / (2 * alpha), at.Excess);
        TReal high = TReal.Select(isHighUndiscounted, (int)RedemptionRegion.Undiscounted, (int)RedemptionRegion.LowerThresholdHigh);
        TReal low = TReal.Select(isLowUndiscounted, (int)RedemptionRegion.Undiscounted, (int)RedemptionRegion.LowerThresholdLow);
        return TReal.Select(isHigh, high, low);
    }

    // δ = D + ᾱ(x − x̄_U)²/2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal FullThresholdFalling(in RedemptionShape<TReal> shape, in NormalisedState<TReal> at)
    {
        TReal fall = at.Level - shape.Threshold;
        return at.Deficit + (shape.Curvature * fall * fall / 2);
    }

    // δ = u(1 − x̄_U − u/(2ᾱ)).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal FullThresholdResting(in RedemptionShape<TReal> shape, in NormalisedState<TReal> at) =>
        at.Discount * (1 - shape.Threshold - (at.Discount / (2 * shape.Curvature)));

    // δ = ᾱh²/2 with h = 1 − x_U = u/ᾱ + y/2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal LowerThresholdHigh(in RedemptionShape<TReal> shape, in NormalisedState<TReal> at)
    {
        TReal height = (at.Discount / shape.Curvature) + (at.Supply / 2);
        return shape.Curvature * height * height / 2;
    }

    // δ = D + ᾱs²/2 with s = x − x_U = (θ − √(2ᾱe))/ᾱ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal LowerThresholdLow(in RedemptionShape<TReal> shape, in NormalisedState<TReal> at)
    {
        TReal discount = shape.FloorDiscount - TReal.Sqrt(2 * shape.Curvature * at.Excess);
        return at.Deficit + (discount * discount / (2 * shape.Curvature));
    }

    // δ = θ − t with t the larger root of t² − (e + θx)t + θ²x²/4 = 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal HigherCurvatureLow(in RedemptionShape<TReal> shape, in NormalisedState<TReal> at)
    {
        TReal theta = shape.FloorDiscount, shift = theta * at.Level, excess = at.Excess;
        return theta - ((excess + shift + TReal.Sqrt(excess * (excess + (2 * shift)))) / 2);
    }
}
