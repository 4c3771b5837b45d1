using Myco.Engine.Reserve.Redemption;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Tests.Reserve.Redemption;

/// <summary>The regions and deficits of states, by doubles.</summary>
internal static class RedemptionRegions
{
    public static RedemptionRegion Find(RedemptionParameters parameters, in RedemptionState state) =>
        (RedemptionRegion)RedemptionRegions<Lane1>.Find(parameters.Thresholds, Normalise(parameters, state)).Value;

    public static double DeficitOf(RedemptionParameters parameters, in RedemptionState state, RedemptionRegion region) =>
        RedemptionRegions<Lane1>.DeficitOf(parameters.Thresholds, Normalise(parameters, state), (int)region).Value;

    private static NormalisedState<Lane1> Normalise(RedemptionParameters parameters, in RedemptionState state) =>
        new(state.Level, state.Reserve, state.Supply, parameters.FloorRate);
}
