using Myco.Engine.Pools;
using Myco.Kernels.Exact.Integers;
using Myco.TestSupport;

namespace Myco.Engine.Tests.Pools;

/// <summary>ExactBatch of many an ExactOrder: every ExactQuote is the state's own, cut into ExactBlocks on any number of threads, a refused one leaves its neighbours alone.</summary>
public sealed class ExactBatchTests
{
    private static readonly PreparedPool<ConstantProductState>[] States =
    [
        ConstantProductState.Pool(1_000_000, 2_000_000),
        ConstantProductState.Pool(UInt256.MaxValue, 1),
        ConstantProductState.Pool(0, 0, 7),
        ConstantProductState.Pool(5_000_000_000_000_000_000, 3_000_000_000_000_000_000, 9_000_000_000_000_000_000),
    ];

    [Fact]
    public void Every_quote_is_that_of_the_state_at_every_length_and_number_of_threads()
    {
        Random random = new(11);
        foreach (int count in new[] { 0, 1, 2, 63, 64, 65, 127, 128, 129, 1000 })
        {
            ExactOrder[] orders = Draw(random, count);
            foreach (int threads in new[] { 1, 2, 3, 8 })
            {
                ExactQuote[] quotes = new ExactQuote[count];
                ExactBatch.Quote(States[3], orders, quotes, threads);
                Assert.All(quotes.Zip(orders), pair => AssertSame(Single(States[3], pair.Second), pair.First));
            }
        }
    }

    [Fact]
    public void Many_states_are_quoted_each_by_its_index_on_any_number_of_threads()
    {
        Random random = new(12);
        foreach (int count in new[] { 0, 1, 64, 65, 777 })
        {
            ExactOrder[] orders = Draw(random, count);
            int[] indices = [.. orders.Select(_ => random.Next(-1, States.Length + 1))];
            foreach (int threads in new[] { 1, 2, 5 })
            {
                ExactQuote[] quotes = new ExactQuote[count];
                ExactBatch.Quote<ConstantProductState>(States, indices, orders, quotes, threads);
                for (int i = 0; i < count; i++)
                {
                    if ((uint)indices[i] < (uint)States.Length)
                    {
                        AssertSame(Single(States[indices[i]], orders[i]), quotes[i]);
                    }
                    else
                    {
                        Assert.Equal(Revert.InvalidArgument, quotes[i].Revert);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_refused_order_leaves_its_neighbours_alone_and_nothing_of_an_earlier_quote_behind()
    {
        ExactOrder good = new(SwapKind.ExactIn, 0, 1, 1000);
        ExactOrder[] orders = [good, new((SwapKind)7, 0, 1, 1000), good, new(SwapKind.ExactOut, 0, 1, 2_000_000), good, new(SwapKind.ExactIn, 0, 9, 1)];
        ExactQuote[] quotes = new ExactQuote[orders.Length];
        ExactBatch.Quote(States[0], [.. Enumerable.Repeat(good, orders.Length)], quotes);
        ExactBatch.Quote(States[0], orders, quotes);
        Assert.Equal([1998, 0, 1998, 0, 1998, 0], quotes.Select(quote => (int)quote.Amount.Limb0));
        Assert.Equal(
            [Revert.None, Revert.InvalidArgument, Revert.None, Revert.ZeroDivision, Revert.None, Revert.TokenNotRegistered],
            quotes.Select(quote => quote.Revert));
        Assert.Equal(ExactWarning.AllowancesTooSmall, quotes[0].Warning);
    }

    [Fact]
    public void Random_words_never_throw()
    {
        Random random = new(13);
        ExactOrder[] orders = new ExactOrder[5000];
        for (int i = 0; i < orders.Length; i++)
        {
            orders[i] = new((SwapKind)random.Next(4), random.Next(int.MinValue, int.MaxValue), random.Next(-2, 4), Words(random));
        }

        ExactQuote[] quotes = new ExactQuote[orders.Length];
        ExactBatch.Quote(States[1], orders, quotes);
        ExactBatch.Quote<ConstantProductState>(States, [.. orders.Select(_ => random.Next())], orders, quotes, threads: 2);
        ExactBatch.Quote<ConstantProductState>([], new int[orders.Length], orders, quotes);
        Assert.All(quotes, quote => Assert.Equal(Revert.InvalidArgument, quote.Revert));
    }

    [Fact]
    public void One_thread_allocates_nothing()
    {
        ExactOrder[] orders = Draw(new Random(14), 300);
        int[] indices = [.. orders.Select((_, i) => i % 5)];
        ExactQuote[] quotes = new ExactQuote[orders.Length];
        AllocationAssert.None(() =>
        {
            ExactBatch.Quote(States[0], orders, quotes);
            ExactBatch.Quote<ConstantProductState>(States, indices, orders, quotes);
        });
    }

    [Fact]
    public void Lengths_and_threads_are_guarded()
    {
        ExactOrder[] orders = new ExactOrder[3];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => ExactBatch.Quote(States[0], orders, new ExactQuote[2]));
        Assert.Contains("orders has 3 elements, and there are 2 quotes", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ExactBatch.Quote<ConstantProductState>(States, new int[2], orders, new ExactQuote[3]));
        Assert.Throws<ArgumentException>(() => ExactBatch.Quote<ConstantProductState>(States, new int[4], orders, new ExactQuote[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactBatch.Quote(States[0], orders, new ExactQuote[3], threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactBatch.Quote<ConstantProductState>(States, new int[3], orders, new ExactQuote[3], threads: -1));
    }

    private static ExactOrder[] Draw(Random random, int count)
    {
        ExactOrder[] orders = new ExactOrder[count];
        for (int i = 0; i < count; i++)
        {
            UInt256 amount = random.Next(3) == 0 ? Words(random) : (ulong)random.NextInt64(4_000_000_000_000_000_000);
            orders[i] = new((SwapKind)(random.Next(20) == 0 ? 2 : random.Next(2)), random.Next(-1, 4), random.Next(-1, 4), amount);
        }

        return orders;
    }

    private static UInt256 Words(Random random) =>
        new((ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64(), (ulong)random.NextInt64() * 2);

    private static ExactQuote? Single(PreparedPool<ConstantProductState> state, ExactOrder order) => order.Kind switch
    {
        SwapKind.ExactIn => state.SwapExactIn(order.TokenIn, order.TokenOut, order.Amount),
        SwapKind.ExactOut => state.SwapExactOut(order.TokenIn, order.TokenOut, order.Amount),
        _ => null,
    };

    private static void AssertSame(ExactQuote? expected, ExactQuote quote)
    {
        Assert.Equal(expected?.Revert ?? Revert.InvalidArgument, quote.Revert);
        Assert.Equal(expected?.Amount ?? UInt256.Zero, quote.Amount);
        Assert.Equal(expected?.Warning ?? ExactWarning.None, quote.Warning);
    }
}
