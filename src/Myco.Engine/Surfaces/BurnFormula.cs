using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>The change d of one balance when the invariant changes by δ: burns into one asset (δ &lt; 0) and deposits for a wanted mint (δ &gt; 0).</summary>
/// <remarks>G_jj·d² + 2b·d + c = 0 with b = g_j − δt_j, c = δ(κδ + 2s₀), s² = g_j² − 2δ(g_jt_j + G_jj·s₀) + δ²M_jj;
/// d = c/(s − b) for b ≤ 0, else −(b + s)/G_jj. Source: spec 01-surface, section 2.</remarks>
internal static class BurnFormula
{
    private const double CancellationAllowed = 3;

    /// <summary>The amount that leaves the pool when the invariant falls by the fraction given.</summary>
    public static Solution Burn<TReal>(StateNumbers<TReal> state, int asset, double fraction, TReal slope)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        TReal fall = -(state.Invariant * fraction);
        bool found = TrySolve(state, asset, fall, slope, out TReal change, out bool isAccurate);
        bool held = found && change < 0 && !(state.Balances[asset] + change < 0);
        return Judge(state, asset, fall, change, held, -change, null, isAccurate);
    }

    /// <summary>The deposit of one asset that makes the invariant grow by the fraction given.</summary>
    public static Solution Deposit<TReal>(StateNumbers<TReal> state, int asset, double growth, TReal slope, PriceBox box)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        TReal rise = state.Invariant * growth;
        bool found = TrySolve(state, asset, rise, slope, out TReal change, out bool isAccurate);
        return Judge(state, asset, rise, change, found && change > 0, change, box, isAccurate);
    }

    private static bool TrySolve<TReal>(
        StateNumbers<TReal> state, int asset, TReal delta, TReal slope, out TReal change, out bool isAccurate)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        SurfaceNumbers<TReal> surface = state.Surface;
        int diagonal = (asset * state.Dimension) + asset;
        TReal own = state.Gradient[asset];
        TReal back = delta * surface.OffsetImage[asset];
        TReal b = own - back;
        TReal scaled = surface.Kappa * delta;
        TReal c = delta * (scaled + state.Root + state.Root);
        TReal linear = delta * slope;
        TReal square = delta * delta * surface.Cone[diagonal];
        TReal discriminant = (own * own) - linear - linear + square;
        TReal root = TReal.Sqrt(discriminant);
        bool near = !(b > 0);
        change = NearRoot.Change(b, c, root, surface.Metric[diagonal]);
        isAccurate = Magnitude(own * own, linear + linear, square) <= CancellationAllowed * TReal.ToDouble(discriminant)
            && Magnitude(own, back, 0) <= CancellationAllowed * TReal.ToDouble(near ? root - b : root + b)
            && Magnitude(scaled, state.Root + state.Root, 0) <= CancellationAllowed * Math.Abs(TReal.ToDouble(scaled + state.Root + state.Root));
        return !(discriminant < 0);
    }

    private static double Magnitude<TReal>(TReal x, TReal y, TReal z)
        where TReal : unmanaged, IExtendedReal<TReal> =>
        Math.Abs(TReal.ToDouble(x)) + Math.Abs(TReal.ToDouble(y)) + Math.Abs(TReal.ToDouble(z));

    private static Solution Judge<TReal>(
        StateNumbers<TReal> state, int asset, TReal delta, TReal change, bool found, TReal amount, PriceBox? box, bool isAccurate)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        if (!found)
        {
            return Solution.Refuse(QuoteStatus.Infeasible, isAccurate);
        }

        int n = state.Dimension;
        Span<TReal> gradient = stackalloc TReal[n];
        Span<double> magnitude = stackalloc double[n];
        for (int i = 0; i < n; i++)
        {
            TReal moved = change * state.Surface.Metric[(asset * n) + i];
            TReal back = delta * state.Surface.OffsetImage[i];
            gradient[i] = state.Gradient[i] + moved - back;
            magnitude[i] = Magnitude(state.Gradient[i], moved, back);
        }

        QuoteStatus status = PriceCheck.Judge(state, gradient, magnitude, box, out bool isReliable);
        return status == QuoteStatus.Ok
            ? new(new(TReal.ToDouble(amount), status), isReliable && isAccurate)
            : Solution.Refuse(status, isReliable && isAccurate);
    }
}
