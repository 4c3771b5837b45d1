using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools;

/// <summary>One swap to be quoted.</summary>
/// <param name="Kind">Which amount is given.</param>
/// <param name="TokenIn">The token paid in.</param>
/// <param name="TokenOut">The token paid out.</param>
/// <param name="Amount">The amount given, in the units of the pool's state.</param>
public readonly record struct ExactOrder(SwapKind Kind, int TokenIn, int TokenOut, UInt256 Amount);
