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
            Price(ref order);
        }
    }

    private void Price(ref Order order)
    {
        // Without a limit nothing can keep a good order from being applied: one call does both.
        double given = OrderScale.Given(order, _prices, _supply);
        bool free = double.IsNaN(order.Limit);
        Complete(ref order, free ? Apply(order, given) : Ask(order, given));
        if (order.Status == QuoteStatus.Ok && !free)
        {
            Complete(ref order, Apply(order, given));
        }

        if (order.Status == QuoteStatus.Ok)
        {
            _supply += order.Kind == OrderKind.Mint ? order.Result : order.Kind == OrderKind.Burn ? -order.Amount : 0;
            _prices.Update(_state.Balances, _state.Gradient);
        }
    }

    private void Complete(ref Order order, Quote quote)
    {
        order.Status = quote.Status;
        _prices.Complete(ref order, OrderScale.Asked(order, quote.Amount, _prices, _supply), _supply);
    }

    private Quote Ask(in Order order, double given) => order.Kind switch
    {
        OrderKind.ExactIn => _state.SwapExactIn(order.AssetIn, order.AssetOut, given, _fee),
        OrderKind.ExactOut => _state.SwapExactOut(order.AssetIn, order.AssetOut, given, _fee),
        OrderKind.Mint => _state.MintSingle(order.AssetIn, given),
        _ => _state.Burn(order.AssetOut, given),
    };

    private Quote Apply(in Order order, double given) => order.Kind switch
    {
        OrderKind.ExactIn => _state.ApplySwapExactIn(order.AssetIn, order.AssetOut, given, _fee),
        OrderKind.ExactOut => _state.ApplySwapExactOut(order.AssetIn, order.AssetOut, given, _fee),
        OrderKind.Mint => _state.ApplyMintSingle(order.AssetIn, given),
        _ => _state.ApplyBurn(order.AssetOut, given),
    };
}
