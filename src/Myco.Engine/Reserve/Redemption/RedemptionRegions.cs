using Myco.Kernels.Lanes;

namespace Myco.Engine.Reserve.Redemption;

/// <summary>Finds which curve passes through a state: its region, and its deficit in closed form.</summary>
/// <remarks>Source: spec 02-reserve-system, section 3; spec 04-onchain-math, section 1.8, in deficits instead of reserves.</remarks>
internal static class RedemptionRegions
{
    /// <summary>The region of a state whose supply is above 0.</summary>
    public static RedemptionRegion Find(RedemptionParameters parameters, in RedemptionState state) =>
        (RedemptionRegion)RedemptionRegions<Lane1>.Find(parameters.Thresholds, Normalise(parameters, state)).Value;

    /// <summary>δ = 1 − b_a of the curve through a state, in parts of the anchor supply; NaN for <see cref="RedemptionRegion.Par"/> and
    /// <see cref="RedemptionRegion.Floor"/>, which have none.</summary>
    /// <param name="parameters">The curve's parameters.</param>
    /// <param name="state">The state.</param>
    /// <param name="region">Its region, from <see cref="Find"/>.</param>
    public static double DeficitOf(RedemptionParameters parameters, in RedemptionState state, RedemptionRegion region) =>
        RedemptionRegions<Lane1>.DeficitOf(parameters.Thresholds, Normalise(parameters, state), (int)region).Value;

    private static NormalisedState<Lane1> Normalise(RedemptionParameters parameters, in RedemptionState state) =>
        new(state.Level, state.Reserve, state.Supply, parameters.FloorRate);
}
