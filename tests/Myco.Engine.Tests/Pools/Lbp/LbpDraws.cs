using Myco.Engine.Pools.Lbp;
using Myco.Engine.Pools.Weighted;
using Myco.Kernels.Exact.Integers;
using static Myco.Engine.Tests.Pools.Weighted.WeightedDraws;

namespace Myco.Engine.Tests.Pools.Lbp;

/// <summary>Sales from second 1000 to second 2000.</summary>
internal static class LbpDraws
{
    public const ulong Start = 1000;
    public const ulong End = 2000;

    public static readonly WeightSchedule Falling = new(Start, End, 90 * Percent, 20 * Percent);

    public static LbpParameters Sale(ulong virtualBalance = 0, bool blocks = false, WeightedVersion version = WeightedVersion.Current) =>
        LbpParameters.Create(Falling, projectToken: 0, [18, 6], virtualBalance, blocks, version);

    public static LbpParameters Random(Random random)
    {
        ulong start = (ulong)random.Next(1, 99), end = (ulong)random.Next(1, 99);
        WeightSchedule schedule = new(Start, Start + (ulong)random.Next(1000), start * Percent, end * Percent);
        int[] decimals = [random.Next(19), random.Next(19)];
        return LbpParameters.Create(schedule, random.Next(2), decimals, (ulong)random.NextInt64(long.MaxValue), random.Next(4) == 0);
    }

    public static UInt256[] Pair(Random random, bool any) => any ? [AnyWord(random), AnyWord(random)] : [Balance(random), Balance(random)];
}
