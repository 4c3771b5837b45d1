using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Eclp;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>eclp.json</c>.</summary>
internal static class EclpReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("eclp", ContractEra.Solidity08, () => new()
    {
        ["validateParams"] = call => EclpValidation.Check(EclpFields.Curve(call.Parameters), ref call.Fault),
        ["validateDerivedParamsLimits"] = call => EclpValidation.Check(EclpFields.Curve(call.Parameters), EclpFields.Derived(call.Parameters), ref call.Fault),
        ["calcAChiAChiInXp"] = call =>
            call.Return("val", EclpInvariant.AChiAChi(EclpFields.Curve(call.Parameters), EclpFields.Derived(call.Parameters), ref call.Fault)),
        ["calcAtAChi"] = call => call.Return("val", EclpInvariant.AtAChi(Read(call), call.Int("x"), call.Int("y"), ref call.Fault)),
        ["calcInvariantSqrt"] = SquareRoot,
        ["calculateInvariantWithError"] = Invariant,
        ["calcOutGivenIn"] = call => Swap(call, "amountIn", "amountOut", EclpSwap.OutGivenIn),
        ["calcInGivenOut"] = call => Swap(call, "amountOut", "amountIn", EclpSwap.InGivenOut),
        ["virtualOffset0"] = call => call.Return("a", EclpOffsets.Of(Read(call), 0, Vector(call), ref call.Fault)),
        ["virtualOffset1"] = call => call.Return("b", EclpOffsets.Of(Read(call), 1, Vector(call), ref call.Fault)),
        ["maxBalances0"] = call => call.Return("xp", EclpBounds.Of(Read(call), 0, Vector(call), ref call.Fault)),
        ["maxBalances1"] = call => call.Return("yp", EclpBounds.Of(Read(call), 1, Vector(call), ref call.Fault)),
        ["calcYGivenX"] = call => OtherBalance(call, 0, "x", "y"),
        ["calcXGivenY"] = call => OtherBalance(call, 1, "y", "x"),
        ["calcSpotPrice0in1"] = call => call.Return(
            "px", EclpMarginalPayout.Token0InToken1(Read(call), call.UInt("x"), call.UInt("y"), call.Int("invariant"), ref call.Fault)),
        ["computePrice"] = call => call.Return(
            "price", EclpMarginalPayout.FromOffsets(Read(call), call.UInt("x"), call.UInt("y"), call.Int("a"), call.Int("b"), ref call.Fault)),
        ["computeOffsetFromBalances"] = call =>
        {
            EclpParameters parameters = Read(call);
            ReturnOffsets(call, parameters, EclpInvariant.Compute(parameters, call.UInt("x"), call.UInt("y"), ref call.Fault).ToVector());
        },
    });

    private delegate UInt256 SwapFunction(
        EclpParameters parameters, in UInt256 balance0, in UInt256 balance1, int tokenIn, in UInt256 amount, in EclpVector vector,
        ref Kernels.Exact.Faults.Fault fault);

    private static EclpParameters Read(GoldenCall call) => EclpParameters.Unchecked(EclpFields.Curve(call.Parameters), EclpFields.Derived(call.Parameters));

    private static EclpVector Vector(GoldenCall call) => new(call.Int("rx"), call.Int("ry"));

    private static void SquareRoot(GoldenCall call)
    {
        Int256 root = EclpInvariant.SquareRoot(Read(call), call.Int("x"), call.Int("y"), out Int256 error, ref call.Fault);
        call.Return("val", root);
        call.Return("err", error);
    }

    private static void Invariant(GoldenCall call)
    {
        EclpInvariantEstimate estimate = EclpInvariant.Compute(Read(call), call.UInt("x"), call.UInt("y"), ref call.Fault);
        call.Return("invariant", estimate.Value);
        call.Return("err", estimate.Error);
    }

    private static void Swap(GoldenCall call, string given, string asked, SwapFunction swap)
    {
        EclpParameters parameters = Read(call);
        int tokenIn = call.Flag("tokenInIsToken0") ? 0 : 1;
        call.Return(asked, swap(parameters, call.UInt("x"), call.UInt("y"), tokenIn, call.UInt(given), Vector(call), ref call.Fault));
        ReturnOffsets(call, parameters, Vector(call));
    }

    private static void OtherBalance(GoldenCall call, int token, string given, string asked)
    {
        EclpParameters parameters = Read(call);
        call.Return(asked, EclpSwap.OtherBalance(parameters, token, call.Int(given), Vector(call), ref call.Fault));
        ReturnOffsets(call, parameters, Vector(call));
    }

    private static void ReturnOffsets(GoldenCall call, EclpParameters parameters, in EclpVector vector)
    {
        call.Return("a", EclpOffsets.Of(parameters, 0, vector, ref call.Fault));
        call.Return("b", EclpOffsets.Of(parameters, 1, vector, ref call.Fault));
    }
}
