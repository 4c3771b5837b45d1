using Myco.Bench.Baselines;
using Myco.Bench.Workloads;
using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Kernels.Exact.Integers;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Swaps on the integer ellipsoid, per quote: everything computed in each call, and on a prepared state.</summary>
internal static class ExactSurfaceRows
{
    private const double UnitsPerToken = 1e18;

    public static IReadOnlyList<RatioRow> Make() => [.. Rows(2, 400), .. Rows(8, 1000)];

    private static IEnumerable<RatioRow> Rows(int dimension, double mostNanoseconds)
    {
        var sample = SampleSurface.Draw(dimension);
        ExactEllipsoidParameters parameters = EllipsoidDerivation.FromSurface(sample.Surface, out ExactPriceBox box);
        UInt256[] balances = Array.ConvertAll(
            sample.Balances, balance => UInt256.TryFromDouble(Math.Round(balance * UnitsPerToken), out UInt256 units) ? units : throw new InvalidOperationException());
        ExactEllipsoidState.TryPrepare(parameters, balances, out PreparedPool<ExactEllipsoidState> state);
        PoolOrders orders = new(balances, 0.01);
        BigEllipsoid restatement = new(parameters);
        yield return Restatements.Row(
            $"ellipsoid swap, N = {dimension}, whole call", orders, orders.Cold(new ExactEllipsoidPool(parameters, box)), restatement.Swap, Target.Within(mostNanoseconds));
        yield return Restatements.Row($"ellipsoid swap, N = {dimension}, prepared", orders, orders.Prepared(state), restatement.Swap, Target.None);
    }
}
