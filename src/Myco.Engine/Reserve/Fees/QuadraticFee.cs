using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Fees;

/// <summary>static + surge·(I′ − threshold)² for an order that ends above the threshold and more unbalanced than before, else static; at most 1.</summary>
/// <param name="Static">The fee of an order that unbalances nothing.</param>
/// <param name="Surge">The factor of the square.</param>
/// <param name="Threshold">The imbalance that is free.</param>
/// <remarks>Rounding: within 2⁻⁵¹. Source: spec 02-reserve-system, section 5.</remarks>
internal readonly record struct QuadraticFee(double Static, double Surge, double Threshold) : IImbalanceFee
{
    /// <inheritdoc/>
    public double Rate(double before, double after) => Rate<Lane1>(before, after).Value;

    /// <summary>The same in any precision, or of a pack of orders.</summary>
    public TReal Rate<TReal>(TReal before, TReal after)
        where TReal : struct, IReal<TReal>
    {
        TReal excess = TReal.Max(0, after - Threshold) & TReal.LessThan(before, after);
        return TReal.Min(1, Static + (Surge * excess * excess));
    }
}
