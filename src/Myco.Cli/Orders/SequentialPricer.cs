using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Orders;

/// <summary>Prices each order on the state that the good ones before it left; belongs to one thread.</summary>
internal sealed class SequentialPricer : IOrderPricer
{
    private readonly SteppedState _state;
    private readonly PoolPrices _prices;
    private readonly double _fee;
    private double _supply;

    /// <summary>A pricer that begins at the pool's balances.</summary>
    public SequentialPricer(PoolFile pool, EllipsoidState state)
    {
        (_state, _fee, _supply) = (state.ToStepped(), pool.Fee, pool.Supply ?? state.Invariant);
        _prices = new PoolPrices(pool);
        _prices.Update(_state.Balances, _state.Gradient);
    }

    /// <inheritdoc/>
    public void Price(OrderBlock block)
    {
        foreach (ref Order order in block.Orders)
        {
            double given = OrderScale.Given(order, _prices, _supply);
            Quote quote = Ask(order, given);
            order.Status = quote.Status;
            _prices.Complete(ref order, OrderScale.Asked(order, quote.Amount, _prices, _supply), _supply);
            if (order.Status == QuoteStatus.Ok)
            {
                Apply(order, given);
            }
        }
    }

    private Quote Ask(in Order order, double given) => order.Kind switch
    {
        OrderKind.ExactIn => _state.SwapExactIn(order.AssetIn, order.AssetOut, given, _fee),
        OrderKind.ExactOut => _state.SwapExactOut(order.AssetIn, order.AssetOut, given, _fee),
        OrderKind.Mint => _state.MintSingle(order.AssetIn, given),
        _ => _state.Burn(order.AssetOut, given),
    };

    /// <summary>Applies an order that was found good, its limit included.</summary>
    private void Apply(in Order order, double given)
    {
        _ = order.Kind switch
        {
            OrderKind.ExactIn => _state.ApplySwapExactIn(order.AssetIn, order.AssetOut, given, _fee),
            OrderKind.ExactOut => _state.ApplySwapExactOut(order.AssetIn, order.AssetOut, given, _fee),
            OrderKind.Mint => _state.ApplyMintSingle(order.AssetIn, given),
            _ => _state.ApplyBurn(order.AssetOut, given),
        };
        _supply += order.Kind == OrderKind.Mint ? order.Result : order.Kind == OrderKind.Burn ? -order.Amount : 0;
        _prices.Update(_state.Balances, _state.Gradient);
    }
}
