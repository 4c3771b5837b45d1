using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>stable.json</c>.</summary>
internal static class StableReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("stable", ContractEra.Solidity08, () => new()
    {
        ["computeInvariant"] = call => call.Return(
            "invariant", StableInvariant.Compute(Amplification(call), call.UInts("balances"), ref call.Fault)),
        ["computeOutGivenExactIn"] = call => call.Return("amountOut", StableSwap.OutGivenIn(
            Amplification(call),
            call.UInts("balances"),
            call.Index("tokenIndexIn"),
            call.Index("tokenIndexOut"),
            call.UInt("amountIn"),
            call.UInt("invariant"),
            ref call.Fault)),
        ["computeInGivenExactOut"] = call => call.Return("amountIn", StableSwap.InGivenOut(
            Amplification(call),
            call.UInts("balances"),
            call.Index("tokenIndexIn"),
            call.Index("tokenIndexOut"),
            call.UInt("amountOut"),
            call.UInt("invariant"),
            ref call.Fault)),
        ["computeBalance"] = call => call.Return("balance", StableInvariant.Balance(
            Amplification(call), call.UInts("balances"), call.Index("tokenIndex"), call.UInt("invariant"), ref call.Fault)),
        ["checkImbalance"] = call =>
        {
            StableImbalance.Check(call.UInts("balances"), ref call.Fault);
            call.Return("ok", true);
        },
        ["poolComputeInvariant"] = call => call.Return(
            "invariant", Pool(call).ComputeInvariant(call.UInts("balances"), call.Rounding, ref call.Fault)),
        ["poolComputeBalance"] = call => call.Return("newBalance", Pool(call).ComputeBalance(
            call.UInts("balances"), call.Index("tokenIndex"), call.UInt("invariantRatio"), ref call.Fault)),
        ["poolOnSwap"] = call => call.Return("amountCalculatedScaled18", Pool(call).OnSwap(
            call.Kind, call.UInts("balances"), call.Index("indexIn"), call.Index("indexOut"), call.UInt("amountGiven"), ref call.Fault)),
        ["poolAmplification"] = call =>
        {
            AmplificationSchedule schedule = Schedule(call);
            call.Return("value", schedule.At(call.UInt("timestamp"), ref call.Fault));
            call.Return("isUpdating", schedule.IsMoving(call.UInt("timestamp")));
        },
        ["poolInvariantDuringRamp"] = call =>
        {
            UInt256 amplification = Schedule(call).At(call.UInt("timestamp"), ref call.Fault);
            StablePool pool = new(StableParameters.Create(call.Parameters["n"].Integer(), amplification));
            call.Return("invariant", pool.ComputeInvariant(call.UInts("balances"), call.Rounding, ref call.Fault));
        },
    });

    private static UInt256 Amplification(GoldenCall call) => call.Parameters["amp"].UInt();

    private static StablePool Pool(GoldenCall call) => new(StableParameters.Create(call.Parameters["n"].Integer(), Amplification(call)));

    private static AmplificationSchedule Schedule(GoldenCall call) => new(
        call.Parameters["ampStart"].UInt(), call.Parameters["ampEnd"].UInt(), call.Parameters["startTime"].UInt(), call.Parameters["endTime"].UInt());
}
