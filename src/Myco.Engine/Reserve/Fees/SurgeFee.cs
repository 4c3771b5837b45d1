namespace Myco.Engine.Reserve.Fees;

/// <summary>static, unless the order ends with I′ above the threshold and above I: then static + (surge − static)·min((I′ − threshold)/(1 − threshold), 1).</summary>
/// <param name="Static">The fee of an order that unbalances nothing.</param>
/// <param name="Surge">The fee at full imbalance.</param>
/// <param name="Threshold">The imbalance that is free, below 1.</param>
/// <remarks>Source: spec 02-reserve-system, section 5 (Balancer StableSurge).</remarks>
internal readonly record struct SurgeFee(double Static, double Surge, double Threshold) : IImbalanceFee
{
    /// <inheritdoc/>
    public double Rate(double before, double after) => after > Threshold && after > before
        ? Static + ((Surge - Static) * Math.Min((after - Threshold) / (1 - Threshold), 1))
        : Static;
}
