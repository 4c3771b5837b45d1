using Myco.Engine.Pools;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Surge;
using Myco.Engine.Pools.Vault;

namespace Myco.Cli.Verification.Balancer;

/// <summary>The pool and hook that a pool file names, with the rules of pools before the vectors' commit.</summary>
internal static class BalancerPools
{
    /// <summary>The file's operations.</summary>
    /// <exception cref="VectorException">The type or the hook is unknown, or a parameter is missing.</exception>
    /// <exception cref="ArgumentException">A parameter is refused.</exception>
    public static IBalancerCalls Of(BalancerPoolFile file)
    {
        string type = file.Node["poolType"].Text();
        return type switch
        {
            "STABLE" => Calls(file, Stable(file)),
            _ => throw new VectorException($"{file.Node.Where}.poolType is '{type}', which is not known; known is STABLE"),
        };
    }

    private static IBalancerCalls Calls<TPool>(BalancerPoolFile file, TPool pool)
        where TPool : struct, IPool
    {
        if (!file.Has("hook"))
        {
            return new BalancerCalls<TPool, NoHook>(file, pool, default);
        }

        VectorNode hook = file.Node["hook"];
        string type = hook["type"].Text();
        return type == "STABLE_SURGE"
            ? new BalancerCalls<TPool, SurgeHook>(file, pool, Surge(hook["dynamicData"]))
            : throw new VectorException($"{hook.Where}.type is '{type}', which is not known; known is STABLE_SURGE");
    }

    private static SurgeHook Surge(VectorNode data) =>
        new(SurgeParameters.Create(data["maxSurgeFeePercentage"].UInt(), data["surgeThresholdPercentage"].UInt()));

    private static StablePool Stable(BalancerPoolFile file) =>
        new(StableParameters.Create(file.TokenCount, file.Node["amp"].UInt(), StableVersion.WithoutImbalanceLimit));
}
