using Myco.Engine.Batch;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Batch;

[Collection(OneWidthAtATime.Name)]
public class SwapLadderTests
{
    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_length_has_the_bits_and_statuses_of_single_quotes(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        Sample sample = new(4, seed: 1);
        for (int count = 0; count <= 256; count++)
        {
            foreach (SwapKind kind in Enum.GetValues<SwapKind>())
            {
                Check(sample, kind, count % 4, (count / 4) % 4, count, count % 3 * 0.001);
            }
        }
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    [InlineData(int.MaxValue, int.MinValue)]
    [InlineData(1, 1)]
    public void A_pair_that_does_not_exist_refuses_every_size(int assetIn, int assetOut) =>
        Check(new Sample(3, seed: 2), SwapKind.ExactIn, assetIn, assetOut, 40, 0);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    public void A_fee_outside_its_range_refuses_every_size(double fee)
    {
        Check(new Sample(3, seed: 2), SwapKind.ExactIn, 0, 1, 40, fee);
        Check(new Sample(3, seed: 2), SwapKind.ExactOut, 0, 1, 40, fee);
    }

    [Fact]
    public void Two_threads_give_the_same_bits_and_results_may_be_the_amounts()
    {
        Sample sample = new(3, seed: 3);
        double[] amounts = sample.Draw(20_003, seed: 3).Amounts;
        double[] expected = new double[amounts.Length], results = [.. amounts];
        QuoteStatus[] expectedStatuses = new QuoteStatus[amounts.Length], statuses = new QuoteStatus[amounts.Length];
        SwapLadder.Quote(sample.State, SwapKind.ExactOut, 0, 2, amounts, 0.01, expected, expectedStatuses);
        SwapLadder.Quote(sample.Fresh(3), SwapKind.ExactOut, 0, 2, results, 0.01, results, statuses, threads: 2);
        Bits.AssertSame(expected, results);
        Assert.Equal(expectedStatuses, statuses);
    }

    [Fact]
    public void On_one_thread_nothing_is_allocated()
    {
        Sample sample = new(3, seed: 4);
        double[] amounts = sample.Draw(3000, seed: 4).Amounts, results = new double[3000];
        QuoteStatus[] statuses = new QuoteStatus[3000];
        AllocationAssert.None(() => SwapLadder.Quote(sample.State, SwapKind.ExactIn, 0, 1, amounts, 0.003, results, statuses));
    }

    private static void Check(Sample sample, SwapKind kind, int assetIn, int assetOut, int count, double fee)
    {
        double[] amounts = sample.Draw(count, seed: count).Amounts, results = new double[count];
        QuoteStatus[] statuses = new QuoteStatus[count];
        SwapLadder.Quote(sample.State, kind, assetIn, assetOut, amounts, fee, results, statuses);
        for (int i = 0; i < count; i++)
        {
            Quote single = kind == SwapKind.ExactIn
                ? sample.State.SwapExactIn(assetIn, assetOut, amounts[i], fee)
                : sample.State.SwapExactOut(assetIn, assetOut, amounts[i], fee);
            Assert.Equal(single.Status, statuses[i]);
            Bits.AssertSame(single.Amount, results[i], $"size {i}");
        }
    }
}
