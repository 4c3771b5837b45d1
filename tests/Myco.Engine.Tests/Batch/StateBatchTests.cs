using Myco.Engine.Batch;
using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Batch;

/// <summary>StateBatch, whose numbers are an AlignedNumbers: quotes and steps (StateBatchOperation) at every width, count and number of threads, against exact states.</summary>
[Collection(OneWidthAtATime.Name)]
public class StateBatchTests
{
    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Fresh_states_quote_within_a_few_units_in_the_last_place_of_exact_ones_with_the_same_statuses(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        foreach (int n in new[] { 2, 3, 8 })
        {
            Sample sample = new(n, seed: n);
            EllipsoidState[] states = [.. Enumerable.Range(0, 100).Select(sample.Fresh)];
            double[] amounts = new Orders(n, 100, seed: n).Amounts, results = new double[100];
            QuoteStatus[] statuses = new QuoteStatus[100];
            StateBatch batch = StateBatch.From(states);
            foreach (SwapKind kind in Enum.GetValues<SwapKind>())
            {
                batch.Quote(kind, 1, 0, amounts, results, statuses);
                for (int s = 0; s < states.Length; s++)
                {
                    Quote single = states[s].QuoteSwap(kind, 1, 0, amounts[s], 0);
                    Assert.Equal(single.Status, statuses[s]);
                    Assert.InRange(Ulp.Distance(results[s], single.Amount), 0, 64);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Steps_have_the_same_bits_at_every_width_count_and_number_of_threads(int width)
    {
        foreach (int count in new[] { 1, 7, 8, 9, 64, 5001 })
        {
            double[] expected = Walk(count, threads: 1, width: 1);
            Bits.AssertSame(expected, Walk(count, threads: 1, width));
            Bits.AssertSame(expected, Walk(count, threads: 2, width));
        }
    }

    [Fact]
    public void A_step_moves_a_state_where_the_exact_state_at_its_balances_is()
    {
        Sample sample = new(4, seed: 5);
        StateBatch batch = StateBatch.Repeat(sample.State, 3);
        double[] results = new double[3], balances = new double[4], gradient = new double[4];
        QuoteStatus[] statuses = new QuoteStatus[3];
        batch.Step(0, 2, [10, 20, 1e9], results, statuses);
        Assert.Equal([QuoteStatus.Ok, QuoteStatus.Ok, QuoteStatus.Infeasible], statuses);
        for (int s = 0; s < 3; s++)
        {
            batch.CopyBalances(s, balances);
            batch.CopyGradient(s, gradient);
            EllipsoidState exact = sample.Surface.At(balances);
            Assert.Equal(sample.State.Invariant, exact.Invariant, sample.State.Invariant * 1e-13);
            for (int i = 0; i < 4; i++)
            {
                Assert.Equal(exact.Gradient[i], gradient[i], Math.Abs(gradient[i]) * 1e-12);
            }
        }

        Bits.AssertSame(sample.State.Balances, balances, "The refused step moved its state.");
        Bits.AssertSame(sample.State.Gradient, gradient, "The refused step moved its state.");
    }

    [Fact]
    public void There_and_back_ends_where_it_began()
    {
        Sample sample = new(3, seed: 6);
        StateBatch batch = StateBatch.Repeat(sample.State, 50);
        double[] amounts = [.. Enumerable.Range(1, 50).Select(i => i * 0.5)], received = new double[50], back = new double[50];
        QuoteStatus[] statuses = new QuoteStatus[50];
        batch.Step(0, 1, amounts, received, statuses);
        batch.Step(1, 0, received, back, statuses);
        Assert.All(Enumerable.Range(0, 50), s => Assert.Equal(amounts[s], back[s], amounts[s] * 1e-11));
    }

    [Fact]
    public void Every_status_is_told_for_amounts_and_assets()
    {
        StateBatch batch = StateBatch.At(new Sample(3, seed: 7).Surface, [.. new Sample(3, seed: 7).State.Balances, .. new Sample(3, seed: 7).State.Balances]);
        double[] results = new double[2];
        QuoteStatus[] statuses = new QuoteStatus[2];
        batch.Step(0, 1, [double.NaN, -1], results, statuses);
        Assert.Equal([QuoteStatus.NotFinite, QuoteStatus.Negative], statuses);
        batch.Step(0, 1, [double.PositiveInfinity, 0], results, statuses);
        Assert.Equal([QuoteStatus.NotFinite, QuoteStatus.Zero], statuses);
        batch.Step(1, 1, [1, 1], results, statuses);
        Assert.Equal([QuoteStatus.SameAsset, QuoteStatus.SameAsset], statuses);
        batch.Step(3, 1, [1, 1], results, statuses);
        Assert.Equal([QuoteStatus.BadAsset, QuoteStatus.BadAsset], statuses);
        Assert.All(results, result => Assert.True(double.IsNaN(result)));
    }

    [Fact]
    public void On_one_thread_nothing_is_allocated_and_wrong_lengths_are_refused()
    {
        Sample sample = new(4, seed: 8);
        StateBatch batch = StateBatch.Repeat(sample.State, 20);
        double[] amounts = [.. Enumerable.Repeat(0.01, 20)], results = new double[20];
        QuoteStatus[] statuses = new QuoteStatus[20];
        AllocationAssert.None(() => batch.Step(0, 1, amounts, results, statuses));
        Assert.Throws<ArgumentException>(() => batch.Step(0, 1, amounts, results.AsSpan(1), statuses));
        Assert.Throws<ArgumentException>(() => batch.CopyBalances(0, new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => batch.CopyBalances(20, new double[4]));
        Assert.Throws<ArgumentException>(() => batch.Set(0, new Sample(4, seed: 9).State));
    }

    [Fact]
    public void No_state_a_null_one_one_of_another_surface_and_too_many_are_refused()
    {
        EllipsoidState state = new Sample(3, seed: 8).State;
        Assert.Throws<ArgumentException>(() => StateBatch.From([]));
        Assert.Throws<ArgumentException>(() => StateBatch.From([null!]));
        Assert.Throws<ArgumentNullException>(() => StateBatch.From([state, null!]));
        Assert.Throws<ArgumentException>(() => StateBatch.From([state, new Sample(3, seed: 9).State]));
        Assert.Throws<ArgumentException>(() => StateBatch.At(state.Surface, state.Balances[1..]));
        foreach (int count in new[] { int.MinValue, 0, 400_000_000, int.MaxValue })
        {
            Assert.Contains("holds 1 to", Assert.Throws<ArgumentOutOfRangeException>(() => StateBatch.Repeat(state, count)).Message, StringComparison.Ordinal);
        }
    }

    private static double[] Walk(int count, int threads, int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        Sample sample = new(5, seed: 3);
        StateBatch batch = StateBatch.Repeat(sample.State, count);
        double[] numbers = new double[count * 5], amounts = new double[count], results = new double[count];
        QuoteStatus[] statuses = new QuoteStatus[count];
        for (int step = 0; step < 6; step++)
        {
            Random random = new(step);
            for (int s = 0; s < count; s++)
            {
                amounts[s] = 60 * random.NextDouble();
            }

            batch.Step(step % 5, (step + 2) % 5, amounts, results, statuses, threads);
        }

        for (int s = 0; s < count; s++)
        {
            batch.CopyGradient(s, numbers.AsSpan(5 * s, 5));
        }

        return [.. numbers, .. results];
    }
}
