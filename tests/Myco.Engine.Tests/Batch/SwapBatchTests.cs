using Myco.Engine.Batch;
using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Batch;

/// <summary>SwapBatch in BatchBlocks of BatchSpans, with its SecondLook where a loop cannot price: the bits and statuses of single quotes.</summary>
[Collection(OneWidthAtATime.Name)]
public class SwapBatchTests
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
            Check(sample.State, sample.Draw(count, seed: count), count % 3 == 0 ? 0 : 0.003);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_state_that_no_one_has_quoted_gives_the_same_bits_as_one_in_use(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        foreach (int n in new[] { 2, 3, 8, 16 })
        {
            Sample sample = new(n, seed: n);
            Orders orders = sample.Draw(5000, seed: n);
            (double[] results, QuoteStatus[] statuses) = Quote(sample.State, orders, 0.0005, threads: 1);
            (double[] again, QuoteStatus[] statusesAgain) = Quote(sample.State, orders, 0.0005, threads: 1);
            Bits.AssertSame(results, again);
            Assert.Equal(statuses, statusesAgain);
            Check(sample.Fresh(n), orders, 0.0005);
        }
    }

    [Fact]
    public void Two_threads_give_the_same_bits_in_the_same_order_even_on_a_fresh_state()
    {
        Sample sample = new(6, seed: 3);
        Orders orders = sample.Draw(30_001, seed: 3);
        foreach (double fee in new[] { 0, 0.01 })
        {
            (double[] expected, QuoteStatus[] expectedStatuses) = Quote(sample.Fresh(3), orders, fee, threads: 1);
            foreach (int threads in new[] { 2, 3 })
            {
                (double[] results, QuoteStatus[] statuses) = Quote(sample.Fresh(3), orders, fee, threads);
                Bits.AssertSame(expected, results);
                Assert.Equal(expectedStatuses, statuses);
            }
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void A_fee_outside_its_range_refuses_every_swap_as_a_single_quote_does(double fee) =>
        Check(new Sample(3, seed: 2).State, new Sample(3, seed: 2).Draw(50, seed: 2), fee);

    [Theory]
    [MemberData(nameof(Widths))]
    public void One_kind_for_all_is_the_same_as_naming_it_each_time(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        Sample sample = new(5, seed: 4);
        Orders orders = sample.Draw(100, seed: 4);
        foreach (SwapKind kind in Enum.GetValues<SwapKind>())
        {
            orders.Kinds.AsSpan().Fill(kind);
            (double[] expected, QuoteStatus[] expectedStatuses) = Quote(sample.State, orders, 0.002, threads: 1);
            double[] results = new double[100];
            QuoteStatus[] statuses = new QuoteStatus[100];
            SwapBatch.Quote(sample.State, kind, orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0.002, results, statuses);
            Bits.AssertSame(expected, results);
            Assert.Equal(expectedStatuses, statuses);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Results_may_be_the_amounts(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        Sample sample = new(4, seed: 5);
        Orders orders = sample.Draw(333, seed: 5);
        (double[] expected, QuoteStatus[] expectedStatuses) = Quote(sample.State, orders, 0.001, threads: 1);
        QuoteStatus[] statuses = new QuoteStatus[333];
        SwapBatch.Quote(sample.Fresh(5), orders.Kinds, orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0.001, orders.Amounts, statuses);
        Bits.AssertSame(expected, orders.Amounts);
        Assert.Equal(expectedStatuses, statuses);
    }

    [Fact]
    public void An_unknown_kind_counts_as_a_bad_asset()
    {
        Sample sample = new(3, seed: 6);
        Orders orders = sample.Draw(9, seed: 6);
        orders.Kinds[4] = (SwapKind)7;
        (double[] results, QuoteStatus[] statuses) = Quote(sample.State, orders, 0, threads: 1);
        Assert.Equal(QuoteStatus.BadAsset, statuses[4]);
        Assert.True(double.IsNaN(results[4]));
    }

    [Fact]
    public void Every_status_of_a_swap_occurs_in_the_sample()
    {
        Sample sample = new(4, seed: 7);
        (_, QuoteStatus[] statuses) = Quote(sample.State, sample.Draw(2000, seed: 7), 0, threads: 1);
        Assert.Equal(Enum.GetValues<QuoteStatus>().Where(status => status <= QuoteStatus.Infeasible), statuses.Distinct().Order());
        Assert.True(statuses.Count(status => status == QuoteStatus.Ok) > 1500);
    }

    [Fact]
    public void Lengths_overlap_and_threads_are_checked()
    {
        Sample sample = new(3, seed: 8);
        Orders orders = sample.Draw(4, seed: 8);
        double[] results = new double[4], both = new double[5];
        QuoteStatus[] statuses = new QuoteStatus[4];
        Assert.Throws<ArgumentException>(() => SwapBatch.Quote(sample.State, orders.Kinds, orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0, results, statuses.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => SwapBatch.Quote(sample.State, orders.Kinds.AsSpan(1), orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0, results, statuses));
        Assert.Throws<ArgumentException>(() => SwapBatch.Quote(sample.State, orders.Kinds, orders.AssetsIn.AsSpan(1), orders.AssetsOut, orders.Amounts, 0, results, statuses));
        Assert.Throws<ArgumentException>(() => SwapBatch.Quote(sample.State, orders.Kinds, orders.AssetsIn, orders.AssetsOut, both.AsSpan(1), 0, both.AsSpan(0, 4), statuses));
        Assert.Throws<ArgumentOutOfRangeException>(() => SwapBatch.Quote(sample.State, orders.Kinds, orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0, results, statuses, threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SwapBatch.Quote(sample.State, (SwapKind)2, orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0, results, statuses));
    }

    [Fact]
    public void On_one_thread_nothing_is_allocated()
    {
        Sample sample = new(4, seed: 9);
        Orders orders = sample.Draw(3000, seed: 9);
        double[] results = new double[3000];
        QuoteStatus[] statuses = new QuoteStatus[3000];
        AllocationAssert.None(() => SwapBatch.Quote(sample.State, orders.Kinds, orders.AssetsIn, orders.AssetsOut, orders.Amounts, 0.003, results, statuses));
    }

    private static (double[] Results, QuoteStatus[] Statuses) Quote(EllipsoidState state, Orders orders, double fee, int threads)
    {
        double[] results = new double[orders.Count];
        QuoteStatus[] statuses = new QuoteStatus[orders.Count];
        SwapBatch.Quote(state, orders.Kinds, orders.AssetsIn, orders.AssetsOut, orders.Amounts, fee, results, statuses, threads);
        return (results, statuses);
    }

    private static void Check(EllipsoidState state, Orders orders, double fee)
    {
        (double[] results, QuoteStatus[] statuses) = Quote(state, orders, fee, threads: 1);
        for (int i = 0; i < orders.Count; i++)
        {
            Quote single = orders.Kinds[i] == SwapKind.ExactIn
                ? state.SwapExactIn(orders.AssetsIn[i], orders.AssetsOut[i], orders.Amounts[i], fee)
                : state.SwapExactOut(orders.AssetsIn[i], orders.AssetsOut[i], orders.Amounts[i], fee);
            Assert.Equal(single.Status, statuses[i]);
            Bits.AssertSame(single.Amount, results[i], $"order {i}");
        }
    }
}
