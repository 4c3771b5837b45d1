using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>The invariant as the swap formulas take it, 18 decimals: overestimated where that favours the pool, underestimated elsewhere.</summary>
/// <param name="X">r + 2·err.</param>
/// <param name="Y">r.</param>
internal readonly record struct EclpVector(Int256 X, Int256 Y);
