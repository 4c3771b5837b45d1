using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>static, unless the order ends with I′ above the threshold and above I: then static + (surge − static)·min((I′ − threshold)/(1 − threshold), 1).</summary>
/// <param name="Static">The fee of an order that unbalances nothing.</param>
/// <param name="Surge">The fee at full imbalance.</param>
/// <param name="Threshold">The imbalance that is free, below 1.</param>
/// <remarks>Rounding: within 2⁻⁵¹. Source: spec 02-reserve-system, section 5 (Balancer StableSurge).</remarks>
internal readonly record struct SurgeFee(double Static, double Surge, double Threshold) : IImbalanceFee
{
    /// <inheritdoc/>
    public double Rate(double before, double after) => Rate<Lane1>(before, after).Value;

    /// <summary>The same in any precision, or of a pack of orders.</summary>
    public TReal Rate<TReal>(TReal before, TReal after)
        where TReal : struct, IReal<TReal>
    {
        TReal least = Static, threshold = Threshold;
        TReal surges = TReal.LessThan(threshold, after) & TReal.LessThan(before, after);
        TReal part = TReal.Min((after - threshold) / (1 - threshold), 1);
        return TReal.Select(surges, least + ((Surge - least) * part), least);
    }
}
