using Myco.Engine.Surfaces;

namespace Myco.Engine.Tests.Surfaces.Drawing;

/// <summary>Trades of every kind, drawn and applied.</summary>
internal static class RandomTrades
{
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
        double part = 0.2 * random.NextDouble();
        return random.Next(2) == 0
            ? pool.ApplySwapExactIn(k, j, part * pool.Balances[k], fee)
            : pool.ApplySwapExactOut(k, j, part * pool.Balances[j], fee);
    }

    public static (int In, int Out) Pair(int dimension, Random random)
    {
        int assetIn = random.Next(dimension);
        return (assetIn, (assetIn + 1 + random.Next(dimension - 1)) % dimension);
    }
}
