namespace Myco.Engine.Reserve.Fees;

/// <summary>static + surge·(I′ − threshold)² for an order that ends above the threshold and more unbalanced than before, else static.</summary>
/// <param name="Static">The fee of an order that unbalances nothing.</param>
/// <param name="Surge">The factor of the square.</param>
/// <param name="Threshold">The imbalance that is free.</param>
/// <remarks>Source: spec 02-reserve-system, section 5.</remarks>
internal readonly record struct QuadraticFee(double Static, double Surge, double Threshold) : IImbalanceFee
{
    /// <inheritdoc/>
    public double Rate(double before, double after)
    {
        double excess = after > before ? Math.Max(0, after - Threshold) : 0;
        return Math.Min(1, Static + (Surge * excess * excess));
    }
}
