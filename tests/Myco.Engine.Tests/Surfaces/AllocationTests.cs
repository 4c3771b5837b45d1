using Myco.Engine.Surfaces;
using Myco.Engine.Tests.Surfaces.Draws;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Surfaces;

/// <summary>No quote and no step allocates, whether it is a pair's first or a later one, good or refused, in 53 bits or in 212.</summary>
public sealed class AllocationTests
{
    /// <summary>One of each size and precision; a warm-up state of the same surface has every path compiled.</summary>
    public static TheoryData<int> Surfaces => [0, 4, 13, 20, 27, 40, DrawnSurfaces.All.Count - 2, DrawnSurfaces.All.Count - 1];

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void No_first_quote_of_a_pair_allocates(int number)
    {
        DrawnSurface drawn = DrawnSurfaces.All[number];
        Queue<EllipsoidState> fresh = new(Enumerable.Range(0, 8).Select(_ => drawn.Surface.ToCentre()));
        AllocationAssert.None(() =>
        {
            EllipsoidState state = fresh.Dequeue();
            for (int i = 1; i < state.Dimension; i++)
            {
                state.SwapExactIn(0, i, 1e-3);
                state.SwapExactOut(i, 0, 1e-3);
                state.LargestAmount(SwapKind.ExactOut, i, i - 1);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void No_quote_allocates(int number)
    {
        EllipsoidState state = DrawnSurfaces.All[number].Surface.ToCentre();
        int n = state.Dimension;
        double[] ones = [.. Enumerable.Repeat(1.0, n)], amounts = new double[n], dense = [.. Enumerable.Range(0, n).Select(i => 1e-4 * (i + 1))];
        int[] assets = [1, 0];
        double[] two = [1e-3, 1e-4];
        foreach (double size in new[] { 1e-12, 1e-3, 1, 1e9, double.NaN, -1, 0 })
        {
            AllocationAssert.None(() =>
            {
                state.SwapExactIn(0, 1, size);
                state.SwapExactOut(0, 1, size, 0.01);
                state.MintSingle(1, size);
                state.DepositForGrowth(0, size);
                state.Burn(1, size);
                state.BurnProportional(size, amounts);
                state.Mint(dense);
                state.Mint(state.Balances);
                state.MintSparse(assets, two);
                state.ArbitrageTarget(ones, amounts);
                state.ArbitrageProfit(ones);
                state.PriceImpact(0, 1, 1, 1);
                state.ValueIn(0);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Surfaces))]
    public void No_step_allocates_until_a_rebuild(int number)
    {
        // Away from the exhaustion of a price, where a quote asks the prepared state.
        SteppedState pool = DrawnSurfaces.All[number].Surface.ToCentre().ToStepped();
        double amount = 1e-5 * pool.ToPrepared().LargestAmount(SwapKind.ExactIn, 0, 1);
        AllocationAssert.None(() =>
        {
            Quote bought = pool.ApplySwapExactIn(0, 1, amount);
            pool.ApplySwapExactOut(1, 0, amount / 2, 0.001);
            pool.SwapExactIn(1, 0, bought.Amount);
            pool.ApplySwapExactIn(1, 0, double.MaxValue);
            pool.ApplySwapExactIn(1, 0, double.NaN);
        });
    }
}
