using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Engine.Surfaces;

/// <summary>The least offsets for which every price vector of the box is reached with no balance below zero:
/// o_i = max over p in ∏[α_j, β_j] of f_i(p) = (Σp)_i / |p|_Σ.</summary>
/// <remarks>f_i never decreases in p_i, so p_i = β_i. Where (Σp)_i can be positive the maximum is found and proved by
/// <see cref="OffsetSearch"/>; where it cannot, f_i is greatest at a vertex of the box. Source: spec 01-surface, section 1.</remarks>
internal static class UnitOffsets
{
    private const int LargestEnumeration = 16;

    /// <summary>The offset of every asset, or why one is not proved.</summary>
    public static bool TryFind(
        QuadDouble[] inverseMetric, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper,
        [NotNullWhen(true)] out QuadDouble[]? offsets, [NotNullWhen(false)] out SurfaceProblem? problem)
    {
        int n = priceLower.Length;
        QuadDouble[] found = new QuadDouble[n];
        double[] prices = new double[n];
        (offsets, problem) = (null, null);
        for (int asset = 0; asset < n && problem is null; asset++)
        {
            found[asset] = GreatestNumerator(inverseMetric, asset, priceLower, priceUpper, prices)
                ? OffsetSearch.Maximize(inverseMetric, asset, priceLower, priceUpper, prices, out problem)
                : LargestAtVertices(inverseMetric, asset, priceLower, priceUpper, out problem);
        }

        offsets = problem is null ? found : null;
        return offsets is not null;
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
        QuadDouble[] inverseMetric, int asset, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper, out SurfaceProblem? problem)
    {
        int n = priceLower.Length;
        problem = null;
        if (n > LargestEnumeration)
        {
            problem = new("priceLower", $"the offset of asset {asset} is negative and {n} assets have 2^{n - 1} candidate vertices; the limit is {LargestEnumeration} assets; raise the upper price bound of asset {asset} or turn the rotation away from it");
            return QuadDouble.Zero;
        }

        double[] best = BestVertex(Array.ConvertAll(inverseMetric, DoubleDouble.FromQuadDouble), asset, priceLower, priceUpper);
        return Value(inverseMetric, asset, best);
    }

    /// <summary>The vertex with p_i = β_i at which f_i is greatest, walked in the order of a Gray code: one price changes a step.</summary>
    private static double[] BestVertex(
        DoubleDouble[] inverseMetric, int asset, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper)
    {
        int n = priceLower.Length;
        double[] prices = priceLower.ToArray();
        prices[asset] = priceUpper[asset];
        DoubleDouble[] image = new DoubleDouble[n];
        ExtendedSymmetricProduct.Multiply<DoubleDouble>(inverseMetric, prices, image);
        double[] best = [.. prices];
        DoubleDouble largest = image[asset] / DoubleDouble.Sqrt(ExtendedDot.Compute<DoubleDouble>(image, prices));
        for (uint step = 1; step < 1u << (n - 1); step++)
        {
            int bit = BitOperations.TrailingZeroCount(step);
            int moved = bit < asset ? bit : bit + 1;
            double other = prices[moved] == priceUpper[moved] ? priceLower[moved] : priceUpper[moved];
            DoubleDouble change = DoubleDouble.Sum(other, -prices[moved]);
            prices[moved] = other;
            for (int i = 0; i < n; i++)
            {
                image[i] += inverseMetric[(moved * n) + i] * change;
            }

            DoubleDouble value = image[asset] / DoubleDouble.Sqrt(ExtendedDot.Compute<DoubleDouble>(image, prices));
            if (value > largest)
            {
                largest = value;
                prices.CopyTo(best, 0);
            }
        }

        return best;
    }

    /// <summary>f_i(p) = (Σp)_i / |p|_Σ.</summary>
    private static QuadDouble Value(QuadDouble[] inverseMetric, int asset, ReadOnlySpan<double> prices)
    {
        Span<QuadDouble> image = stackalloc QuadDouble[prices.Length];
        ExtendedSymmetricProduct.Multiply<QuadDouble>(inverseMetric, prices, image);
        return image[asset] / QuadDouble.Sqrt(ExtendedDot.Compute<QuadDouble>(image, prices));
    }
}
