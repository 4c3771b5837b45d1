using Myco.Engine.Pools;
using Myco.Engine.Pools.Weighted;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>weighted.json</c>.</summary>
internal static class WeightedReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("weighted", ContractEra.Solidity08, () => new()
    {
        ["computeInvariantDown"] = call => call.Return(
            "invariant", WeightedInvariant.Down(call.UInts("normalizedWeights"), call.UInts("balances"), ref call.Fault)),
        ["computeInvariantUp"] = call => call.Return(
            "invariant", WeightedInvariant.Up(call.UInts("normalizedWeights"), call.UInts("balances"), ref call.Fault)),
        ["computeOutGivenExactIn"] = call => call.Return("amountOut", WeightedSwap.OutGivenExactIn(
            call.UInt("balanceIn"), call.UInt("weightIn"), call.UInt("balanceOut"), call.UInt("weightOut"), call.UInt("amountIn"), ref call.Fault)),
        ["computeInGivenExactOut"] = call => call.Return("amountIn", WeightedSwap.InGivenExactOut(
            call.UInt("balanceIn"), call.UInt("weightIn"), call.UInt("balanceOut"), call.UInt("weightOut"), call.UInt("amountOut"), ref call.Fault)),
        ["computeBalanceOutGivenInvariant"] = call => call.Return("newBalance", WeightedInvariant.BalanceForRatio(
            call.UInt("currentBalance"), call.UInt("weight"), call.UInt("invariantRatio"), ref call.Fault)),
    });
}
