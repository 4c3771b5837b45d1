using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>The numbers of one ordered pair on one state, and the two swaps between them in that precision.</summary>
/// <remarks>Source: spec 01-surface, section 2.</remarks>
internal readonly struct SwapPair<TReal>
    where TReal : unmanaged, IExtendedReal<TReal>
{
    private readonly TReal _metricIn;
    private readonly TReal _metricOut;
    private readonly TReal _cross;
    private readonly TReal _minor;
    private readonly TReal _mixedOut;
    private readonly TReal _mixedIn;

    public SwapPair(StateNumbers<TReal> state, int assetIn, int assetOut)
        : this(state.Surface, state.Gradient[assetIn], state.Gradient[assetOut], assetIn, assetOut)
    {
    }

    public SwapPair(SurfaceNumbers<TReal> surface, TReal gradientIn, TReal gradientOut, int assetIn, int assetOut)
    {
        int n = surface.Dimension;
        (GradientIn, GradientOut) = (gradientIn, gradientOut);
        _metricIn = surface.Metric[(assetIn * n) + assetIn];
        _metricOut = surface.Metric[(assetOut * n) + assetOut];
        _cross = surface.Metric[(assetOut * n) + assetIn];
        _minor = surface.Minor[(assetOut * n) + assetIn];
        _mixedOut = (gradientOut * _cross) - (gradientIn * _metricOut);
        _mixedIn = (gradientIn * _cross) - (gradientOut * _metricIn);
    }

    public TReal GradientIn { get; }

    public TReal GradientOut { get; }

    /// <summary>The other amount of a swap of either kind, rounded once; NaN where the curve ends before.</summary>
    public double Solve(SwapKind kind, double amount)
    {
        TReal given = amount;
        bool found = kind == SwapKind.ExactIn ? TryExactIn(given, out TReal other) : TryExactOut(given, out other);
        return found ? TReal.ToDouble(other) : double.NaN;
    }

    /// <summary>The amount out for an amount in; false where the curve ends before.</summary>
    public bool TryExactIn(TReal amount, out TReal result)
    {
        PairMetric<TReal> metric = new(_metricIn, _metricOut, _cross, _minor, exactOut: false);
        return TrySolve(metric.Row(GradientOut, GradientIn, _mixedOut), amount, out _, out result);
    }

    /// <summary>The amount in for an amount out; false where the curve ends before.</summary>
    public bool TryExactOut(TReal amount, out TReal result)
    {
        PairMetric<TReal> metric = new(_metricIn, _metricOut, _cross, _minor, exactOut: true);
        return TrySolve(metric.Row(GradientIn, GradientOut, -_mixedIn), amount, out TReal b, out result) && b < 0;
    }

    private static bool TrySolve(in Columns<TReal> row, TReal amount, out TReal b, out TReal result)
    {
        SwapQuadratic.Begin(in row, amount, out b, out TReal numerator, out TReal discriminant);
        result = NearRoot.Solve(b, numerator, TReal.Sqrt(discriminant), row.C6);
        return !(discriminant < 0) && result > 0;
    }

    /// <summary>The amount in up to which the discriminant keeps that part of the magnitude of its terms.</summary>
    public TReal PlainIn(double part) => Plain(GradientOut, _mixedOut, part);

    /// <summary>The amount out up to which the discriminant keeps that part of the magnitude of its terms.</summary>
    public TReal PlainOut(double part) => Plain(GradientIn, -_mixedIn, part);

    /// <summary>The root of (1 + p)D·a² − 2(1 ∓ p)E·a − (1 − p)g², where g² + 2Ea − Da² is p times g² + 2|E|a + Da².</summary>
    private TReal Plain(TReal gradient, TReal mixed, double part)
    {
        TReal square = gradient * gradient * (1 - part);
        TReal minor = _minor * (1 + part);
        TReal linear = mixed * (mixed < 0 ? 1 + part : 1 - part);
        TReal root = TReal.Sqrt((linear * linear) + (minor * square));
        return linear < 0 ? square / (root - linear) : (linear + root) / minor;
    }

    /// <summary>The amount out at which the price of the asset in reaches zero: the root of D·y² + 2E_kj·y − g_k².</summary>
    public TReal PriceExhaustion()
    {
        TReal square = GradientIn * GradientIn;
        TReal root = TReal.Sqrt((_mixedIn * _mixedIn) + (_minor * square));
        return _mixedIn < 0 ? (root - _mixedIn) / _minor : square / (root + _mixedIn);
    }

    /// <summary>The gradient of the asset in after the trade.</summary>
    public TReal GradientInAfter(TReal amountIn, TReal amountOut) => GradientIn + (amountIn * _metricIn) - (amountOut * _cross);

    /// <summary>The gradient of the asset out after the trade.</summary>
    public TReal GradientOutAfter(TReal amountIn, TReal amountOut) => GradientOut + (amountIn * _cross) - (amountOut * _metricOut);

    /// <summary>a·y² + 2b·y + c = 0 for the amounts out at which a third asset's price is zero, that asset having gradient g
    /// and metric entries toward the asset in and the asset out: x = (y·G_ij − g_i)/G_ik put into the swap quadratic.</summary>
    public (TReal A, TReal B, TReal C) ThirdAssetQuadratic(TReal gradient, TReal towardIn, TReal towardOut)
    {
        TReal tilt = (_metricIn * towardOut) - (towardIn * _cross);
        TReal a = (towardOut * tilt) + (towardIn * ((_metricOut * towardIn) - (towardOut * _cross)));
        TReal b = (towardIn * ((towardOut * GradientIn) - (GradientOut * towardIn))) - (gradient * tilt);
        TReal c = gradient * ((_metricIn * gradient) - (GradientIn * towardIn) - (GradientIn * towardIn));
        return (a, b, c);
    }
}
