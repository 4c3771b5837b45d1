using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Orders to the composed system, every check included, per order: at most two microseconds, and nothing allocated.</summary>
internal static class ReserveRows
{
    private const int Orders = 64;

    public static IReadOnlyList<RatioRow> Make()
    {
        ReserveOrders orders = new();
        return
        [
            new("deposit into four vaults", Many("ours", orders.Deposit), Many("plain doubles, arrays", orders.PlainDeposit), Target.Within(2_000)),
            new("redemption from four vaults", Many("ours", orders.Redeem), Many("plain doubles, arrays, bisection", orders.PlainRedeem), Target.Within(2_000)),
        ];
    }

    private static Work Many(string name, Func<double> order) => new(name, Orders, () =>
    {
        for (int i = 0; i < Orders; i++)
        {
            _ = order();
        }
    });
}
