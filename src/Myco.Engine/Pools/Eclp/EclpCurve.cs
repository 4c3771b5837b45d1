using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The five numbers that say which ellipse an E-CLP trades on, 18 decimals.</summary>
/// <param name="Alpha">The least price.</param>
/// <param name="Beta">The largest price.</param>
/// <param name="C">The cosine of the rotation.</param>
/// <param name="S">The sine of the rotation.</param>
/// <param name="Lambda">The stretch λ.</param>
public readonly record struct EclpCurve(Int256 Alpha, Int256 Beta, Int256 C, Int256 S, Int256 Lambda);
