using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>Balances on a surface, prepared for quotes: the invariant, the prices, and a row of eight numbers per pair.</summary>
/// <remarks><para>Immutable; safe to share between threads. Quotes allocate nothing and throw nothing: what cannot be priced has a
/// status. Swaps are within 4 ulp of the exact amount, mints and burns within 6, at any stretch.</para>
/// <para>Prices of asset i are −g_i up to a common factor. Source: spec 01-surface.</para></remarks>
public sealed partial class EllipsoidState
{
    private readonly ExtendedState _extended;
    private readonly StateNumbers<Lane1> _plain;
    private readonly SwapTable _swaps;
    private readonly SwapRow[] _rows;
    private readonly int _dimension;
    private readonly double[] _balances;
    private readonly double[] _balancesLow;
    private readonly double[] _gradient;
    private readonly double[] _burnSlopes;

    internal EllipsoidState(EllipsoidSurface surface, StateNumbers<DoubleDouble> numbers)
        : this(surface, new ExtendedState<DoubleDouble>(numbers, value => value))
    {
    }

    internal EllipsoidState(EllipsoidSurface surface, StateNumbers<QuadDouble> numbers)
        : this(surface, new ExtendedState<QuadDouble>(numbers, DoubleDouble.FromQuadDouble))
    {
    }

    private EllipsoidState(EllipsoidSurface surface, ExtendedState extended)
    {
        int n = surface.Dimension;
        (Surface, _dimension, _extended, _plain) = (surface, n, extended, extended.Round(surface.InBinary64));
        Span<DoubleDouble> balances = stackalloc DoubleDouble[n];
        extended.CopyBalances(balances);
        (_balances, _balancesLow, _gradient, _burnSlopes) = (new double[n], new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++)
        {
            (_balances[i], _balancesLow[i]) = (balances[i].High, balances[i].Low);
            _gradient[i] = Lane1.ToDouble(_plain.Gradient[i]);
            _burnSlopes[i] = extended.BurnSlope(i);
        }

        _swaps = new(extended, surface.Columns, _gradient);
        _rows = _swaps.Rows;
    }

    /// <summary>The surface that the balances lie on.</summary>
    public EllipsoidSurface Surface { get; }

    /// <summary>N, the number of assets.</summary>
    public int Dimension => _dimension;

    /// <summary>v, the balances in surface units.</summary>
    public ReadOnlySpan<double> Balances => _balances;

    /// <summary>What the balances are beyond <see cref="Balances"/>: zero unless the state comes from stepping, which keeps sums exactly.</summary>
    public ReadOnlySpan<double> BalancesLow => _balancesLow;

    /// <summary>g = G·v − r·t, every component below 0; rounded once.</summary>
    public ReadOnlySpan<double> Gradient => _gradient;

    /// <summary>r = (t·v + s₀)/κ; rounded once.</summary>
    public double Invariant => _extended.Invariant.High;

    /// <summary>χ = max_i(−g_i/β_i) / min_i(−g_i/α_i): at most 1 when the prices lie in the box.</summary>
    public double BoxExcess => _extended.BoxExcess(Surface.Box);

    internal ExtendedState Extended => _extended;

    internal SwapTable Swaps => _swaps;

    /// <summary>The price of asset out in units of asset in before any trade, g_out/g_in.</summary>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An asset is not of this surface.</exception>
    public double SpotPrice(int assetIn, int assetOut)
    {
        CheckAsset(assetIn, nameof(assetIn));
        CheckAsset(assetOut, nameof(assetOut));
        return _gradient[assetOut] / _gradient[assetIn];
    }

    /// <summary>How far a swap's average price lies above the spot price, average/spot − 1, from its two amounts: without a fee it
    /// is (G_jj·y² − 2xy·G_jk + G_kk·x²)/(−2y·g_j), never below 0, and free of the plain quotient's cancellation where that is small.</summary>
    /// <param name="assetIn">k, the asset paid in.</param>
    /// <param name="assetOut">j, the asset paid out.</param>
    /// <param name="amountIn">x, what reaches the curve: the amount in less its fee.</param>
    /// <param name="amountOut">y.</param>
    /// <exception cref="ArgumentOutOfRangeException">An asset is not of this surface.</exception>
    public double PriceImpact(int assetIn, int assetOut, double amountIn, double amountOut)
    {
        CheckAsset(assetIn, nameof(assetIn));
        CheckAsset(assetOut, nameof(assetOut));
        SurfaceColumns columns = Surface.Columns;
        double metric = columns.Metric(assetOut, assetOut);
        double along = Math.FusedMultiplyAdd(metric, amountOut, -columns.Metric(assetOut, assetIn) * amountIn);
        if (!(Math.Abs(along) <= -_gradient[assetOut]))
        {
            // Far out the price has moved by more than itself: the plain quotient cancels nothing, the terms of the form would.
            return (amountIn / amountOut * (_gradient[assetIn] / _gradient[assetOut])) - 1;
        }

        double form = ((along * along) + (columns.Minor(assetOut, assetIn) * amountIn * amountIn)) / metric;
        return form / (-2 * amountOut * _gradient[assetOut]);
    }

    /// <summary>Σ p_i·v_i.</summary>
    /// <param name="prices">N prices.</param>
    /// <exception cref="ArgumentException">The number of prices is not N.</exception>
    public double ValueAt(ReadOnlySpan<double> prices)
    {
        CheckLength(prices.Length, nameof(prices));
        DoubleDouble sum = DoubleDouble.Zero;
        for (int i = 0; i < prices.Length; i++)
        {
            sum += DoubleDouble.Product(prices[i], _balances[i]);
        }

        return sum.High;
    }

    /// <summary>The value of the balances at the state's own prices, in units of one asset: Σ g_i·v_i / g_asset.</summary>
    /// <param name="asset">The asset that values are told in.</param>
    /// <exception cref="ArgumentOutOfRangeException">The asset is not of this surface.</exception>
    public double ValueIn(int asset)
    {
        CheckAsset(asset, nameof(asset));
        return ValueAt(_gradient) / _gradient[asset];
    }

    /// <summary>The deposit of one asset per unit of relative growth of the invariant, at the margin: −r·s₀/g_i.</summary>
    /// <param name="asset">i, the asset deposited.</param>
    /// <exception cref="ArgumentOutOfRangeException">The asset is not of this surface.</exception>
    public double MintPrice(int asset)
    {
        CheckAsset(asset, nameof(asset));
        return -Invariant * _extended.Root.High / _gradient[asset];
    }

    /// <summary>A mutable copy that trades can be applied to.</summary>
    public SteppedState ToStepped() => new(this);

    private void CheckAsset(int asset, string parameter) => StateGuards.CheckAsset(asset, Dimension, parameter);

    private void CheckLength(int length, string parameter) => StateGuards.CheckLength(length, Dimension, parameter);
}
