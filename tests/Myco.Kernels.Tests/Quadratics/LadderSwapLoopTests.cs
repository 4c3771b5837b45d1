using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Quadratics;

public class LadderSwapLoopTests
{
    private static readonly RowTable Table = new(4, seed: 21);

    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_length_and_row_has_the_bits_of_the_scalar_form(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        for (int count = 0; count <= 256; count++)
        {
            double[] amounts = [.. Numbers.Spread(count, seed: count + 1, decades: 3)];
            SwapRow row = Table.Rows[count % Table.Rows.Length];
            Check(in row, amounts, 1, 1);
            Check(in row, amounts, 0.997, 1);
            Check(in row, amounts, 1, 0.997);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Edges_in_any_place_are_left_and_their_neighbours_priced(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        SwapRow row = Table.Rows[1];
        row.Limit = double.PositiveInfinity;
        foreach (double edge in Numbers.Edges)
        {
            for (int place = 0; place < 17; place++)
            {
                double[] amounts = [.. Enumerable.Range(1, 17).Select(i => (double)i)];
                amounts[place] = edge;
                Check(in row, amounts, 1, 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Rows_of_extreme_numbers_have_the_bits_of_the_scalar_form(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        foreach (double scale in new[] { 1e-300, 1e-160, 1e-30, 1e30, 1e150, 1e300 })
        {
            SwapRow row = new() { Own = -scale, Linear = 2 * scale, Square = -1, Mixed = 2 * scale, Minor = -1, Leading = 1, Limit = double.MaxValue };
            Check(in row, [.. Enumerable.Range(1, 33).Select(i => scale * i / 40)], 1, 1);
            Check(in row, [.. Enumerable.Range(1, 33).Select(i => double.Epsilon * i * i)], 1, 1);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Amounts_and_results_may_touch_guard_pages_and_be_one(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        for (int count = 1; count <= 40; count++)
        {
            double[] amounts = [.. Numbers.Uniform(count, seed: count).Select(x => 20 * Math.Abs(x))];
            double[] expected = new double[count];
            byte[] statuses = new byte[count];
            LadderSwapLoop.Price(in Table.Rows[1], amounts, 1, 1, expected, statuses);
            using GuardedMemory end = GuardedMemory.EndingAtGuard(amounts);
            using GuardedMemory start = GuardedMemory.StartingAtGuard(amounts);
            LadderSwapLoop.Price(in Table.Rows[1], end.Span, 1, 1, end.Span, statuses);
            LadderSwapLoop.Price(in Table.Rows[1], start.Span, 1, 1, start.Span, statuses);
            Bits.AssertSame(expected, end.Span);
            Bits.AssertSame(expected, start.Span);
        }
    }

    [Fact]
    public void Lengths_that_differ_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LadderSwapLoop.Price(default, new double[3], 1, 1, new double[2], new byte[3]));
        Assert.Throws<ArgumentException>(() => LadderSwapLoop.Price(default, new double[3], 1, 1, new double[3], new byte[4]));
    }

    private static void Check(in SwapRow row, double[] amounts, double retainedIn, double retainedOut)
    {
        double[] results = new double[amounts.Length], expected = new double[amounts.Length];
        byte[] statuses = new byte[amounts.Length], expectedStatuses = new byte[amounts.Length];
        for (int i = 0; i < amounts.Length; i++)
        {
            (expected[i], expectedStatuses[i]) = RowTable.Expected(in row, amounts[i], retainedIn, retainedOut);
        }

        bool all = LadderSwapLoop.Price(in row, amounts, retainedIn, retainedOut, results, statuses);
        Assert.Equal(expectedStatuses.All(status => status == 0), all);
        Bits.AssertSame(expected, results);
        Assert.Equal(expectedStatuses, statuses);
    }
}
