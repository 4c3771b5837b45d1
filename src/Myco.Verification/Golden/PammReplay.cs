using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.GydCore;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>pamm.json</c>.</summary>
internal static class PammReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("pamm", ContractEra.GydCore, () => new()
    {
        ["createDerivedParams"] = DerivedParameters,
        ["computeBa"] = call => call.Return("ba", ExactRedemptionThresholds.AnchoredReserve(Parameters(call), call.UInt("xu"), ref call.Fault)),
        ["computeAlpha"] = call => call.Return("alpha", ExactRedemptionCurve.CurvatureOf(
            call.UInt("ba"), call.UInt("ya"), call.UInt("thetaBar"), call.UInt("alphaBar"), ref call.Fault)),
        ["computeXu"] = call => call.Return("xu", ExactRedemptionCurve.ThresholdLevel(
            call.UInt("ba"), call.UInt("ya"), call.UInt("alpha"), call.UInt("xuBar"), call.UInt("theta"), ref call.Fault)),
        ["computeXl"] = call => call.Return("xl", ExactRedemptionCurve.LimitLevel(
            call.UInt("ba"), call.UInt("ya"), call.UInt("alpha"), call.UInt("xu"), ref call.Fault)),
        ["computeReserveFixedParams"] = call => call.Return("b", new ExactRedemptionCurve(
            call.UInt("ba"), call.UInt("ya"), call.UInt("alpha"), call.UInt("xu"), call.UInt("xl")).Reserve(call.UInt("x"), ref call.Fault)),
        ["computeReserve"] = call => call.Return("b", Reserve(call, "x", "ba", "ya")),
        ["computeReserveValueRegion"] = call => Return(call, ExactRedemptionRegions.Find(State(call), Parameters(call), ref call.Fault)),
        ["computeAnchoredReserveValue"] = call => call.Return(
            "ba", ExactRedemptionRegions.AnchoredReserve(State(call), Parameters(call), ref call.Fault)),
        ["roundTrip"] = RoundTrip,
        ["computeRedeemAmount"] = call => call.Return("redeemAmount", ExactRedemption.Payout(
            State(call), Parameters(call), call.UInt("amount"), call.UInt("redeemDiscountRatio"), ref call.Fault)),
        ["_computeDiscountedReserveValue"] = call => call.Return("discounted", ExactRedemption.DiscountedReserve(
            call.UInt("reserveValue"), call.UInt("totalGyroSupply"), call.UInt("redeemDiscountRatio"), ref call.Fault)),
        ["Flow.updateFlow"] = call => call.Return("newFlow", ExactFlow.Update(
            call.UInt("flowHistory"), call.UInt("currentBlock"), call.UInt("lastSeenBlock"), call.UInt("memoryParam"), ref call.Fault)),
        ["FixedPoint.intPowDown"] = call => call.Return("r", ExactFlow.PowerDown(call.UInt("base"), call.UInt("exp"), ref call.Fault)),
    });

    private static ExactRedemptionParameters Parameters(GoldenCall call)
    {
        VectorNode set = call.Parameters;
        return new(
            (ulong)set["alphaBar"].UInt().Low, (ulong)set["xuBar"].UInt().Low, (ulong)set["thetaBar"].UInt().Low, (ulong)set["outflowMemory"].UInt().Low);
    }

    private static ExactRedemptionState State(GoldenCall call) =>
        new(call.UInt("redemptionLevel"), call.UInt("reserveValue"), call.UInt("totalGyroSupply"));

    private static UInt256 Reserve(GoldenCall call, string level, string reserve, string supply) =>
        new ExactRedemptionCurve(call.UInt(reserve), call.UInt(supply), Parameters(call), ref call.Fault).Reserve(call.UInt(level), ref call.Fault);

    private static void Return(GoldenCall call, RedemptionRegion region) => call.Return("region", (UInt256)(ulong)region);

    private static void RoundTrip(GoldenCall call)
    {
        UInt256 reserve = Reserve(call, "redemptionLevel", "anchoredReserveValue", "anchoredGyroSupply");
        UInt256 level = call.UInt("redemptionLevel");
        ExactRedemptionState state = new(level, reserve, UInt256.Subtract(call.UInt("anchoredGyroSupply"), level, ref call.Fault));
        call.Return("b", reserve);
        Return(call, ExactRedemptionRegions.Find(state, Parameters(call), ref call.Fault));
        call.Return("baBack", ExactRedemptionRegions.AnchoredReserve(state, Parameters(call), ref call.Fault));
    }

    private static void DerivedParameters(GoldenCall call)
    {
        ExactRedemptionThresholds thresholds = Parameters(call).Thresholds;
        call.Return("baThresholdRegionI", thresholds.Reserve1);
        call.Return("baThresholdRegionII", thresholds.Reserve2);
        call.Return("xlThresholdAtThresholdI", thresholds.Limit1);
        call.Return("xlThresholdAtThresholdII", thresholds.Limit2);
        call.Return("baThresholdIIHL", thresholds.Reserve2HighLow);
        call.Return("baThresholdIIIHL", thresholds.Reserve3HighLow);
        call.Return("xuThresholdIIHL", thresholds.Threshold2HighLow);
    }
}
