using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>The curves on the borders of the regions, for an anchor supply of one, in any precision or of a pack of parameters.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3; spec 04-onchain-math, section 1.8.</remarks>
internal readonly struct RedemptionThresholds<TReal>
    where TReal : struct, IReal<TReal>
{
    public RedemptionThresholds(in RedemptionShape<TReal> shape)
    {
        Shape = shape;
        TReal theta = shape.FloorDiscount, highLow = theta * theta / (2 * shape.Curvature);
        First = RedemptionCurve<TReal>.Of(shape, DeficitOf(shape, shape.Threshold));
        Second = RedemptionCurve<TReal>.Of(shape, DeficitOf(shape, 0));
        SecondHighLow = RedemptionCurve<TReal>.Of(shape, highLow);
        SecondIsHigh = TReal.LessThanOrEqual(Second.Deficit, highLow);
        SecondHasBorder = TReal.LessThanOrEqual(First.Deficit, highLow);
        ThirdHasHigh = TReal.LessThanOrEqual(Second.Deficit, theta / 2);
    }

    /// <summary>The parameters.</summary>
    public RedemptionShape<TReal> Shape { get; }

    /// <summary>The lowest curve that has the parameters' curvature and threshold.</summary>
    public RedemptionCurve<TReal> First { get; }

    /// <summary>The lowest curve that has the parameters' curvature.</summary>
    public RedemptionCurve<TReal> Second { get; }

    /// <summary>The curve between the second region's high part and its low part; of meaning where <see cref="SecondHasBorder"/>.</summary>
    public RedemptionCurve<TReal> SecondHighLow { get; }

    /// <summary>The mask of: all of the second region is high.</summary>
    public TReal SecondIsHigh { get; }

    /// <summary>The mask of: the second region has a high part.</summary>
    public TReal SecondHasBorder { get; }

    /// <summary>The mask of: the third region has a high part.</summary>
    public TReal ThirdHasHigh { get; }

    /// <summary>δ of the curve of least curvature that begins to fall at that level: αh²/2, or θ(h − θ/(2α)) where it meets the floor; h = 1 − x_U.</summary>
    private static TReal DeficitOf(in RedemptionShape<TReal> shape, TReal threshold)
    {
        TReal height = 1 - threshold, alpha = shape.Curvature, theta = shape.FloorDiscount;
        return TReal.Select(
            TReal.LessThanOrEqual(alpha * height, theta), alpha * height * height / 2, theta * (height - (theta / (2 * alpha))));
    }
}
