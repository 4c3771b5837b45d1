namespace Myco.Engine.Reserve.Redemption;

/// <summary>The curves on the borders of the regions, for an anchor supply of one.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3; spec 04-onchain-math, section 1.8.</remarks>
internal readonly record struct RedemptionThresholds
{
    public RedemptionThresholds(RedemptionParameters parameters)
    {
        double theta = parameters.FloorDiscount;
        First = new(parameters, DeficitOf(parameters, parameters.Threshold));
        Second = new(parameters, DeficitOf(parameters, 0));
        double highLow = theta * theta / (2 * parameters.Curvature);
        SecondIsHigh = highLow >= Second.Deficit;
        SecondHasBorder = !SecondIsHigh && highLow >= First.Deficit;
        SecondHighLow = SecondHasBorder ? new(parameters, highLow) : default;
        ThirdHasHigh = theta / 2 >= Second.Deficit;
    }

    /// <summary>The lowest curve that has the parameters' curvature and threshold.</summary>
    public RedemptionCurve First { get; }

    /// <summary>The lowest curve that has the parameters' curvature.</summary>
    public RedemptionCurve Second { get; }

    /// <summary>The curve between the second region's high part and its low part, where it has both.</summary>
    public RedemptionCurve SecondHighLow { get; }

    /// <summary>All of the second region is high.</summary>
    public bool SecondIsHigh { get; }

    /// <summary>The second region has a high and a low part.</summary>
    public bool SecondHasBorder { get; }

    /// <summary>The third region has a high part.</summary>
    public bool ThirdHasHigh { get; }

    /// <summary>δ of the curve of least curvature that begins to fall at that level: αh²/2, or θ(h − θ/(2α)) where it meets the floor; h = 1 − x_U.</summary>
    private static double DeficitOf(RedemptionParameters parameters, double threshold)
    {
        double height = 1 - threshold, alpha = parameters.Curvature, theta = parameters.FloorDiscount;
        return alpha * height <= theta ? alpha * height * height / 2 : theta * (height - (theta / (2 * alpha)));
    }
}
