using Myco.Kernels.Exact.Faults;
using Myco.Kernels.Exact.FixedPoint;
using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>The borders of the regions as gyd-core derives them from the parameters, for an anchor supply of one.</summary>
/// <remarks>18 decimals. Source: spec/04-onchain-math.md §1.8, "derived".</remarks>
internal readonly struct ExactRedemptionThresholds
{
    internal ExactRedemptionThresholds(ExactRedemptionParameters parameters, ref Fault fault)
    {
        UInt256 one = Decimal18.One, theta = parameters.FloorDiscount;
        Reserve1 = AnchoredReserve(parameters, parameters.Threshold, ref fault);
        Reserve2 = AnchoredReserve(parameters, UInt256.Zero, ref fault);
        Limit1 = ExactRedemptionCurve.LimitLevel(Reserve1, one, parameters.Curvature, parameters.Threshold, ref fault);
        Limit2 = ExactRedemptionCurve.LimitLevel(Reserve2, one, parameters.Curvature, UInt256.Zero, ref fault);
        Reserve2HighLow = UInt256.SubtractOrZero(one, FloorTriangle(parameters, ref fault));
        Threshold2HighLow = Reserve1 > Reserve2HighLow && Reserve2HighLow > Reserve2
            ? ExactRedemptionCurve.ThresholdLevel(Reserve2HighLow, one, parameters.Curvature, parameters.Threshold, theta, ref fault)
            : default;
        Reserve3HighLow = UInt256.Add(one, parameters.FloorRate, ref fault) >> 1;
    }

    /// <summary>The anchored reserve from which on the curve keeps curvature and threshold of the parameters (region I).</summary>
    public UInt256 Reserve1 { get; }

    /// <summary>The anchored reserve from which on the curve keeps the curvature of the parameters (region II).</summary>
    public UInt256 Reserve2 { get; }

    /// <summary>x_L of the curve at <see cref="Reserve1"/>.</summary>
    public UInt256 Limit1 { get; }

    /// <summary>x_L of the curve at <see cref="Reserve2"/>.</summary>
    public UInt256 Limit2 { get; }

    /// <summary>The anchored reserve that parts region II into high and low.</summary>
    public UInt256 Reserve2HighLow { get; }

    /// <summary>x_U of the curve at <see cref="Reserve2HighLow"/>; 0 where that lies outside region II.</summary>
    public UInt256 Threshold2HighLow { get; }

    /// <summary>The anchored reserve that parts region III into high and low.</summary>
    public UInt256 Reserve3HighLow { get; }

    /// <summary>The anchored reserve at which the curve of least curvature begins its discount at that level.</summary>
    public static UInt256 AnchoredReserve(ExactRedemptionParameters parameters, in UInt256 threshold, ref Fault fault)
    {
        UInt256 one = Decimal18.One, theta = parameters.FloorDiscount;
        UInt256 y = UInt256.Subtract(one, threshold, ref fault);
        if (one >= UInt256.Add(parameters.FloorRate, Decimal18.MultiplyDown(parameters.Curvature, y, ref fault), ref fault))
        {
            UInt256 triangle = UInt256.Multiply(parameters.Curvature, Decimal18.MultiplyDown(y, y, ref fault), ref fault);
            return UInt256.Subtract(one, UInt256.Divide(triangle, ExactRedemptionCurve.Two, ref fault), ref fault);
        }

        UInt256 rest = UInt256.Subtract(one, Decimal18.MultiplyDown(theta, y, ref fault), ref fault);
        return UInt256.Add(rest, FloorTriangle(parameters, ref fault), ref fault);
    }

    /// <summary>θ²/(2ᾱ): what a whole parabola takes, from rate one to the floor rate.</summary>
    internal static UInt256 FloorTriangle(ExactRedemptionParameters parameters, ref Fault fault) => UInt256.Divide(
        UInt256.Multiply(parameters.FloorDiscount, parameters.FloorDiscount, ref fault),
        UInt256.Multiply(parameters.Curvature, 2, ref fault),
        ref fault);
}
