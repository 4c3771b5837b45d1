using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>A swap in quad-double from the balances up: the oracle, and what answers for the last hair before a price is exhausted, where the square root of
/// what all but cancels would cost the amount half of the bits that a state keeps.</summary>
/// <remarks>O(N²), and no allocation. Source: spec 01-surface, sections 2 and 3.</remarks>
internal static class PreciseSwap
{
    /// <summary>The other amount of a swap of either kind; NaN where the curve ends before.</summary>
    public static QuadDouble Solve(
        EllipsoidSurface surface, ReadOnlySpan<double> balances, ReadOnlySpan<double> balancesLow, SwapKind kind, int assetIn, int assetOut, double amount)
    {
        int n = surface.Dimension;
        SurfaceNumbers<QuadDouble> numbers = surface.InQuadDouble;
        Span<DoubleDouble> given = stackalloc DoubleDouble[n];
        Span<QuadDouble> exact = stackalloc QuadDouble[n];
        Span<QuadDouble> image = stackalloc QuadDouble[n];
        Span<QuadDouble> prices = stackalloc QuadDouble[n];
        for (int i = 0; i < n; i++)
        {
            given[i] = new(balances[i], balancesLow[i]);
            exact[i] = given[i];
        }

        if (StatePreparation.Evaluate<QuadDouble>(numbers, given, exact, image, prices, stackalloc double[n], out _, out _) != StateVerdict.Good)
        {
            return double.NaN;
        }

        SwapPair<QuadDouble> pair = new(numbers, -prices[assetIn] / numbers.Kappa, -prices[assetOut] / numbers.Kappa, assetIn, assetOut);
        bool found = kind == SwapKind.ExactIn ? pair.TryExactIn(amount, out QuadDouble result) : pair.TryExactOut(amount, out result);
        return found ? result : double.NaN;
    }
}
