using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Clp3;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.QuantAmm;
using Myco.Engine.Pools.Stable;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Workloads;

/// <summary>Pools of ordinary size, most with the parameters of deployed ones from <c>fixtures/vectors</c>.</summary>
internal static class SamplePools
{
    /// <summary>real00 of eclp.json, λ = 400.</summary>
    public static EclpParameters Eclp { get; } = EclpParameters.Create(
        new(
            Int256.Parse("988000000000000000"), Int256.Parse("1050000000000000000"), Int256.Parse("707283579973402312"),
            Int256.Parse("706929938183415611"), Int256.Parse("400000000000000000000")),
        new(
            Int256.Parse("-91797936273223331128703595770556872759"), Int256.Parse("39662815028401957930226687279861600182"),
            Int256.Parse("99489241886312064726218464511911285812"), Int256.Parse("10094094753215317810314727669349055050"),
            Int256.Parse("95643577118339844311670045560972199867"), Int256.Parse("24885848918922220631984450912496399132"),
            Int256.Parse("-14784358288624049362599522643509652296"), Int256.Parse("3893486556531390423310667555251324042"),
            Int256.Parse("100000000000000000108254687936544866500")));

    /// <summary>p00 of clp2.json.</summary>
    public static Clp2Parameters Clp2 { get; } = Clp2Parameters.Create(997_496_867_163_000_167UL, 1_002_496_882_788_171_068UL, Clp2Version.BalancerV3);

    /// <summary>p00 of clp3.json.</summary>
    public static Clp3Parameters Clp3 { get; } = Clp3Parameters.Create(999_500_000_000_000_000UL);

    /// <summary>A = 200, three tokens.</summary>
    public static StableParameters Stable { get; } = StableParameters.Create(3, 200_000UL);

    /// <summary>q00 of quantamm.json.</summary>
    public static QuantAmmParameters QuantAmm { get; } = QuantAmmParameters.Create(
        [670_600_731_000_000_000L, 30_079_278_000_000_000L, 299_405_491_000_000_000L], [129_000_000_000L, 0L, -129_000_000_000L],
        lastUpdateTime: 1_747_840_000, lastInterpolationTime: 1_747_926_400, maximumTradeSizeRatio: 300_000_000_000_000_000UL);

    /// <summary>A time while the weights of <see cref="QuantAmm"/> move.</summary>
    public static ulong QuantAmmTime => 1_747_900_000;

    public static WeightedParameters Halves { get; } = Weighted(500_000_000_000_000_000, 500_000_000_000_000_000);

    /// <summary>No quotient of two weights is 1, 2 or 4: every swap takes the general power.</summary>
    public static WeightedParameters Unequal { get; } = Weighted(500_000_000_000_000_000, 300_000_000_000_000_000, 200_000_000_000_000_000);

    /// <summary>Balances of so many whole tokens, and some digits below.</summary>
    public static UInt256[] Balances(params ulong[] tokens) =>
        [.. tokens.Select(count => UInt256.WrappingAdd(UInt256.WrappingMultiply(count, 1_000_000_000_000_000_000UL), 649_689_446_958_530_211UL))];

    private static WeightedParameters Weighted(params ulong[] weights) => WeightedParameters.Create(
        [.. weights.Select(weight => (UInt256)weight)], [.. weights.Select(_ => 18)], WeightedVersion.BeforeMinimumBalances);
}
