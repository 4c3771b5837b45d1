using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Surge;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Verification.Eclp;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>The functions of <c>vault.json</c>, each on a fresh state of the pool that the parameter set names.</summary>
internal static class VaultReplay
{
    /// <summary>The library.</summary>
    public static GoldenLibrary Library { get; } = new("vault", ContractEra.Solidity08, () => new[]
    {
        "swapExactIn", "swapExactOut", "addProportional", "addUnbalanced", "addSingleTokenExactOut", "addDonation",
        "removeProportional", "removeProportionalAfterAdd", "removeSingleTokenExactIn", "removeSingleTokenExactOut",
    }.ToDictionary(function => function, function => (Action<GoldenCall>)(call => Run(function, call))));

    private static void Run(string function, GoldenCall call)
    {
        VectorNode set = call.Parameters;
        switch (set["poolType"].Text())
        {
            case "stable" when set.Has("hook"):
                VaultCalls<StablePool, SurgeHook>.Run(function, call, Stable(set), new SurgeHook(SurgeReplay.Parameters(set["hook"])));
                break;
            case "stable":
                VaultCalls<StablePool, NoHook>.Run(function, call, Stable(set), default);
                break;
            case "weighted":
                VaultCalls<WeightedPool, NoHook>.Run(function, call, Weighted(set), default);
                break;
            case "eclp":
                VaultCalls<EclpPool, NoHook>.Run(function, call, Eclp(set["eclp"]), default);
                break;
            default:
                throw set["poolType"].Problem($"is '{set["poolType"].Text()}'; it must be stable, weighted or eclp; correct the file");
        }
    }

    private static StablePool Stable(VectorNode set) => new(StableParameters.Create(set["decimals"].List().Count, set["amp"].UInt()));

    private static WeightedPool Weighted(VectorNode set) =>
        new(WeightedParameters.Create(set["normalizedWeights"].UInts(), set["decimals"].Integers()));

    private static EclpPool Eclp(VectorNode set) => new(EclpParameters.Create(EclpFields.Curve(set), EclpFields.Derived(set)));
}
