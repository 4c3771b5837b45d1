using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>The balances that leave no profit at given prices: v(p) = r·(o − Σp/|p|_Σ), worth p·v(p) = r·(p·o − |p|_Σ).</summary>
/// <remarks>Source: spec 01-surface, sections 1 and 2.</remarks>
internal static class ArbitrageFormula
{
    /// <summary>A balance of fewer than so many bits, relative to its terms, is the rounding of a balance that is zero.</summary>
    private const int ZeroBits = 30;

    /// <summary>Bits that a result must keep: 53, and three below them.</summary>
    private const int BitsKept = 56;

    /// <summary>Writes the balances and returns their value. A price vector that some balance below zero would be needed for is outside the box.</summary>
    public static Quote Target<TReal>(
        SurfaceNumbers<TReal> surface, TReal invariant, ReadOnlySpan<double> prices, Span<double> balances, out bool isReliable)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = prices.Length;
        Span<TReal> image = stackalloc TReal[n];
        ExtendedSymmetricProduct.Multiply<TReal>(surface.InverseMetric, prices, image);
        TReal square = ExtendedDot.Compute<TReal>(image, prices);
        TReal norm = TReal.Sqrt(square);
        double kept = Math.ScaleB(1, TReal.Precision - BitsKept);
        double zero = Math.ScaleB(1, ZeroBits - TReal.Precision);
        double size = 0;
        for (int i = 0; i < n; i++)
        {
            size += Magnitude(surface, i, prices) * prices[i];
        }

        double lost = size / TReal.ToDouble(square);
        isReliable = lost < kept;
        for (int i = 0; i < n; i++)
        {
            TReal reach = image[i] / norm;
            TReal unit = surface.UnitOffset[i] - reach;
            double terms = Math.Abs(TReal.ToDouble(surface.UnitOffset[i])) + Math.Abs(TReal.ToDouble(reach));
            double balance = TReal.ToDouble(unit);
            double rounding = (Magnitude(surface, i, prices) / TReal.ToDouble(norm)) + (lost * Math.Abs(TReal.ToDouble(reach))) + terms;
            isReliable &= rounding < kept * Math.Abs(balance);
            if (balance < -zero * rounding)
            {
                balances.Fill(double.NaN);
                return Quote.Refuse(QuoteStatus.OutsidePriceBounds);
            }

            balances[i] = balance > 0 ? TReal.ToDouble(unit * invariant) : 0;
        }

        TReal worth = ExtendedDot.Compute<TReal>(surface.UnitOffset, prices) - norm;
        isReliable &= TReal.ToDouble(norm) * (1 + lost) < kept * TReal.ToDouble(worth);
        return new(TReal.ToDouble(worth * invariant), QuoteStatus.Ok);
    }

    private static double Magnitude<TReal>(SurfaceNumbers<TReal> surface, int row, ReadOnlySpan<double> prices)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        double sum = 0;
        for (int j = 0; j < prices.Length; j++)
        {
            sum += Math.Abs(TReal.ToDouble(surface.InverseMetric[(row * prices.Length) + j])) * prices[j];
        }

        return sum;
    }
}
