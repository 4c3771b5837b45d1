using Myco.Kernels.Exact.Integers;

namespace Myco.Engine.Pools.Eclp;

/// <summary>What the deployer of an E-CLP derived from its curve off chain, 38 decimals.</summary>
/// <remarks>Inputs, never recomputed: some deployed pools carry values a unit off. Source: spec/04-onchain-math.md §1.3.</remarks>
/// <param name="TauAlphaX">τ(α)_x.</param>
/// <param name="TauAlphaY">τ(α)_y.</param>
/// <param name="TauBetaX">τ(β)_x.</param>
/// <param name="TauBetaY">τ(β)_y.</param>
/// <param name="U">s·c·(τ(β)_x − τ(α)_x).</param>
/// <param name="V">s²·τ(β)_y + c²·τ(α)_y.</param>
/// <param name="W">s·c·(τ(β)_y − τ(α)_y).</param>
/// <param name="Z">c²·τ(β)_x + s²·τ(α)_x.</param>
/// <param name="DSq">c² + s².</param>
public readonly record struct EclpDerivedParameters(
    Int256 TauAlphaX, Int256 TauAlphaY, Int256 TauBetaX, Int256 TauBetaY, Int256 U, Int256 V, Int256 W, Int256 Z, Int256 DSq);
