using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>The least offsets for which every price vector of the box is reached with no balance below zero:
/// o_i = max over p in ∏[α_j, β_j] of f_i(p) = (Σp)_i / |p|_Σ.</summary>
/// <remarks>f_i never decreases in p_i, so p_i = β_i. Where (Σp)_i can be positive the maximum is found and proved by
/// <see cref="OffsetSearch"/>; where it cannot, f_i is greatest at a vertex of the box. Source: spec 01-surface, section 1.</remarks>
internal static class UnitOffsets
{
    private const int LargestEnumeration = 16;

    public static QuadDouble[] Find(QuadDouble[] inverseMetric, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper)
    {
        int n = priceLower.Length;
        QuadDouble[] offsets = new QuadDouble[n];
        double[] prices = new double[n];
        for (int asset = 0; asset < n; asset++)
        {
            if (!GreatestNumerator(inverseMetric, asset, priceLower, priceUpper, prices))
            {
                offsets[asset] = LargestAtVertices(inverseMetric, asset, priceLower, priceUpper);
            }
            else
            {
                offsets[asset] = OffsetSearch.Maximize(inverseMetric, asset, priceLower, priceUpper, prices);
            }
        }

        return offsets;
    }

    /// <summary>The vertex with the greatest (Σp)_i; false when even that is not above zero.</summary>
    private static bool GreatestNumerator(
        QuadDouble[] inverseMetric, int asset, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper, Span<double> prices)
    {
        int n = prices.Length;
        for (int j = 0; j < n; j++)
        {
            prices[j] = inverseMetric[(asset * n) + j].X0 > 0 ? priceUpper[j] : priceLower[j];
        }

        return ExtendedDot.Compute<QuadDouble>(inverseMetric.AsSpan(asset * n, n), prices).X0 > 0;
    }

    private static QuadDouble LargestAtVertices(
        QuadDouble[] inverseMetric, int asset, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper)
    {
        int n = priceLower.Length;
        if (n > LargestEnumeration)
        {
            SurfaceGuards.Throw("priceLower", $"the offset of asset {asset} is negative and {n} assets have 2^{n - 1} candidate vertices; the limit is {LargestEnumeration} assets; raise the upper price bound of asset {asset} or turn the rotation away from it");
        }

        DoubleDouble[] rounded = Array.ConvertAll(inverseMetric, DoubleDouble.FromQuadDouble);
        double[] prices = new double[n];
        double[] best = new double[n];
        DoubleDouble largest = double.NegativeInfinity;
        for (int vertex = 0; vertex < 1 << (n - 1); vertex++)
        {
            SetVertex(vertex, asset, priceLower, priceUpper, prices);
            DoubleDouble value = Value(rounded, asset, prices);
            if (value.High > largest.High || (value.High == largest.High && value.Low > largest.Low))
            {
                largest = value;
                prices.CopyTo(best, 0);
            }
        }

        return Value(inverseMetric, asset, best);
    }

    private static void SetVertex(int vertex, int asset, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper, Span<double> prices)
    {
        for (int j = 0, bit = 0; j < prices.Length; j++)
        {
            prices[j] = j == asset || ((vertex >> bit) & 1) != 0 ? priceUpper[j] : priceLower[j];
            bit += j == asset ? 0 : 1;
        }
    }

    /// <summary>f_i(p) = (Σp)_i / |p|_Σ.</summary>
    private static TReal Value<TReal>(TReal[] inverseMetric, int asset, ReadOnlySpan<double> prices)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        Span<TReal> image = stackalloc TReal[prices.Length];
        ExtendedSymmetricProduct.Multiply<TReal>(inverseMetric, prices, image);
        return image[asset] / TReal.Sqrt(ExtendedDot.Compute<TReal>(image, prices));
    }
}
