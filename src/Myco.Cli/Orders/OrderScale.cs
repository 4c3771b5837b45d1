namespace Myco.Cli.Orders;

/// <summary>Between an order's amounts and the engine's: rates for assets, a fraction or a growth for supply.</summary>
internal static class OrderScale
{
    /// <summary>The amount given, as the engine takes it: a burn's as a fraction of the supply.</summary>
    public static double Given(in Order order, PoolPrices prices, double supply) => order.Kind switch
    {
        OrderKind.Burn => order.Amount / supply,
        OrderKind.ExactOut => order.Amount * Rate(order.AssetOut, prices),
        _ => order.Amount * Rate(order.AssetIn, prices),
    };

    /// <summary>The engine's result as the user takes it: a mint's growth as an amount of supply.</summary>
    public static double Asked(in Order order, double result, PoolPrices prices, double supply) => order.Kind switch
    {
        OrderKind.Mint => result * supply,
        OrderKind.ExactOut => result / Rate(order.AssetIn, prices),
        _ => result / Rate(order.AssetOut, prices),
    };

    // An asset that is none of the pool's has no rate; its order is refused whatever the amount.
    private static double Rate(int asset, PoolPrices prices) => asset < 0 ? 1 : prices.Rate(asset);
}
