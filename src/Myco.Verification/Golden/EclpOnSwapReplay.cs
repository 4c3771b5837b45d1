using Myco.Engine;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Verification.Eclp;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>eclp_onswap.json</c>.</summary>
internal static class EclpOnSwapReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("eclp_onswap", ContractEra.Solidity08, () => new()
    {
        ["onSwap"] = OnSwap,
    });

    private static void OnSwap(GoldenCall call)
    {
        EclpParameters parameters = EclpParameters.Unchecked(
            EclpFields.Curve(call.Parameters["params"]), EclpFields.Derived(call.Parameters["derived"]));
        SwapKind kind = call.Input["kind"].Text() == "exactIn" ? SwapKind.ExactIn : SwapKind.ExactOut;
        int tokenIn = call.Flag("tokenInIsToken0") ? 0 : 1;
        call.Return("amount", new EclpPool(parameters).OnSwap(
            kind, [call.UInt("x"), call.UInt("y")], tokenIn, 1 - tokenIn, call.UInt("amount"), ref call.Fault));
    }
}
