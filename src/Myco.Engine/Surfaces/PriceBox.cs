using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>How far a price vector lies outside the box ∏[α_i, β_i]: χ = max_i(p_i/β_i) / min_i(p_i/α_i), at most 1 inside.</summary>
/// <remarks>Prices count up to a common factor. The part of χ that one asset has with itself, α_i/β_i, is constant and at most
/// 1, so only pairs of different assets can leave the box. Source: spec 01-surface, section 2.</remarks>
internal readonly struct PriceBox(double[] priceLower, double[] priceUpper)
{
    /// <summary>χ over all pairs of assets.</summary>
    public TReal Excess<TReal>(ReadOnlySpan<TReal> prices)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        TReal highest = prices[0] / priceUpper[0];
        TReal lowest = prices[0] / priceLower[0];
        for (int i = 1; i < prices.Length; i++)
        {
            TReal high = prices[i] / priceUpper[i];
            TReal low = prices[i] / priceLower[i];
            highest = high > highest ? high : highest;
            lowest = low < lowest ? low : lowest;
        }

        return highest / lowest;
    }

    /// <summary>χ over pairs of different assets.</summary>
    public TReal ExcessAcross<TReal>(ReadOnlySpan<TReal> prices)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        Leaders<TReal> highest = default;
        Leaders<TReal> lowest = default;
        for (int i = 0; i < prices.Length; i++)
        {
            highest.Offer(prices[i] / priceUpper[i], i);
            lowest.Offer(-(prices[i] / priceLower[i]), i);
        }

        if (highest.FirstIndex != lowest.FirstIndex)
        {
            return -(highest.First / lowest.First);
        }

        TReal one = -(highest.Second / lowest.First);
        TReal other = -(highest.First / lowest.Second);
        return one > other ? one : other;
    }

    /// <summary>The two greatest of a few numbers, and where the greatest was.</summary>
    private struct Leaders<TReal>
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        private int _count;

        public TReal First { get; private set; }

        public TReal Second { get; private set; }

        public int FirstIndex { get; private set; }

        public void Offer(TReal value, int index)
        {
            if (_count == 0 || value > First)
            {
                (Second, First, FirstIndex) = (First, value, index);
            }
            else if (_count == 1 || value > Second)
            {
                Second = value;
            }

            _count++;
        }
    }
}
