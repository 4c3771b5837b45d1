using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;
using Myco.TestSupport;

namespace Myco.Kernels.Tests.Quadratics;

/// <summary>MixedSwapLoop over a table of SwapRow (RowSizes), pack by pack (SwapPack): the bits of the scalar form, and bad elements left alone.</summary>
public class MixedSwapLoopTests
{
    private static readonly RowTable Table = new(5, seed: 11);

    public static TheoryData<int> Widths => [.. LaneWidth.Supported];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_length_has_the_bits_of_the_scalar_form_with_and_without_a_fee(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        for (int count = 0; count <= 256; count++)
        {
            foreach (double retained in new[] { 1, 0.997 })
            {
                Check(Orders.Draw(count, seed: count), retained);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_bad_element_in_any_place_of_a_pack_is_left_and_its_neighbours_are_priced(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        foreach (double bad in Numbers.Edges.Append(1e6))
        {
            for (int place = 0; place < 24; place++)
            {
                Orders orders = Orders.Draw(24, seed: 5);
                orders.Amounts[place] = bad;
                Check(orders, 1);
                Check(orders, 0.997);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Indices_and_kinds_outside_the_table_are_never_followed(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        int[] wild = [-1, 5, 64, int.MaxValue, int.MinValue, 1 << 29, -65536];
        for (int place = 0; place < 16; place++)
        {
            foreach (int index in wild)
            {
                Orders orders = Orders.Draw(16, seed: 6);
                orders.First[place] = index;
                Check(orders, 1);
                (orders.First[place], orders.Second[place]) = (1, index);
                Check(orders, 1);
            }

            foreach (byte kind in new byte[] { 2, 3, 127, 128, 255 })
            {
                Orders orders = Orders.Draw(16, seed: 7);
                orders.Kinds[place] = kind;
                Check(orders, 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void One_kind_is_priced_from_its_half_of_the_table(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        int square = Table.Dimension * Table.Dimension;
        foreach (byte kind in new byte[] { 0, 1 })
        {
            Orders orders = Orders.Draw(67, seed: 8);
            orders.Kinds.AsSpan().Fill(kind);
            double[] expected = new double[67], actual = new double[67];
            byte[] expectedStatuses = new byte[67], statuses = new byte[67];
            MixedSwapLoop.Price(Table.Rows, 5, orders.Kinds, false, orders.First, orders.Second, orders.Amounts, 0.99, expected, expectedStatuses);
            MixedSwapLoop.Price(
                Table.Rows.AsSpan(kind * square, square), 5, default, kind == 1, orders.First, orders.Second, orders.Amounts, 0.99, actual, statuses);
            Bits.AssertSame(expected, actual);
            Assert.Equal(expectedStatuses, statuses);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Amounts_and_results_may_touch_guard_pages_and_be_one(int width)
    {
        using IDisposable forced = LaneWidth.Force(width);
        for (int count = 1; count <= 40; count++)
        {
            Orders orders = Orders.Draw(count, seed: count);
            double[] expected = new double[count];
            byte[] statuses = new byte[count];
            MixedSwapLoop.Price(Table.Rows, 5, orders.Kinds, false, orders.First, orders.Second, orders.Amounts, 1, expected, statuses);
            using GuardedMemory end = GuardedMemory.EndingAtGuard(orders.Amounts);
            using GuardedMemory start = GuardedMemory.StartingAtGuard(orders.Amounts);
            MixedSwapLoop.Price(Table.Rows, 5, orders.Kinds, false, orders.First, orders.Second, end.Span, 1, end.Span, statuses);
            MixedSwapLoop.Price(Table.Rows, 5, orders.Kinds, false, orders.First, orders.Second, start.Span, 1, start.Span, statuses);
            Bits.AssertSame(expected, end.Span);
            Bits.AssertSame(expected, start.Span);
        }
    }

    [Fact]
    public void Lengths_that_differ_and_tables_that_are_too_small_are_refused()
    {
        Orders orders = Orders.Draw(8, seed: 1);
        double[] results = new double[8];
        Assert.Throws<ArgumentException>(() => MixedSwapLoop.Price(
            Table.Rows, 5, orders.Kinds, false, orders.First, orders.Second, orders.Amounts, 1, results, new byte[7]));
        Assert.Throws<ArgumentException>(() => MixedSwapLoop.Price(
            Table.Rows.AsSpan(1), 5, orders.Kinds, false, orders.First, orders.Second, orders.Amounts, 1, results, new byte[8]));
        Assert.Throws<ArgumentException>(() => MixedSwapLoop.Price(
            Table.Rows, 5, orders.Kinds.AsSpan(1), false, orders.First, orders.Second, orders.Amounts, 1, results, new byte[8]));
        foreach (int n in new[] { int.MinValue, -1, 0, RowSizes.Greatest + 1, 46_341, 65_536, int.MaxValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => MixedSwapLoop.Price(
                Table.Rows, n, orders.Kinds, false, orders.First, orders.Second, orders.Amounts, 1, results, new byte[8]));
        }
    }

    private static void Check(Orders orders, double retained)
    {
        int count = orders.Amounts.Length, n = Table.Dimension;
        double[] results = new double[count], expected = new double[count];
        byte[] statuses = new byte[count], expectedStatuses = new byte[count];
        bool all = true;
        for (int i = 0; i < count; i++)
        {
            int k = orders.First[i], j = orders.Second[i], kind = orders.Kinds[i];
            bool known = kind <= 1 && k >= 0 && k < n && j >= 0 && j < n;
            (expected[i], expectedStatuses[i]) = known
                ? RowTable.Expected(in Table.Rows[(((kind * n) + k) * n) + j], orders.Amounts[i], kind == 0 ? retained : 1, kind == 0 ? 1 : retained)
                : (orders.Amounts[i], SwapPack.Unpriced);
            all &= expectedStatuses[i] == 0;
        }

        Assert.Equal(all, MixedSwapLoop.Price(
            Table.Rows, n, orders.Kinds, false, orders.First, orders.Second, orders.Amounts, retained, results, statuses));
        Bits.AssertSame(expected, results);
        Assert.Equal(expectedStatuses, statuses);
    }

    private sealed record Orders(byte[] Kinds, int[] First, int[] Second, double[] Amounts)
    {
        public static Orders Draw(int count, int seed)
        {
            Random random = new(seed);
            byte[] kinds = new byte[count];
            int[] first = new int[count], second = new int[count];
            double[] amounts = new double[count];
            for (int i = 0; i < count; i++)
            {
                (kinds[i], first[i], second[i]) = ((byte)random.Next(2), random.Next(5), random.Next(5));
                amounts[i] = Math.Pow(10, random.Next(-3, 3)) * random.NextDouble();
            }

            return new(kinds, first, second, amounts);
        }
    }
}
