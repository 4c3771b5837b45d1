using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces.Draws;

/// <summary>Trades of every kind, drawn and applied.</summary>
internal static class RandomTrades
{
    /// <summary>Trades that are refused on every surface, or (deposits of one asset without end) on nearly every.</summary>
    public static IReadOnlyList<Func<SteppedState, Trade, QuoteStatus>> Refusable { get; } =
    [
        (pool, trade) => pool.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, 1e3 * trade.State.LargestAmount(SwapKind.ExactIn, trade.AssetIn, trade.AssetOut)).Status,
        (pool, trade) => pool.ApplySwapExactIn(trade.AssetIn, trade.AssetIn, 1).Status,
        (pool, trade) => pool.ApplySwapExactIn(trade.AssetIn, trade.AssetOut, double.NaN).Status,
        (pool, trade) => pool.ApplySwapExactOut(trade.AssetIn, trade.AssetOut, 2 * pool.Balances[trade.AssetOut]).Status,
        (pool, trade) => pool.ApplySwapExactOut(trade.AssetIn, trade.AssetOut, 1, 1).Status,
        (pool, trade) => pool.ApplySwapExactOut(trade.AssetIn, 99, 1).Status,
        (pool, trade) => pool.ApplyMintSingle(trade.AssetIn, 1e30).Status,
        (pool, trade) => pool.ApplyMint([.. pool.Balances.ToArray().Select((balance, i) => i == trade.AssetIn ? 1e30 : 0)]).Status,
        (pool, trade) => pool.ApplyMint(new double[pool.Dimension]).Status,
        (pool, trade) => pool.ApplyBurn(trade.AssetOut, 1).Status,
        (pool, trade) => pool.ApplyBurn(trade.AssetOut, -1).Status,
        (pool, trade) => pool.ApplyBurnProportional(2, new double[pool.Dimension]),
        (pool, trade) => pool.ApplyBurnProportional(1, new double[pool.Dimension]),
    ];

    public static Quote Apply(SteppedState pool, Random random, double fee)
    {
        int asset = random.Next(pool.Dimension);
        double part = 0.05 * random.NextDouble();
        return random.Next(12) switch
        {
            0 => pool.ApplyMintSingle(asset, part * pool.Balances[asset]),
            1 => pool.ApplyBurn(asset, part / 5),
            2 => pool.ApplyMint([.. pool.Balances.ToArray().Select(balance => part * balance)]),
            3 => new(0, pool.ApplyBurnProportional(part, new double[pool.Dimension])),
            _ => Swap(pool, random, fee),
        };
    }

    public static Quote Swap(SteppedState pool, Random random, double fee)
    {
        (int k, int j) = Pair(pool.Dimension, random);
        double part = 0.5 * random.NextDouble();
        SwapTable limits = pool.ToPrepared().Swaps;
        return random.Next(2) == 0
            ? pool.ApplySwapExactIn(k, j, part * limits.FirstLimit(SwapKind.ExactIn, k, j), fee)
            : pool.ApplySwapExactOut(k, j, part * limits.FirstLimit(SwapKind.ExactOut, k, j), fee);
    }

    public static (int In, int Out) Pair(int dimension, Random random)
    {
        int assetIn = random.Next(dimension);
        return (assetIn, (assetIn + 1 + random.Next(dimension - 1)) % dimension);
    }
}
