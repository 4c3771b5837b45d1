namespace Myco.Engine.Reserve.Fees;

/// <summary>A fee that grows with the square of the imbalance above a threshold: for transfers between nodes.</summary>
/// <remarks>static + surge·(I′ − threshold)² when I′ > threshold and I′ > I; else static. Source: spec 02-reserve-system, section 5.</remarks>
/// <param name="Parameters">The three numbers.</param>
public sealed record QuadraticFee(FeeParameters Parameters) : IImbalanceFee
{
    /// <inheritdoc/>
    public double FeeOf(double before, double after)
    {
        double excess = after - Parameters.Threshold;
        return excess > 0 && after > before
            ? Math.Min(Parameters.StaticFee + (Parameters.SurgeFee * excess * excess), FeeParameters.LargestFee)
            : Parameters.StaticFee;
    }
}
