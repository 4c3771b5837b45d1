using Myco.Engine.Pools;
using Myco.Engine.Pools.GydCore;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>reserve_safety.json</c>.</summary>
internal static class ReserveSafetyReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("reserve_safety", ContractEra.GydCore, () => new()
    {
        ["_calculateWeightsAndTotal"] = Weights,
        ["isMintSafe"] = call =>
        {
            ExactTranche[] vaults = Vaults(call);
            ReturnErrorCode(call, Safety(call).CheckMint(vaults, new ExactTrancheSafety[vaults.Length], ref call.Fault));
        },
        ["isRedeemSafe"] = call =>
        {
            ExactTranche[] vaults = Vaults(call);
            ReturnErrorCode(call, Safety(call).CheckRedeem(vaults, new ExactTrancheSafety[vaults.Length], ref call.Fault));
        },
        ["evaluateOrder"] = EvaluateOrder,
    });

    private static ExactReserveSafety Safety(GoldenCall call) =>
        new(call.Parameters["maxAllowedVaultDeviation"].UInt(), call.Parameters["minTokenPrice"].UInt());

    private static ExactTranche[] Vaults(GoldenCall call) => [.. call.Input["vaults"].List().Select(vault =>
        new ExactTranche([.. vault["pricedTokens"].List().Select(Token)])
        {
            Decimals = (byte)vault["decimals"].Integer(),
            Price = vault["price"].UInt(),
            Balance = vault["reserveBalance"].UInt(),
            Amount = vault["amount"].UInt(),
            CurrentWeight = vault["currentWeight"].UInt(),
            TargetWeight = vault["targetWeight"].UInt(),
        })];

    private static ExactPricedToken Token(VectorNode token) =>
        new(token["isStable"].Flag(), token["price"].UInt(), token["floor"].UInt(), token["ceiling"].UInt());

    private static void Weights(GoldenCall call)
    {
        UInt256[] amounts = call.UInts("amounts");
        UInt256[] weights = new UInt256[amounts.Length];
        call.Return("total", ExactReserveSafety.Weights(amounts, call.UInts("prices"), weights, ref call.Fault));
        call.Return("weights", weights);
    }

    private static void ReturnErrorCode(GoldenCall call, Revert revert) =>
        call.Return("errorCode", revert == Revert.None ? string.Empty : RevertCatalog.OnChain(revert, ContractEra.GydCore).Text);

    private static void EvaluateOrder(GoldenCall call)
    {
        ExactTranche[] vaults = Vaults(call);
        var safeties = new ExactTrancheSafety[vaults.Length];
        ExactOrderSafety order = Safety(call).Evaluate(call.Flag("mint"), vaults, safeties, ref call.Fault);
        call.Return("allVaultsWithinEpsilon", order.AllWithinBand);
        call.Return("allStablecoinsAllVaultsOnPeg", order.AllOnPeg);
        call.Return("allVaultsUsingLargeEnoughPrices", order.AllPricesLargeEnough);
        call.Return("safeOutside", order.OutsideComesCloser);
        call.Return("offPegFalls", order.OffPegFalls);
        call.Return("canOperateDepegged", order.CanOperateOffPeg);
        for (int i = 0; i < safeties.Length; i++)
        {
            call.Return($"vaults[{i}].resultingWeight", safeties[i].ResultingWeight);
            call.Return($"vaults[{i}].allStablecoinsOnPeg", safeties[i].IsOnPeg);
            call.Return($"vaults[{i}].atLeastOnePriceLargeEnough", safeties[i].HasPriceLargeEnough);
            call.Return($"vaults[{i}].vaultWithinEpsilon", safeties[i].IsWithinBand);
        }
    }
}
