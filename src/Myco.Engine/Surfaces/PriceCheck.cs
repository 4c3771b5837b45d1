using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>The prices at the end of a trade: all positive, and for mints not farther outside the box than before.</summary>
internal static class PriceCheck
{
    /// <summary>How many roundings a new gradient may carry, times a margin.</summary>
    private const double Roundings = 64;

    /// <summary>Judges the gradient after a trade.</summary>
    /// <param name="state">The state before the trade.</param>
    /// <param name="gradient">The gradient after it; turned into prices in place.</param>
    /// <param name="magnitude">The sum of the magnitudes of each component's terms.</param>
    /// <param name="box">The box that a mint must respect, or null for other trades.</param>
    /// <param name="isReliable">Whether the verdict stands whatever the roundings were.</param>
    public static QuoteStatus Judge<TReal>(
        StateNumbers<TReal> state, Span<TReal> gradient, ReadOnlySpan<double> magnitude, PriceBox? box, out bool isReliable)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        double unit = Math.ScaleB(Roundings, -TReal.Precision);
        double worst = 0;
        bool positive = true;
        isReliable = true;
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = -gradient[i];
            double price = TReal.ToDouble(gradient[i]);
            double relative = unit * magnitude[i] / Math.Abs(price);
            positive &= price > 0;
            isReliable &= relative < 1;
            worst = Math.Max(worst, relative);
        }

        return !positive ? QuoteStatus.Infeasible
            : box is { } bounds ? JudgeBox(state, gradient, worst, bounds, ref isReliable)
            : QuoteStatus.Ok;
    }

    private static QuoteStatus JudgeBox<TReal>(
        StateNumbers<TReal> state, ReadOnlySpan<TReal> prices, double relative, PriceBox box, ref bool isReliable)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        TReal after = box.ExcessAcross(prices);
        double margin = 4 * (relative + Math.ScaleB(Roundings, -TReal.Precision));
        double beyond = TReal.ToDouble(after - 1);
        if (beyond < -margin)
        {
            return QuoteStatus.Ok;
        }

        Span<TReal> before = stackalloc TReal[prices.Length];
        for (int i = 0; i < before.Length; i++)
        {
            before[i] = -state.Gradient[i];
        }

        TReal present = box.ExcessAcross<TReal>(before);
        TReal allowed = present > 1 ? present : 1;
        double excess = TReal.ToDouble(after - allowed);
        isReliable &= Math.Abs(excess) > margin * TReal.ToDouble(allowed);
        return excess > 0 ? QuoteStatus.OutsidePriceBounds : QuoteStatus.Ok;
    }
}
