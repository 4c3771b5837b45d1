using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

namespace Myco.Cli.Verification.Golden;

/// <summary>The functions of <c>lbp.json</c>.</summary>
internal static class LbpReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("lbp", ContractEra.Solidity08, new Dictionary<string, Action<GoldenCall>>
    {
        ["calculateValueChangeProgress"] = call => call.Return(
            "progress", GradualValue.Progress(Seconds(call.Parameters, "startTime"), Seconds(call.Parameters, "endTime"), Seconds(call.Input, "timestamp"))),
        ["interpolateValue"] = call => call.Return(
            "value", GradualValue.Interpolate(call.UInt("startValue"), call.UInt("endValue"), call.UInt("pctProgress"), ref call.Fault)),
        ["getInterpolatedValue"] = call => call.Return("value", GradualValue.At(
            call.UInt("startValue"),
            call.UInt("endValue"),
            Seconds(call.Input, "startTime"),
            Seconds(call.Input, "endTime"),
            Seconds(call.Input, "timestamp"),
            ref call.Fault)),
        ["getNormalizedWeights"] = GetNormalizedWeights,
        ["onSwap"] = OnSwap,
        ["computeInvariant"] = call => call.Return("invariant", Pool(call).ComputeInvariant(
            call.UInts("balances"), call.Flag("roundUp") ? Rounding.Up : Rounding.Down, ref call.Fault)),
    });

    private static void GetNormalizedWeights(GoldenCall call)
    {
        LbpPool pool = Pool(call);
        call.Return("_0", [pool.Weight(0), pool.Weight(1)]);
    }

    private static void OnSwap(GoldenCall call) => call.Return("_0", Pool(call).OnSwap(
        call.Flag("exactOut") ? SwapKind.ExactOut : SwapKind.ExactIn,
        call.UInts("balances"),
        call.Index("indexIn"),
        call.Index("indexOut"),
        call.UInt("amountGiven"),
        ref call.Fault));

    private static LbpPool Pool(GoldenCall call)
    {
        VectorNode set = call.Parameters;
        WeightSchedule schedule = new(
            Seconds(set, "startTime"), Seconds(set, "endTime"), set["projectTokenStartWeight"].UInt(), set["projectTokenEndWeight"].UInt());
        int[] decimals = [.. set["decimals"].List().Select(node => node.Integer())];
        Revert refused = LbpParameters.TryCreate(
            schedule,
            set["projectTokenIndex"].Integer(),
            decimals,
            set["reserveTokenVirtualBalanceRaw"].UInt(),
            set["blockProjectTokenSwapsIn"].Flag(),
            WeightedVersion.Current,
            out LbpParameters? parameters);
        return new(parameters ?? throw new VectorException($"{set.Where}: the parameters are refused: {refused}"), Seconds(call.Input, "timestamp"));
    }

    private static ulong Seconds(VectorNode node, string key)
    {
        UInt256 seconds = node[key].UInt();
        return seconds.BitLength <= 64 ? seconds.Limb0 : throw new VectorException($"{node.Where}.{key} is above 2^64 - 1; give seconds");
    }
}
