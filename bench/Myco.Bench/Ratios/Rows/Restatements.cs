using System.Numerics;
using Myco.Bench.Workloads;
using Myco.Engine.Pools;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Rows of pools that the port lacks, against the same formulas in <see cref="BigInteger"/>.</summary>
internal static class Restatements
{
    /// <summary>A row whose amounts are equal to the last digit.</summary>
    public static RatioRow Row(string title, PoolOrders orders, Action ours, Func<BigInteger[], ExactOrder, BigInteger, BigInteger> swap, Target target)
    {
        Action restated = orders.Restated(swap, out BigInteger[] amounts);
        restated();
        orders.Require(title, ours, amounts.Select(amount => amount.ToString()));
        return new(title, new Work("ours", orders.Count, ours), new Work("BigInteger; not in the port", orders.Count, restated), target);
    }
}
