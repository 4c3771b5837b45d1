using Myco.Engine.Pools;
using Myco.Engine.Pools.QuantAmm;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>quantamm.json</c>.</summary>
internal static class QuantAmmReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("quantamm", ContractEra.Solidity08, () => new()
    {
        ["getNormalizedWeights"] = GetNormalizedWeights,
        ["onSwap"] = call => call.Return("_0", Pool(call).OnSwap(
            call.Kind,
            call.UInts("balances"),
            call.Index("indexIn"),
            call.Index("indexOut"),
            call.UInt("amountGiven"),
            ref call.Fault)),
        ["computeInvariant"] = call => call.Return("_0", Pool(call).ComputeInvariant(
            call.UInts("balances"), call.Rounding, ref call.Fault)),
        ["computeBalance"] = call => call.Return("newBalance", Pool(call).ComputeBalance(
            call.UInts("balances"), call.Index("tokenIndex"), call.UInt("invariantRatio"), ref call.Fault)),
        ["calculateBlockNormalisedWeight"] = call => call.Return(
            "weight", MovingWeight.At(call.Int("weight"), call.Int("multiplier"), call.UInt("timeSinceLastUpdate"), ref call.Fault)),
        ["packUnpack8"] = PackAndUnpack,
    });

    private static void GetNormalizedWeights(GoldenCall call)
    {
        QuantAmmPool pool = Pool(call);
        var weights = new UInt256[pool.TokenCount];
        pool.CopyWeights(weights, ref call.Fault);
        call.Return("_0", weights);
    }

    private static void PackAndUnpack(GoldenCall call)
    {
        Int256[] values = call.Input["values"].Ints();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = WeightPacking.Unpack(WeightPacking.Pack(values[i], ref call.Fault));
        }

        call.Return("b", values);
    }

    private static QuantAmmPool Pool(GoldenCall call)
    {
        VectorNode set = call.Parameters;
        Revert refused = QuantAmmParameters.TryCreate(
            set["weights"].Ints(),
            set["multipliers"].Ints(),
            set["lastUpdateTime"].Seconds(),
            set["lastInteropTime"].Seconds(),
            set["maxTradeSizeRatio"].UInt(),
            out QuantAmmParameters? parameters);
        return new(parameters ?? throw set.Problem($"is refused: {refused}"), call.Input["timestamp"].Seconds());
    }
}
