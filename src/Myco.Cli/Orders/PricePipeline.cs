namespace Myco.Cli.Orders;

/// <summary>Reads blocks in order, prices them on several threads, and delivers them in order again.</summary>
/// <remarks>Cuts and results do not depend on the number of threads, so neither do the bytes that come out. At most
/// <paramref name="threads"/> blocks are under way: memory is constant.</remarks>
/// <param name="reader">Where the blocks come from.</param>
/// <param name="process">Parses, prices and formats one block; called from several threads at once.</param>
/// <param name="deliver">Takes the finished blocks, one at a time.</param>
/// <param name="threads">How many blocks may be under way; 1 works on the caller's thread.</param>
internal sealed class PricePipeline(OrderReader reader, Action<OrderBlock> process, Action<OrderBlock> deliver, int threads)
{
    private readonly Queue<(OrderBlock Block, Task Work)> _underWay = new();
    private readonly Stack<OrderBlock> _spare = new();

    /// <summary>Runs from the first block, already read, to the end of the stream.</summary>
    public void Run(OrderBlock first)
    {
        for (OrderBlock? block = first; block is not null; block = Next())
        {
            if (threads == 1)
            {
                process(block);
                Finish(block);
                continue;
            }

            OrderBlock taken = block;
            _underWay.Enqueue((taken, Task.Run(() => process(taken))));
            if (_underWay.Count >= threads)
            {
                FinishOldest();
            }
        }

        while (_underWay.Count > 0)
        {
            FinishOldest();
        }
    }

    private OrderBlock? Next()
    {
        OrderBlock block = _spare.TryPop(out OrderBlock? spare) ? spare : new OrderBlock();
        return reader.TryFill(block) ? block : null;
    }

    private void FinishOldest()
    {
        (OrderBlock block, Task work) = _underWay.Dequeue();
        work.GetAwaiter().GetResult();
        Finish(block);
    }

    private void Finish(OrderBlock block)
    {
        deliver(block);
        _spare.Push(block);
    }
}
