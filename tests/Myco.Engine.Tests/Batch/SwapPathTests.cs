using Myco.Engine.Batch;
using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Batch;

/// <summary>SwapPath: the bits of a stepped batch of one, the digits of a stepped state, refused swaps without a trace.</summary>
[Collection(OneWidthAtATime.Name)]
public class SwapPathTests
{
    private const int Steps = 200;

    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_path_has_the_bits_of_a_stepped_batch_of_one(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        foreach (int n in new[] { 2, 3, 7, 8, 9, 16 })
        {
            Sample sample = new(n, seed: n);
            SwapPath path = new(sample.State);
            StateBatch batch = StateBatch.Repeat(sample.State, 1);
            Orders orders = sample.Draw(Steps, seed: n);
            double[] results = new double[1], balances = new double[n], gradient = new double[n];
            QuoteStatus[] statuses = new QuoteStatus[1];
            for (int step = 0; step < Steps; step++)
            {
                Quote quote = path.Swap(orders.AssetsIn[step], orders.AssetsOut[step], orders.Amounts[step]);
                batch.Step(orders.AssetsIn[step], orders.AssetsOut[step], [orders.Amounts[step]], results, statuses);
                Assert.Equal(statuses[0], quote.Status);
                Bits.AssertSame(results[0], quote.Amount, $"step {step} of {n} assets");
            }

            batch.CopyBalances(0, balances);
            batch.CopyGradient(0, gradient);
            Bits.AssertSame(balances, path.Balances);
            Bits.AssertSame(gradient, path.Gradient);
        }
    }

    [Fact]
    public void The_first_swaps_are_those_of_a_stepped_state_to_a_dozen_digits()
    {
        Sample sample = new(5, seed: 2);
        SwapPath path = new(sample.State);
        SteppedState exact = sample.State.ToStepped();
        for (int step = 0; step < 20; step++)
        {
            double amount = 1 + step;
            double expected = exact.ApplySwapExactIn(step % 5, (step + 2) % 5, amount).Amount;
            Assert.Equal(expected, path.Swap(step % 5, (step + 2) % 5, amount).Amount, expected * 1e-12);
        }

        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(exact.Balances[i], path.Balances[i], exact.Balances[i] * 1e-12);
        }
    }

    [Theory]
    [InlineData(0, 3, 1, QuoteStatus.BadAsset)]
    [InlineData(-1, 0, 1, QuoteStatus.BadAsset)]
    [InlineData(1, 1, 1, QuoteStatus.SameAsset)]
    [InlineData(0, 1, double.NaN, QuoteStatus.NotFinite)]
    [InlineData(0, 1, double.PositiveInfinity, QuoteStatus.NotFinite)]
    [InlineData(0, 1, -1, QuoteStatus.Negative)]
    [InlineData(0, 1, 0, QuoteStatus.Zero)]
    [InlineData(0, 1, 1e9, QuoteStatus.Infeasible)]
    [InlineData(0, 1, double.MaxValue, QuoteStatus.Infeasible)]
    public void A_refused_swap_has_a_status_and_leaves_no_trace(int assetIn, int assetOut, double amount, QuoteStatus expected)
    {
        Sample sample = new(3, seed: 3);
        SwapPath path = new(sample.State), other = new(sample.State);
        Quote quote = path.Swap(assetIn, assetOut, amount);
        Assert.Equal(expected, quote.Status);
        Bits.AssertSame(double.NaN, quote.Amount);
        Bits.AssertSame(sample.State.Balances, path.Balances);
        Bits.AssertSame(sample.State.Gradient, path.Gradient);
        Bits.AssertSame(other.Swap(0, 1, 10).Amount, path.Swap(0, 1, 10).Amount);
    }

    [Fact]
    public void A_path_ends_where_the_largest_amount_says()
    {
        int refused = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            Sample sample = new(4, seed);
            double last = sample.State.LargestAmount(SwapKind.ExactIn, 0, 1);
            Assert.Equal(QuoteStatus.Ok, new SwapPath(sample.State).Swap(0, 1, 0.999 * last).Status);
            refused += new SwapPath(sample.State).Swap(0, 1, 1.001 * last).Status == QuoteStatus.Infeasible ? 1 : 0;
        }

        Assert.Equal(40, refused);
    }

    [Fact]
    public void Nothing_is_allocated_and_a_path_needs_a_state()
    {
        SwapPath path = new(new Sample(8, seed: 4).State);
        AllocationAssert.None(() =>
        {
            path.Swap(0, 1, 0.25);
            path.Swap(1, 0, 1e9);
        });
        Assert.Throws<ArgumentNullException>(() => new SwapPath(null!));
    }
}
