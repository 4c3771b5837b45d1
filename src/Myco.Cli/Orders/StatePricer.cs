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
    public void Price(Span<Order> orders)
    {
        foreach (ref Order order in orders)
        {
            double given = OrderScale.Given(order, _prices, _supply);
            Quote quote = order.Kind switch
            {
                OrderKind.ExactIn => _state.SwapExactIn(order.AssetIn, order.AssetOut, given, _fee),
                OrderKind.ExactOut => _state.SwapExactOut(order.AssetIn, order.AssetOut, given, _fee),
                OrderKind.Mint => _state.MintSingle(order.AssetIn, given),
                _ => _state.Burn(order.AssetOut, given),
            };
            order.Status = quote.Status;
            _prices.Complete(ref order, OrderScale.Asked(order, quote.Amount, _prices, _supply), _supply);
        }
    }
}
