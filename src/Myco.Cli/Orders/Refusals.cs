using System.Globalization;
using Myco.Engine;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Orders;

/// <summary>Says why an order was refused: what, limit, remedy.</summary>
internal sealed class Refusals(EllipsoidState state, AssetNames assets, PoolPrices prices, bool sequential)
{
    /// <summary>Adds a fault for every refused order of a block, and puts the faults in the order of their lines.</summary>
    public void Collect(OrderBlock block)
    {
        foreach (ref readonly Order order in block.Orders)
        {
            if (order.Status != QuoteStatus.Ok)
            {
                block.Faults.Add(new LineFault(order.Line, Describe(order)));
            }
        }

        block.Faults.Sort((x, y) => x.Line.CompareTo(y.Line));
    }

    private string Describe(in Order order) => $"refused, {order.Status}: " + order.Status switch
    {
        QuoteStatus.BadAsset => $"an asset is none of the pool's; use {assets.Known()}",
        QuoteStatus.SameAsset => "the asset in is the asset out; name two",
        QuoteStatus.NotFinite => "the amount is not finite; give a decimal number",
        QuoteStatus.Negative => $"the amount is {Text(order.Amount)}; give one above 0",
        QuoteStatus.Zero => "the amount is 0, or too small to count; give one above 0",
        QuoteStatus.Infeasible => $"the amount {Text(order.Amount)} leads to no state of the surface; {Largest(order)}",
        QuoteStatus.OutsidePriceBounds => $"the mint of {Text(order.Amount)} would end outside the price bounds; deposit less or another asset",
        _ => $"the result misses the limit {Text(order.Limit)}; relax the limit or change the amount",
    };

    private string Largest(in Order order)
    {
        if (sequential || !order.IsSwap)
        {
            return "ask for less";
        }

        SwapKind kind = order.Kind == OrderKind.ExactIn ? SwapKind.ExactIn : SwapKind.ExactOut;
        double rate = prices.Rate(kind == SwapKind.ExactIn ? order.AssetIn : order.AssetOut);
        double largest = state.LargestAmount(kind, order.AssetIn, order.AssetOut) / rate;
        return order.Amount < largest
            ? "a third asset's price would vanish; ask for less"
            : $"the largest is {Text(largest)}, less what the fee takes; ask for less";
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
