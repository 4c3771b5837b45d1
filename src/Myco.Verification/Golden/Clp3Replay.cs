using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp3;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>clp3.json</c>.</summary>
internal static class Clp3Replay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("clp3", ContractEra.Solidity07, () => new()
    {
        ["calculateInvariant"] = call =>
        {
            UInt256[] balances = call.UInts("balances");
            call.Return("invariant", Clp3Invariant.Compute(
                Clp3Parameters.Unchecked(call.UInt("root3Alpha")), balances[0], balances[1], balances[2], ref call.Fault));
        },
        ["calculateCubicTerms"] = CubicTerms,
        ["calculateCubicStartingPoint"] = call =>
        {
            Clp3CubicTerms terms = new(call.UInt("a"), call.UInt("mb"), call.UInt("mc"), call.UInt("md"));
            call.Return("l0", Clp3Cubic.Start(terms, out UInt256 least, ref call.Fault));
            call.Return("lLower", least);
        },
        ["calcNewtonDelta"] = call =>
        {
            Clp3CubicTerms terms = new(default, call.UInt("mb"), call.UInt("mc"), call.UInt("md"));
            call.Return("deltaAbs", Clp3NewtonStep.Delta(
                terms, call.UInt("root3Alpha"), call.UInt("lLower"), call.UInt("rootEst"), out bool isPositive, ref call.Fault));
            call.Return("deltaIsPos", isPositive);
        },
        ["calcOutGivenIn"] = call => call.Return("amountOut", Clp3Swap.OutGivenIn(
            call.UInt("balanceIn"), call.UInt("balanceOut"), call.UInt("amountIn"), call.UInt("virtualOffset"), ref call.Fault)),
        ["calcInGivenOut"] = call => call.Return("amountIn", Clp3Swap.InGivenOut(
            call.UInt("balanceIn"), call.UInt("balanceOut"), call.UInt("amountOut"), call.UInt("virtualOffset"), ref call.Fault)),
        ["calcSpotPrice01in2"] = call =>
        {
            UInt256[] balances = call.UInts("balances");
            UInt256 offset = call.UInt("virtualOffset");
            call.Return("spotPrice0", Clp3MarginalPayout.OfAInB(balances[0], balances[2], offset, ref call.Fault));
            call.Return("spotPrice1", Clp3MarginalPayout.OfAInB(balances[1], balances[2], offset, ref call.Fault));
        },
    });

    private static void CubicTerms(GoldenCall call)
    {
        UInt256[] balances = call.UInts("balances");
        Clp3CubicTerms terms = Clp3Cubic.Terms(balances[0], balances[1], balances[2], call.UInt("root3Alpha"));
        call.Return("a", terms.A);
        call.Return("mb", terms.Mb);
        call.Return("mc", terms.Mc);
        call.Return("md", terms.Md);
    }
}
