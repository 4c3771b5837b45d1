using Myco.Engine.Surfaces;
using Myco.Kernels.Lanes;
using Myco.Kernels.Matrices;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Batch;

/// <summary>One state that swaps are applied to in plain binary64, O(N) each: a single Monte Carlo path.</summary>
/// <remarks><para>The gradient starts rounded from extended precision, every swap rounds it twice per component, and
/// E = g_j·G_jk − g_k·G_jj is formed from it: on a surface of λ ≤ 10 a result is some units of 1e-15 off after a few swaps, and
/// the error grows with λ² and with the number of swaps. <see cref="SteppedState"/> keeps every digit at some seven times
/// the cost; <see cref="StateBatch"/> steps many paths at once.</para>
/// <para>Mutable: one thread at a time. A refused swap leaves no trace. Nothing allocates after construction.
/// Source: spec 01-surface, sections 2 to 4.</para></remarks>
public sealed class SwapPath
{
    private readonly SurfaceColumns _columns;
    private readonly double[] _balances;
    private readonly int _dimension;

    // Two gradients side by side, the present one at _present: flipping an index is cheaper than exchanging two arrays.
    private readonly double[] _gradients;
    private int _present;

    /// <summary>A path that starts at a prepared state.</summary>
    public SwapPath(EllipsoidState start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _columns = start.Surface.Columns;
        _balances = start.Balances.ToArray();
        _dimension = _balances.Length;
        _gradients = new double[2 * _columns.Stride];

        // The padding stays far below every price, so that it is never one that refuses a swap.
        _gradients.AsSpan().Fill(double.MinValue);
        start.Gradient.CopyTo(_gradients);
    }

    /// <summary>N, the number of assets.</summary>
    public int Dimension => _dimension;

    /// <summary>v, the balances in surface units.</summary>
    public ReadOnlySpan<double> Balances => _balances;

    /// <summary>g, every component below 0.</summary>
    public ReadOnlySpan<double> Gradient => _gradients.AsSpan(_present, Dimension);

    /// <summary>Quotes a swap by its amount in and, when the status is Ok, applies it: g += x·G_k − y·G_j, v_k += x, v_j −= y.</summary>
    /// <param name="assetIn">k, the asset paid in.</param>
    /// <param name="assetOut">j, the asset paid out.</param>
    /// <param name="amountIn">x, in surface units and without a fee.</param>
    /// <returns>y.</returns>
    public Quote Swap(int assetIn, int assetOut, double amountIn)
    {
        if ((uint)assetIn >= (uint)_dimension || (uint)assetOut >= (uint)_dimension || assetIn == assetOut || !(amountIn > 0 && amountIn <= double.MaxValue))
        {
            return Quote.Refuse(AmountCheck.Swap(_dimension, assetIn, assetOut, amountIn, 0));
        }

        int stride = _columns.Stride;
        Span<double> gradient = _gradients.AsSpan(_present, stride);
        (double own, double paid) = (gradient[assetOut], gradient[assetIn]);
        PairMetric<Lane1> pair = _columns.Pair(SwapKind.ExactIn, assetIn, assetOut);
        Columns<Lane1> row = pair.Row(own, paid, pair.Mixed(own, paid));
        double amountOut = SwapQuadratic.Solve<Lane1>(in row, amountIn).Value;
        bool priced = RankTwoUpdate.Apply(
            gradient, amountIn, _columns.High(assetIn), -amountOut, _columns.High(assetOut), _gradients.AsSpan(stride - _present, stride));
        if (!(priced && amountOut > 0 && amountOut <= _balances[assetOut]))
        {
            return Quote.Refuse(QuoteStatus.Infeasible);
        }

        _present = stride - _present;
        _balances[assetIn] += amountIn;
        _balances[assetOut] -= amountOut;
        return new(amountOut, QuoteStatus.Ok);
    }
}
