using Myco.Cli.Files;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Orders;

/// <summary>One run of <c>price</c>: a pool, a stream of orders, a stream of results.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="State">Its state.</param>
/// <param name="Threads">How many threads price.</param>
/// <param name="Sequential">Whether each good order is applied before the next.</param>
internal sealed record PriceRun(PoolFile Pool, EllipsoidState State, int Threads, bool Sequential)
{
    /// <summary>Prices everything.</summary>
    /// <param name="input">The orders.</param>
    /// <param name="output">The results.</param>
    /// <param name="tally">Counts and names the failures.</param>
    /// <param name="progress">Takes the bytes read so far, or null.</param>
    /// <exception cref="DocumentException">There is no header.</exception>
    public void Run(Stream input, NamedOutput output, PriceTally tally, Action<long>? progress)
    {
        OrderReader reader = new(input);
        OrderBlock first = new();
        reader.TryFill(first);
        OrderHeader header = OrderHeader.Take(first);
        ResultWriter.WriteHeader(header, output);

        AssetNames assets = new(Pool.Assets);
        OrderParser parser = new(assets, header);
        IOrderPricer pricer = Sequential ? new SequentialPricer(Pool, State) : new StatePricer(Pool, State);
        Refusals refusals = new(State, assets, new PoolPrices(Pool), Sequential);
        PricePipeline pipeline = new(reader, Process, Deliver, Sequential ? 1 : Threads);
        pipeline.Run(first);

        void Process(OrderBlock block)
        {
            parser.Parse(block);
            pricer.Price(block);
            refusals.Collect(block);
            ResultWriter.Write(block);
        }

        void Deliver(OrderBlock block)
        {
            output.Write(block.Results.WrittenSpan);
            tally.Add(block);
            progress?.Invoke(reader.BytesRead);
        }
    }
}
