namespace Myco.Engine.Reserve.Fees;

/// <summary>The fee of Balancer's StableSurge: it rises in a straight line from the static fee at the threshold to the surge fee at imbalance one.</summary>
/// <remarks>static + (surge − static)·min((I′ − threshold)/(1 − threshold), 1) when I′ > threshold and I′ > I; else static, as also where surge is
/// below static. Source: spec 02-reserve-system, section 5; spec 04-onchain-math, section 1.15.</remarks>
/// <param name="Parameters">The three numbers.</param>
public sealed record SurgeFee(FeeParameters Parameters) : IImbalanceFee
{
    /// <inheritdoc/>
    public double FeeOf(double before, double after)
    {
        double threshold = Parameters.Threshold, rise = Parameters.SurgeFee - Parameters.StaticFee;
        return after > threshold && after > before && rise > 0
            ? Parameters.StaticFee + (rise * Math.Min((after - threshold) / (1 - threshold), 1))
            : Parameters.StaticFee;
    }
}
