using Myco.Engine.Formats;

namespace Myco.Cli.Orders;

/// <summary>Between the user's amounts and the surface's, and the prices before an order.</summary>
/// <remarks>A surface amount is amount · rate. Swaps: amount in per amount out, the fee left out of the spot price, so that the
/// impact shows it. A deposit's price per supply is the pool's value in that asset over the supply, since r is homogeneous
/// of degree 1: r/(∂r/∂v_i) = Σ v_j g_j/g_i. A burn's is the reciprocal. Source: spec 05-formats, "Results".</remarks>
internal sealed class PoolPrices
{
    private readonly double[] _rates;
    private readonly double[] _spot;
    private readonly double[] _value;

    /// <summary>Prices of nothing yet; <see cref="Update"/> sets them.</summary>
    public PoolPrices(PoolFile pool)
    {
        int n = pool.Assets.Count;
        _rates = [.. Enumerable.Range(0, n).Select(pool.RateOf)];
        (_spot, _value) = (new double[n * n], new double[n]);
    }

    /// <summary>N, the number of assets.</summary>
    public int Dimension => _rates.Length;

    /// <summary>The rate of an asset.</summary>
    public double Rate(int asset) => _rates[asset];

    /// <summary>The spot price, amount in per amount out; NaN unless the assets are two of the pool's.</summary>
    public double Spot(int assetIn, int assetOut) =>
        (uint)assetIn < (uint)Dimension && (uint)assetOut < (uint)Dimension && assetIn != assetOut
            ? _spot[(assetIn * Dimension) + assetOut]
            : double.NaN;

    /// <summary>The whole pool's value in amounts of one asset, at spot prices; NaN unless the asset is the pool's.</summary>
    public double Value(int asset) => (uint)asset < (uint)Dimension ? _value[asset] : double.NaN;

    /// <summary>Takes the prices of a state.</summary>
    /// <param name="balances">The surface balances.</param>
    /// <param name="gradient">The gradient g, whose ratios are the prices.</param>
    public void Update(ReadOnlySpan<double> balances, ReadOnlySpan<double> gradient)
    {
        for (int assetIn = 0; assetIn < Dimension; assetIn++)
        {
            double value = 0;
            for (int assetOut = 0; assetOut < Dimension; assetOut++)
            {
                double price = gradient[assetOut] / gradient[assetIn];
                value += balances[assetOut] * price;
                _spot[(assetIn * Dimension) + assetOut] = price * _rates[assetOut] / _rates[assetIn];
            }

            _value[assetIn] = value / _rates[assetIn];
        }
    }

    /// <summary>Completes an order whose surface result is known: limit, prices, impact.</summary>
    /// <param name="order">The order; its status says whether there is a result.</param>
    /// <param name="result">The result in the user's amounts.</param>
    /// <param name="supply">The supply before the order.</param>
    public void Complete(ref Order order, double result, double supply)
    {
        order.SpotPrice = order.Kind switch
        {
            OrderKind.Mint => Value(order.AssetIn) / supply,
            OrderKind.Burn => supply / Value(order.AssetOut),
            _ => Spot(order.AssetIn, order.AssetOut),
        };
        bool missed = order.Kind == OrderKind.ExactOut ? result > order.Limit : result < order.Limit;
        if (order.Status == Engine.QuoteStatus.Ok && missed)
        {
            order.Status = Engine.QuoteStatus.LimitExceeded;
        }

        if (order.Status != Engine.QuoteStatus.Ok)
        {
            (order.Result, order.AveragePrice, order.Impact) = (double.NaN, double.NaN, double.NaN);
            return;
        }

        order.Result = result;
        order.AveragePrice = order.Kind == OrderKind.ExactOut ? result / order.Amount : order.Amount / result;
        // Not below 0 by theory; rounding may say −1e-16.
        order.Impact = Math.Max(0, (order.AveragePrice / order.SpotPrice) - 1);
    }
}
