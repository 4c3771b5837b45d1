using Myco.Engine.Pools;
using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.Weighted;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>lbp.json</c>.</summary>
internal static class LbpReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("lbp", ContractEra.Solidity08, () => new()
    {
        ["calculateValueChangeProgress"] = call => call.Return(
            "progress", GradualValue.Progress(call.Parameters["startTime"].Seconds(), call.Parameters["endTime"].Seconds(), call.Input["timestamp"].Seconds())),
        ["interpolateValue"] = call => call.Return(
            "value", GradualValue.Interpolate(call.UInt("startValue"), call.UInt("endValue"), call.UInt("pctProgress"), ref call.Fault)),
        ["getInterpolatedValue"] = call => call.Return("value", GradualValue.At(
            call.UInt("startValue"),
            call.UInt("endValue"),
            call.Input["startTime"].Seconds(),
            call.Input["endTime"].Seconds(),
            call.Input["timestamp"].Seconds(),
            ref call.Fault)),
        ["getNormalizedWeights"] = GetNormalizedWeights,
        ["onSwap"] = OnSwap,
        ["computeInvariant"] = call => call.Return("invariant", Pool(call).ComputeInvariant(
            call.UInts("balances"), call.Rounding, ref call.Fault)),
    });

    private static void GetNormalizedWeights(GoldenCall call)
    {
        LbpPool pool = Pool(call);
        call.Return("_0", [pool.Weight(0), pool.Weight(1)]);
    }

    private static void OnSwap(GoldenCall call) => call.Return("_0", Pool(call).OnSwap(
        call.Kind,
        call.UInts("balances"),
        call.Index("indexIn"),
        call.Index("indexOut"),
        call.UInt("amountGiven"),
        ref call.Fault));

    private static LbpPool Pool(GoldenCall call)
    {
        VectorNode set = call.Parameters;
        WeightSchedule schedule = new(
            set["startTime"].Seconds(), set["endTime"].Seconds(), set["projectTokenStartWeight"].UInt(), set["projectTokenEndWeight"].UInt());
        Revert refused = LbpParameters.TryCreate(
            schedule,
            set["projectTokenIndex"].Integer(),
            set["decimals"].Integers(),
            set["reserveTokenVirtualBalanceRaw"].UInt(),
            set["blockProjectTokenSwapsIn"].Flag(),
            WeightedVersion.Current,
            out LbpParameters? parameters);
        return new(parameters ?? throw set.Problem($"is refused: {refused}"), call.Input["timestamp"].Seconds());
    }
}
