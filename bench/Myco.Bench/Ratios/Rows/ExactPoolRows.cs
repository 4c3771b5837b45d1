using Myco.Bench.Baselines;
using Myco.Bench.Workloads;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Clp3;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Whole swaps of the contracts' pools, per quote, against the port that integrators use: the same orders, and amounts equal to the last digit.</summary>
internal static class ExactPoolRows
{
    private const string Port = "balancer-maths under node";

    private static readonly string[] ThreeTokens = ["A", "B", "C"];

    public static IReadOnlyList<RatioRow> Make() => [.. Eclp(), .. Clp(), .. Weighted(), Stable(), Power()];

    private static IEnumerable<RatioRow> Eclp()
    {
        (EclpParameters parameters, UInt256[] balances) = (SamplePools.Eclp, SamplePools.Balances(486_371, 171_294));
        (EclpCurve curve, EclpDerivedParameters derived) = (parameters.Curve, parameters.Derived);
        PoolOrders orders = new(balances, 0.1);
        Peer peer = new(orders, "eclp", new
        {
            paramsAlpha = $"{curve.Alpha}",
            paramsBeta = $"{curve.Beta}",
            paramsC = $"{curve.C}",
            paramsS = $"{curve.S}",
            paramsLambda = $"{curve.Lambda}",
            tauAlphaX = $"{derived.TauAlphaX}",
            tauAlphaY = $"{derived.TauAlphaY}",
            tauBetaX = $"{derived.TauBetaX}",
            tauBetaY = $"{derived.TauBetaY}",
            u = $"{derived.U}",
            v = $"{derived.V}",
            w = $"{derived.W}",
            z = $"{derived.Z}",
            dSq = $"{derived.DSq}",
        });
        EclpState.TryPrepare(parameters, balances, out PreparedPool<EclpState> state);
        yield return peer.Row("E-CLP swap, invariant each time", orders.Cold(new EclpPool(parameters)), Target.AtLeast(10));
        yield return peer.Row("E-CLP swap, prepared", orders.Prepared(state), Target.AtLeast(20));
    }

    private static IEnumerable<RatioRow> Clp()
    {
        // The port's V3 swaps keep V2's margins, 3e-18 of the amount (spec/04-onchain-math.md §2): orders too small for these to show.
        PoolOrders orders = new(SamplePools.Balances(225_637, 216_152), 1e-9);
        Peer peer = new(orders, "clp2", new { sqrtAlpha = $"{SamplePools.Clp2.SqrtAlpha}", sqrtBeta = $"{SamplePools.Clp2.SqrtBeta}" });
        yield return peer.Row("2-CLP swap of V3, invariant each time", orders.Cold(new Clp2Pool(SamplePools.Clp2)), Target.AtLeast(6));

        const string Title = "3-CLP swap, invariant each time";
        PoolOrders three = new(SamplePools.Balances(643_166, 2_401_748, 905_769), 0.1);
        BigClp3 restatement = new(BigIntegers.FromUInt256(SamplePools.Clp3.Root3Alpha));
        yield return Restatements.Row(Title, three, three.Cold(new Clp3Pool(SamplePools.Clp3)), restatement.Swap, Target.None);
    }

    private static IEnumerable<RatioRow> Weighted()
    {
        PoolOrders halves = new(SamplePools.Balances(73_334, 54_063_756), 0.2), unequal = new(SamplePools.Balances(73_334, 54_063_756, 905_769), 0.1);
        yield return new Peer(halves, "weighted", Weights(SamplePools.Halves))
            .Row("weighted swap, 50/50", halves.Cold(new WeightedPool(SamplePools.Halves)), Target.AtLeast(5));
        yield return new Peer(unequal, "weighted", Weights(SamplePools.Unequal))
            .Row("weighted swap, 50/30/20", unequal.Cold(new WeightedPool(SamplePools.Unequal)), Target.AtLeast(4));

        QuantAmmParameters parameters = SamplePools.QuantAmm;
        PoolOrders moving = new(SamplePools.Balances(243_995, 22_011, 512_697), 0.01);
        Peer peer = new(moving, "quantamm", new
        {
            tokens = ThreeTokens,
            firstFourWeightsAndMultipliers = Texts([.. parameters.Weights, .. parameters.Multipliers]),
            secondFourWeightsAndMultipliers = Array.Empty<string>(),
            lastUpdateTime = $"{parameters.LastUpdateTime}",
            lastInteropTime = $"{parameters.LastInterpolationTime}",
            currentTimestamp = $"{SamplePools.QuantAmmTime}",
            maxTradeSizeRatio = $"{parameters.MaximumTradeSizeRatio}",
        });
        yield return peer.Row("QuantAMM swap, three tokens", moving.Cold(new QuantAmmPool(parameters, SamplePools.QuantAmmTime)), Target.AtLeast(4));
    }

    private static RatioRow Stable()
    {
        PoolOrders orders = new(SamplePools.Balances(921_110, 429_628, 1_350_052), 0.1);
        return new Peer(orders, "stable", new { amp = $"{SamplePools.Stable.Amplification}" })
            .Row("stable swap, three tokens, invariant each time", orders.Cold(new StablePool(SamplePools.Stable)), Target.None);
    }

    private static RatioRow Power()
    {
        Powers powers = new();
        powers.Require();
        return new(
            "power x^y, 18 decimals", new Work("ours", powers.Count, powers.Ours), new Work("BigInteger", powers.Count, powers.BigInteger), Target.None);
    }

    private static object Weights(WeightedParameters parameters) => new { weights = Texts(parameters.Weights) };

    private static string[] Texts<T>(ReadOnlySpan<T> values)
    {
        string[] texts = new string[values.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = $"{values[i]}";
        }

        return texts;
    }

    /// <summary>The port with some orders.</summary>
    private sealed class Peer
    {
        private readonly PoolOrders orders;
        private readonly Work? work;
        private readonly string[] amounts;

        public Peer(PoolOrders orders, string pool, object state)
        {
            this.orders = orders;
            NodePeer? peer = orders.StartPeer(pool, state, out amounts);
            work = peer is null ? null : new(Port, 1, () => peer.Round(), peer.Round);
        }

        public RatioRow Row(string title, Action ours, Target target)
        {
            orders.Require(title, ours, amounts);
            return new(title, new Work("ours", orders.Count, ours), (Port, work), target);
        }
    }
}
