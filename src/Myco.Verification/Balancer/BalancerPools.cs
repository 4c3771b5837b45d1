using Myco.Engine.Formats;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Surge;
using Myco.Engine.Pools.Vault;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Vectors;

namespace Myco.Verification.Balancer;

/// <summary>The pool and hook that a pool file names, with the rules of pools before the vectors' commit.</summary>
internal static class BalancerPools
{
    /// <summary>The file's operations.</summary>
    /// <exception cref="DocumentException">The type or the hook is unknown, or a parameter is missing.</exception>
    /// <exception cref="ArgumentException">A parameter is refused.</exception>
    public static IBalancerCalls Of(BalancerPoolFile file)
    {
        string type = file.Node["poolType"].Text();
        return type switch
        {
            "STABLE" => Calls(file, Stable(file)),
            "WEIGHTED" => Calls(file, Weighted(file)),
            "GYROE" => Calls(file, Eclp(file.Node)),
            "GYRO" => Calls(file, Clp2(file.Node)),
            "LIQUIDITY_BOOTSTRAPPING" => Calls(file, Lbp(file)),
            "QUANT_AMM_WEIGHTED" => Calls(file, QuantAmm(file)),
            _ => throw file.Node["poolType"].Problem(
                $"is '{type}', which is not known; known are STABLE, WEIGHTED, GYROE, GYRO, LIQUIDITY_BOOTSTRAPPING and QUANT_AMM_WEIGHTED"),
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
            : throw hook["type"].Problem($"is '{type}', which is not known; known is STABLE_SURGE");
    }

    private static SurgeHook Surge(VectorNode data) =>
        new(SurgeParameters.Create(data["maxSurgeFeePercentage"].UInt(), data["surgeThresholdPercentage"].UInt()));

    private static StablePool Stable(BalancerPoolFile file) =>
        new(StableParameters.Create(file.TokenCount, file.Node["amp"].UInt(), StableVersion.WithoutImbalanceLimit));

    private static WeightedPool Weighted(BalancerPoolFile file) =>
        new(WeightedParameters.Create(file.Node["weights"].UInts(), file.Decimals, WeightedVersion.BeforeMinimumBalances));

    private static EclpPool Eclp(VectorNode pool) => new(EclpParameters.Create(
        new(pool["paramsAlpha"].Int(), pool["paramsBeta"].Int(), pool["paramsC"].Int(), pool["paramsS"].Int(), pool["paramsLambda"].Int()),
        new(
            pool["tauAlphaX"].Int(), pool["tauAlphaY"].Int(), pool["tauBetaX"].Int(), pool["tauBetaY"].Int(),
            pool["u"].Int(), pool["v"].Int(), pool["w"].Int(), pool["z"].Int(), pool["dSq"].Int())));

    private static Clp2Pool Clp2(VectorNode pool) =>
        new(Clp2Parameters.Create(pool["paramsSqrtAlpha"].UInt(), pool["paramsSqrtBeta"].UInt(), Clp2Version.BalancerV3));

    private static LbpPool Lbp(BalancerPoolFile file)
    {
        VectorNode pool = file.Node;
        int project = pool["projectTokenIndex"].Integer();
        UInt256[] start = pool["startWeights"].UInts(), end = pool["endWeights"].UInts();
        if ((uint)project > 1 || start.Length != 2 || end.Length != 2)
        {
            throw pool.Problem("must have two startWeights, two endWeights and a projectTokenIndex of 0 or 1; correct the file");
        }

        WeightSchedule schedule = new(pool["startTime"].Seconds(), pool["endTime"].Seconds(), start[project], end[project]);
        LbpParameters parameters = LbpParameters.Create(
            schedule,
            project,
            file.Decimals,
            blocksProjectTokenIn: file.Flag("isProjectTokenSwapInBlocked"),
            version: WeightedVersion.BeforeMinimumBalances);
        return new(parameters, pool["currentTimestamp"].Seconds());
    }

    /// <remarks>Weights and multipliers of up to four tokens come first, those of the others in the second list; in each the weights, then as many multipliers.</remarks>
    private static QuantAmmPool QuantAmm(BalancerPoolFile file)
    {
        VectorNode pool = file.Node;
        Int256[] first = pool["firstFourWeightsAndMultipliers"].Ints(), second = pool["secondFourWeightsAndMultipliers"].Ints();
        int inFirst = Math.Min(4, file.TokenCount), inSecond = file.TokenCount - inFirst;
        if (first.Length < 2 * inFirst || second.Length < 2 * inSecond)
        {
            throw pool.Problem($"has {file.TokenCount} tokens; give a weight and a multiplier for each");
        }

        QuantAmmParameters parameters = QuantAmmParameters.Create(
            [.. first[..inFirst], .. second[..inSecond]],
            [.. first[inFirst..(2 * inFirst)], .. second[inSecond..(2 * inSecond)]],
            pool["lastUpdateTime"].Seconds(),
            pool["lastInteropTime"].Seconds(),
            pool["maxTradeSizeRatio"].UInt());
        return new(parameters, pool["currentTimestamp"].Seconds());
    }
}
