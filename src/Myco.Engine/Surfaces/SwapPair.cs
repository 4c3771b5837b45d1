using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>The numbers of one ordered pair on one state, and the two swaps between them in that precision.</summary>
/// <remarks>Source: spec 01-surface, section 2. The binary64 form of the same swaps, for every width, is
/// <see cref="Myco.Kernels.Quadratics.SwapQuadratic"/>.</remarks>
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
    {
        int n = state.Dimension;
        GradientIn = state.Gradient[assetIn];
        GradientOut = state.Gradient[assetOut];
        _metricIn = state.Surface.Metric[(assetIn * n) + assetIn];
        _metricOut = state.Surface.Metric[(assetOut * n) + assetOut];
        _cross = state.Surface.Metric[(assetOut * n) + assetIn];
        _minor = state.Surface.Minor[(assetOut * n) + assetIn];
        _mixedOut = state.Mixed(assetOut, assetIn);
        _mixedIn = state.Mixed(assetIn, assetOut);
    }

    public TReal GradientIn { get; }

    public TReal GradientOut { get; }

    /// <summary>The amount out for an amount in; false where the curve ends before.</summary>
    public bool TryExactIn(TReal amount, out TReal result)
    {
        TReal b = GradientOut + (amount * _cross);
        TReal discriminant = (GradientOut * GradientOut) + (amount * (_mixedOut + _mixedOut - (amount * _minor)));
        TReal root = TReal.Sqrt(discriminant);
        TReal numerator = -(amount * (GradientIn + GradientIn + (amount * _metricIn)));
        result = b > TReal.Zero ? (b + root) / _metricOut : numerator / (root - b);
        return !(discriminant < TReal.Zero) && result > TReal.Zero;
    }

    /// <summary>The amount in for an amount out; false where the curve ends before.</summary>
    public bool TryExactOut(TReal amount, out TReal result)
    {
        TReal b = GradientIn - (amount * _cross);
        TReal discriminant = (GradientIn * GradientIn) - (amount * (_mixedIn + _mixedIn + (amount * _minor)));
        TReal numerator = amount * ((amount * _metricOut) - GradientOut - GradientOut);
        result = numerator / (TReal.Sqrt(discriminant) - b);
        return !(discriminant < TReal.Zero) && b < TReal.Zero && result > TReal.Zero;
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
        TReal linear = mixed * (mixed < TReal.Zero ? 1 + part : 1 - part);
        TReal root = TReal.Sqrt((linear * linear) + (minor * square));
        return linear < TReal.Zero ? square / (root - linear) : (linear + root) / minor;
    }

    /// <summary>The amount out at which the price of the asset in reaches zero: the root of D·y² + 2E_kj·y − g_k².</summary>
    public TReal PriceExhaustion()
    {
        TReal square = GradientIn * GradientIn;
        TReal root = TReal.Sqrt((_mixedIn * _mixedIn) + (_minor * square));
        return _mixedIn < TReal.Zero ? (root - _mixedIn) / _minor : square / (root + _mixedIn);
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
