using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>What gyd-core's safety check finds for one vault.</summary>
/// <param name="ResultingWeight">Its weight after the order, 18 decimals.</param>
/// <param name="IsOnPeg">Every stable token lies between its floor and its ceiling.</param>
/// <param name="HasPriceLargeEnough">Some token's price reaches the minimum.</param>
/// <param name="IsWithinBand">|target − resulting weight| ≤ ⌈target·largest deviation⌉.</param>
public readonly record struct ExactTrancheSafety(UInt256 ResultingWeight, bool IsOnPeg, bool HasPriceLargeEnough, bool IsWithinBand);
