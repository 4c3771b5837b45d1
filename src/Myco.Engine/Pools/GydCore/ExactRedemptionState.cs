using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.GydCore;

/// <summary>What gyd-core's PrimaryAMMV1 prices a redemption on, 18 decimals.</summary>
/// <param name="Level">x, the fading sum of what was redeemed.</param>
/// <param name="Reserve">b, the value of the reserve in dollars.</param>
/// <param name="Supply">y, the token's supply.</param>
public readonly record struct ExactRedemptionState(UInt256 Level, UInt256 Reserve, UInt256 Supply);
