using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>clp2.json</c>.</summary>
internal static class Clp2Replay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("clp2", ContractEra.Solidity08, () => Functions(Clp2Version.BalancerV3));

    /// <summary>The functions of one version; only V3 has a price.</summary>
    public static Dictionary<string, Action<GoldenCall>> Functions(Clp2Version version) => new()
    {
        ["calculateInvariant"] = call => call.Return("invariant", Clp2Invariant.Compute(
            Read(call, version), call.UInts("balances")[0], call.UInts("balances")[1], RoundingOf(call, version), ref call.Fault)),
        ["calculateQuadraticTerms"] = call => QuadraticTerms(call, version),
        ["calculateVirtualParameter0"] = call => call.Return("virtualParam", Clp2Invariant.VirtualOffset0(
            Clp2Parameters.Unchecked(default, call.UInt("sqrtBeta"), version), call.UInt("invariant"), RoundingOf(call, version), ref call.Fault)),
        ["calculateVirtualParameter1"] = call => call.Return("virtualParam", Clp2Invariant.VirtualOffset1(
            Clp2Parameters.Unchecked(call.UInt("sqrtAlpha"), default, version), call.UInt("invariant"), RoundingOf(call, version), ref call.Fault)),
        ["calcOutGivenIn"] = call => call.Return("amountOut", Clp2Swap.OutGivenIn(
            version, call.UInt("balanceIn"), call.UInt("balanceOut"), call.UInt("amountIn"),
            call.UInt("virtualOffsetIn"), call.UInt("virtualOffsetOut"), ref call.Fault)),
        ["calcInGivenOut"] = call => call.Return("amountIn", Clp2Swap.InGivenOut(
            version, call.UInt("balanceIn"), call.UInt("balanceOut"), call.UInt("amountOut"),
            call.UInt("virtualOffsetIn"), call.UInt("virtualOffsetOut"), ref call.Fault)),
        ["calcSpotPriceAinB"] = call => call.Return("price", Clp2MarginalPayout.OfAInB(
            call.UInt("balanceA"), call.UInt("virtualParameterA"), call.UInt("balanceB"), call.UInt("virtualParameterB"), ref call.Fault)),
    };

    private static Clp2Parameters Read(GoldenCall call, Clp2Version version) =>
        Clp2Parameters.Unchecked(call.UInt("sqrtAlpha"), call.UInt("sqrtBeta"), version);

    private static Rounding RoundingOf(GoldenCall call, Clp2Version version) =>
        version == Clp2Version.BalancerV3 ? call.Rounding : Rounding.Down;

    private static void QuadraticTerms(GoldenCall call, Clp2Version version)
    {
        Clp2QuadraticTerms terms = Clp2Invariant.QuadraticTerms(
            Read(call, version), call.UInts("balances")[0], call.UInts("balances")[1], RoundingOf(call, version), ref call.Fault);
        call.Return("a", terms.A);
        call.Return("mb", terms.Mb);
        call.Return("bSquare", terms.BSquare);
        call.Return("mc", terms.Mc);
    }
}
