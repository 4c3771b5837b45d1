using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>An E-CLP's invariant and how far it may be off, 18 decimals.</summary>
/// <param name="Value">r, an underestimate; negative for a pool of dust.</param>
/// <param name="Error">err: the invariant is at most r + 2·err.</param>
internal readonly record struct EclpInvariantEstimate(Int256 Value, Int256 Error)
{
    /// <summary>(r + 2·err, r): what swaps are computed with.</summary>
    public EclpVector ToVector() => new(Int256.WrappingAdd(Value, Int256.WrappingAdd(Error, Error)), Value);
}
