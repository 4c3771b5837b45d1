using Myco.Engine.Batch;
using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Batch;

[Collection(OneWidthAtATime.Name)]
public class SwapAcrossStatesTests
{
    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_length_has_the_bits_and_statuses_of_single_quotes(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        EllipsoidState[] states = States(200);
        Orders orders = new(3, states.Length, seed: 1);
        for (int count = 0; count <= states.Length; count += 1 + (count / 20))
        {
            Check(states.AsSpan(0, count), (SwapKind)(count % 2), count % 4, count % 3, orders.Amounts.AsSpan(0, count), count % 2 * 0.01);
        }
    }

    [Fact]
    public void One_amount_is_priced_on_every_state_and_two_threads_change_nothing()
    {
        EllipsoidState[] states = [.. Enumerable.Repeat(States(60), 60).SelectMany(some => some)];
        double[] expected = new double[states.Length], results = new double[states.Length];
        QuoteStatus[] expectedStatuses = new QuoteStatus[states.Length], statuses = new QuoteStatus[states.Length];
        SwapAcrossStates.Quote(states, SwapKind.ExactIn, 0, 1, 3.5, 0.002, expected, expectedStatuses);
        SwapAcrossStates.Quote(states, SwapKind.ExactIn, 0, 1, 3.5, 0.002, results, statuses, threads: 2);
        Bits.AssertSame(expected, results);
        Assert.Equal(expectedStatuses, statuses);
        Bits.AssertSame(states[7].SwapExactIn(0, 1, 3.5, 0.002).Amount, results[7]);
    }

    [Fact]
    public void On_one_thread_nothing_is_allocated()
    {
        EllipsoidState[] states = States(100);
        double[] results = new double[100];
        QuoteStatus[] statuses = new QuoteStatus[100];
        AllocationAssert.None(() => SwapAcrossStates.Quote(states, SwapKind.ExactOut, 1, 0, 2.5, 0.003, results, statuses));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_state_that_is_null_a_length_that_differs_and_an_unknown_kind_are_refused_before_anything_is_written(int threads)
    {
        EllipsoidState[] states = States(5000), holed = [.. states];
        holed[4321] = null!;
        double[] amounts = new double[5000], results = [.. Enumerable.Repeat(7.0, 5000)];
        QuoteStatus[] statuses = new QuoteStatus[5000];
        string message = Assert.Throws<ArgumentException>(() => SwapAcrossStates.Quote(holed, SwapKind.ExactIn, 0, 1, amounts, 0, results, statuses, threads)).Message;
        Assert.Contains("State 4321 is null", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SwapAcrossStates.Quote(states.AsSpan(1), SwapKind.ExactIn, 0, 1, amounts, 0, results, statuses, threads));
        Assert.Throws<ArgumentException>(() => SwapAcrossStates.Quote(states, SwapKind.ExactIn, 0, 1, amounts.AsSpan(1), 0, results, statuses, threads));
        Assert.Throws<ArgumentOutOfRangeException>(() => SwapAcrossStates.Quote(states, (SwapKind)2, 0, 1, amounts, 0, results, statuses, threads));
        Assert.All(results, result => Assert.Equal(7, result));
    }

    private static EllipsoidState[] States(int count)
    {
        Sample[] samples = [new(2, seed: 1), new(3, seed: 2), new(5, seed: 3)];
        return [.. Enumerable.Range(0, count).Select(i => samples[i % 3].Fresh(i))];
    }

    private static void Check(ReadOnlySpan<EllipsoidState> states, SwapKind kind, int assetIn, int assetOut, ReadOnlySpan<double> amounts, double fee)
    {
        double[] results = new double[states.Length];
        QuoteStatus[] statuses = new QuoteStatus[states.Length];
        SwapAcrossStates.Quote(states, kind, assetIn, assetOut, amounts, fee, results, statuses);
        for (int i = 0; i < states.Length; i++)
        {
            Quote single = kind == SwapKind.ExactIn
                ? states[i].SwapExactIn(assetIn, assetOut, amounts[i], fee)
                : states[i].SwapExactOut(assetIn, assetOut, amounts[i], fee);
            Assert.Equal(single.Status, statuses[i]);
            Bits.AssertSame(single.Amount, results[i], $"state {i}");
        }
    }
}
