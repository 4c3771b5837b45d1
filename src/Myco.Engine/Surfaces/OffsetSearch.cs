using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>The maximum of f_i(p) = (Σp)_i / |p|_Σ over the price box by a primal active-set method, with its proof.</summary>
/// <remarks><para>Where (Σp)_i &gt; 0, f_i is pseudo-concave: the one point that meets the first-order conditions is the maximum.
/// The search runs in double-double, which finds the active set, and again from there in quad-double, which proves it.</para>
/// <para>Source: spec 01-surface, section 1.</para></remarks>
internal static class OffsetSearch
{
    /// <summary>The largest f_i, starting from the vertex <paramref name="prices"/> at which (Σp)_i is greatest and positive; of no meaning with a problem.</summary>
    public static QuadDouble Maximize(
        QuadDouble[] inverseMetric, int asset, ReadOnlySpan<double> priceLower, ReadOnlySpan<double> priceUpper, ReadOnlySpan<double> prices,
        out SurfaceProblem? problem)
    {
        int n = prices.Length;
        bool[] free = new bool[n];
        DoubleDouble[] scout = ToReal<DoubleDouble>(prices);
        OffsetRounds<DoubleDouble> rough = new(Array.ConvertAll(inverseMetric, DoubleDouble.FromQuadDouble), asset, priceLower, priceUpper);
        if (!rough.Run(scout, free))
        {
            // Rounding can make 106 bits go in circles at extreme stretch: begin again from the vertex.
            scout = ToReal<DoubleDouble>(prices);
            Array.Clear(free);
        }

        QuadDouble[] point = Array.ConvertAll(scout, value => (QuadDouble)value);
        OffsetRounds<QuadDouble> proof = new(inverseMetric, asset, priceLower, priceUpper);
        problem = proof.Run(point, free) ? null
            : new("priceLower", $"the offset of asset {asset} was not proved within {proof.RoundLimit} rounds; no surface is made without the proof; move a price bound or the rotation a little");
        return proof.Value(point);
    }

    private static TReal[] ToReal<TReal>(ReadOnlySpan<double> values)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        TReal[] result = new TReal[values.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = values[i];
        }

        return result;
    }
}
