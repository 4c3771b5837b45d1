using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>Finds the region of a state and its anchored reserve as gyd-core does, for an anchor supply of one.</summary>
/// <remarks>18 decimals. Source: spec/04-onchain-math.md §1.8, "region" and "anchored".</remarks>
internal static class ExactRedemptionRegions
{
    /// <summary>The region of a state divided by its anchor supply x + y.</summary>
    public static RedemptionRegion Find(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        parameters.Refuse(ref fault);
        ExactRedemptionThresholds thresholds = parameters.Thresholds;
        UInt256 one = Decimal18.One;
        ExactRedemptionCurve first = new(thresholds.Reserve1, one, parameters.Curvature, parameters.Threshold, thresholds.Limit1);
        if (state.Reserve >= first.Reserve(state.Level, ref fault))
        {
            return FirstRegion(state, parameters, ref fault);
        }

        ExactRedemptionCurve second = new(thresholds.Reserve2, one, parameters.Curvature, UInt256.Zero, thresholds.Limit2);
        return state.Reserve >= second.Reserve(state.Level, ref fault)
            ? SecondRegion(state, parameters, ref fault)
            : ThirdRegion(state, parameters, ref fault);
    }

    /// <summary>b_a of a state divided by its anchor supply.</summary>
    public static UInt256 AnchoredReserve(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault) =>
        Find(state, parameters, ref fault) switch
        {
            RedemptionRegion.Undiscounted => UInt256.Add(state.Reserve, state.Level, ref fault),
            RedemptionRegion.FullThresholdFalling => FullThresholdFalling(state, parameters, ref fault),
            RedemptionRegion.FullThresholdResting => FullThresholdResting(state, parameters, ref fault),
            RedemptionRegion.LowerThresholdHigh => LowerThresholdHigh(state, parameters, ref fault),
            RedemptionRegion.LowerThresholdLow => LowerThresholdLow(state, parameters, ref fault),
            RedemptionRegion.HigherCurvatureHigh => HigherCurvatureHigh(state, ref fault),
            _ => HigherCurvatureLow(state, parameters, ref fault),
        };

    // x ≤ x̄_U: the discount is not reached; else ⌊b/y⌋ + ⌊ᾱ(x − x̄_U)⌋ ≤ 1: the rate still falls.
    private static RedemptionRegion FirstRegion(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        if (state.Level <= parameters.Threshold)
        {
            return RedemptionRegion.Undiscounted;
        }

        UInt256 beyond = UInt256.Subtract(state.Level, parameters.Threshold, ref fault);
        UInt256 sum = UInt256.Add(
            Decimal18.DivideDown(state.Reserve, state.Supply, ref fault), Decimal18.MultiplyDown(parameters.Curvature, beyond, ref fault), ref fault);
        return sum <= Decimal18.One ? RedemptionRegion.FullThresholdFalling : RedemptionRegion.FullThresholdResting;
    }

    // High: y − b ≤ ᾱ⌊y²⌋/2 leaves no discount; low: b − ⌊θ̄y⌋ ≥ θ²/(2ᾱ) leaves none.
    private static RedemptionRegion SecondRegion(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        if (IsSecondHigh(state, parameters, ref fault))
        {
            UInt256 square = Decimal18.MultiplyDown(state.Supply, state.Supply, ref fault);
            UInt256 triangle = UInt256.Divide(UInt256.Multiply(square, parameters.Curvature, ref fault), ExactRedemptionCurve.Two, ref fault);
            return UInt256.Subtract(state.Supply, state.Reserve, ref fault) <= triangle
                ? RedemptionRegion.Undiscounted
                : RedemptionRegion.LowerThresholdHigh;
        }

        UInt256 excess = UInt256.Subtract(state.Reserve, Decimal18.MultiplyDown(parameters.FloorRate, state.Supply, ref fault), ref fault);
        return excess >= ExactRedemptionThresholds.FloorTriangle(parameters, ref fault)
            ? RedemptionRegion.Undiscounted
            : RedemptionRegion.LowerThresholdLow;
    }

    // b_a of the border at most that of region II; or at most that of region I, and b on the border's curve or above.
    private static bool IsSecondHigh(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        ExactRedemptionThresholds thresholds = parameters.Thresholds;
        if (thresholds.Reserve2HighLow <= thresholds.Reserve2)
        {
            return true;
        }

        ExactRedemptionCurve border = new(
            thresholds.Reserve2HighLow, Decimal18.One, parameters.Curvature, thresholds.Threshold2HighLow, Decimal18.One);
        return thresholds.Reserve2HighLow <= thresholds.Reserve1 && state.Reserve >= border.Reserve(state.Level, ref fault);
    }

    // High: b_a of the border at most that of region II, and b on the border's curve, of slope θ, or above.
    private static RedemptionRegion ThirdRegion(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        ExactRedemptionThresholds thresholds = parameters.Thresholds;
        ExactRedemptionCurve border = new(thresholds.Reserve3HighLow, Decimal18.One, parameters.FloorDiscount, UInt256.Zero, Decimal18.One);
        return thresholds.Reserve3HighLow <= thresholds.Reserve2 && state.Reserve >= border.Reserve(state.Level, ref fault)
            ? RedemptionRegion.HigherCurvatureHigh
            : RedemptionRegion.HigherCurvatureLow;
    }

    // b_a = b + x − ᾱ⌊(x − x̄_U)²⌋/2.
    private static UInt256 FullThresholdFalling(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        UInt256 beyond = UInt256.Subtract(state.Level, parameters.Threshold, ref fault);
        UInt256 triangle = UInt256.Multiply(parameters.Curvature, Decimal18.MultiplyDown(beyond, beyond, ref fault), ref fault);
        return UInt256.Subtract(
            UInt256.Add(state.Reserve, state.Level, ref fault), UInt256.Divide(triangle, ExactRedemptionCurve.Two, ref fault), ref fault);
    }

    // b_a = 1 − ⌊(1 − x̄_U)u⌋ + u²/(2ᾱ).
    private static UInt256 FullThresholdResting(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        UInt256 one = Decimal18.One;
        UInt256 u = Discount(state, ref fault);
        UInt256 height = UInt256.Subtract(one, parameters.Threshold, ref fault);
        UInt256 rectangle = UInt256.Subtract(one, Decimal18.MultiplyDown(height, u, ref fault), ref fault);
        UInt256 twice = UInt256.Multiply(parameters.Curvature, 2, ref fault);
        return UInt256.Add(rectangle, UInt256.Divide(UInt256.Multiply(u, u, ref fault), twice, ref fault), ref fault);
    }

    // b_a = 1 − ᾱ⌊h²⌋/2 with h = ⌊u/ᾱ⌋ + y/2.
    private static UInt256 LowerThresholdHigh(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        UInt256 height = UInt256.Add(
            Decimal18.DivideDown(Discount(state, ref fault), parameters.Curvature, ref fault), state.Supply >> 1, ref fault);
        UInt256 triangle = UInt256.Multiply(parameters.Curvature, Decimal18.MultiplyDown(height, height, ref fault), ref fault);
        return UInt256.Subtract(Decimal18.One, UInt256.Divide(triangle, ExactRedemptionCurve.Two, ref fault), ref fault);
    }

    // b_a = 1 + √(2⌊(θ²/ᾱ)(b − ⌊yθ̄⌋)⌋) − ⌊θ(⌊θ/(2ᾱ)⌋ + y)⌋.
    private static UInt256 LowerThresholdLow(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        UInt256 theta = parameters.FloorDiscount;
        UInt256 excess = UInt256.Subtract(state.Reserve, Decimal18.MultiplyDown(state.Supply, parameters.FloorRate, ref fault), ref fault);
        UInt256 slope = UInt256.Divide(UInt256.Multiply(theta, theta, ref fault), parameters.Curvature, ref fault);
        UInt256 square = UInt256.Multiply(Decimal18.MultiplyDown(slope, excess, ref fault), 2, ref fault);
        UInt256 length = Decimal18.DivideDown(theta, UInt256.Multiply(parameters.Curvature, 2, ref fault), ref fault);
        UInt256 rectangle = Decimal18.MultiplyDown(theta, UInt256.Add(length, state.Supply, ref fault), ref fault);
        UInt256 sum = UInt256.Add(Decimal18.One, ExactRedemptionCurve.SquareRoot(square, ref fault), ref fault);
        return UInt256.Subtract(sum, rectangle, ref fault);
    }

    // b_a = 1 − ⌊(y − b)/(1 − ⌊x²⌋)⌋.
    private static UInt256 HigherCurvatureHigh(in ExactRedemptionState state, ref Fault fault)
    {
        UInt256 one = Decimal18.One;
        UInt256 deficit = UInt256.Subtract(state.Supply, state.Reserve, ref fault);
        UInt256 part = UInt256.Subtract(one, Decimal18.MultiplyDown(state.Level, state.Level, ref fault), ref fault);
        return UInt256.Subtract(one, Decimal18.DivideDown(deficit, part, ref fault), ref fault);
    }

    // b_a = 1 − (p − √(⌊p²⌋ − q)) with p = (y − b + θ)/2, q = ⌊(y − b)θ⌋ + ⌊⌊θ²⌋⌊x²⌋⌋/4.
    private static UInt256 HigherCurvatureLow(in ExactRedemptionState state, ExactRedemptionParameters parameters, ref Fault fault)
    {
        UInt256 theta = parameters.FloorDiscount;
        UInt256 deficit = UInt256.Subtract(state.Supply, state.Reserve, ref fault);
        UInt256 p = UInt256.Add(deficit, theta, ref fault) >> 1;
        UInt256 squares = Decimal18.MultiplyDown(
            Decimal18.MultiplyDown(theta, theta, ref fault), Decimal18.MultiplyDown(state.Level, state.Level, ref fault), ref fault);
        UInt256 q = UInt256.Add(Decimal18.MultiplyDown(deficit, theta, ref fault), squares >> 2, ref fault);
        UInt256 root = ExactRedemptionCurve.SquareRoot(
            UInt256.Subtract(Decimal18.MultiplyDown(p, p, ref fault), q, ref fault), ref fault);
        return UInt256.Subtract(Decimal18.One, UInt256.Subtract(p, root, ref fault), ref fault);
    }

    // u = 1 − ⌊b/y⌋.
    private static UInt256 Discount(in ExactRedemptionState state, ref Fault fault) =>
        UInt256.Subtract(Decimal18.One, Decimal18.DivideDown(state.Reserve, state.Supply, ref fault), ref fault);
}
