using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Orders;

/// <summary>Prices every order on the same state; none is applied. Safe to share between threads.</summary>
internal sealed class StatePricer : IOrderPricer
{
    private readonly EllipsoidState _state;
    private readonly PoolPrices _prices;
    private readonly double _fee;
    private readonly double _supply;

    /// <summary>A pricer of a pool at its balances.</summary>
    public StatePricer(PoolFile pool, EllipsoidState state)
    {
        (_state, _fee, _supply) = (state, pool.Fee, pool.Supply ?? state.Invariant);
        _prices = new PoolPrices(pool);
        _prices.Update(state.Balances, state.Gradient);
    }

    /// <inheritdoc/>
    public void Price(OrderBlock block)
    {
        SwapColumns swaps = block.Swaps;
        swaps.Clear(block.OrderCount);
        foreach (ref readonly Order order in block.Orders)
        {
            if (order.IsSwap)
            {
                swaps.Add(order, OrderScale.Given(order, _prices, _supply));
            }
        }

        swaps.Quote(_state, _fee);
        int swap = 0;
        foreach (ref Order order in block.Orders)
        {
            Quote quote = order.IsSwap ? swaps[swap++] : Ask(order);
            order.Status = quote.Status;
            _prices.Complete(ref order, OrderScale.Asked(order, quote.Amount, _prices, _supply), _supply);
        }
    }

    private Quote Ask(in Order order)
    {
        double given = OrderScale.Given(order, _prices, _supply);
        return order.Kind == OrderKind.Mint ? _state.MintSingle(order.AssetIn, given) : _state.Burn(order.AssetOut, given);
    }
}
