using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Surge;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>surge.json</c>.</summary>
internal static class SurgeReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("surge", ContractEra.Solidity08, () => new()
    {
        ["findMedian"] = call => call.Return("median", SurgeImbalance.Median(call.UInts("balances"), ref call.Fault)),
        ["calculateImbalance"] = call => call.Return("imbalance", SurgeImbalance.Of(call.UInts("balances"), ref call.Fault)),
        ["isSurgingLiquidity"] = call => call.Return("surging", SurgeImbalance.IsSurging(
            call.UInts("oldBalances"), call.UInts("newBalances"), Parameters(call.Parameters).Threshold, out UInt256 _, ref call.Fault)),
        ["computeSwapSurgeFeePercentage"] = call => call.Return("surgeFeePercentage", new SurgeHook(Parameters(call.Parameters)).SwapFee(
            new StablePool(StableParameters.Create(call.Parameters["n"].Integer(), call.Parameters["amp"].UInt())),
            call.Kind,
            call.UInts("balances"),
            call.Index("indexIn"),
            call.Index("indexOut"),
            call.UInt("amountGiven"),
            call.UInt("staticFee"),
            ref call.Fault)),
    });

    /// <summary>The hook's settings in a parameter set.</summary>
    public static SurgeParameters Parameters(VectorNode set) =>
        SurgeParameters.Create(set["maxSurgeFeePercentage"].UInt(), set["surgeThresholdPercentage"].UInt());
}
