using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>The rounds of <see cref="OffsetSearch"/> in one precision.</summary>
/// <remarks>A round goes from the present point towards the best one for the free coordinates F (the others, B, rest on
/// their bounds): u = Σ_FF⁻¹Σ_Fi, w = Σ_FF⁻¹Σ_FB·p_B, S = Σ_BB − Σ_BF·Σ_FF⁻¹·Σ_FB, ϑ = p_B·Sp_B/(Sp_B)_i, p_F = ϑu − w.
/// A bound met on the way fixes that coordinate; at the best point the worst offender against the first-order conditions
/// Σ_ij|p|² − (Σp)_i(Σp)_j (≤ 0 at α_j, ≥ 0 at β_j) is freed; with no offender the point is the maximum.</remarks>
internal sealed class OffsetRounds<TReal>
    where TReal : unmanaged, IExtendedReal<TReal>
{
    private readonly TReal[] _inverseMetric;
    private readonly int _asset;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly int _count;
    private readonly FreeSystem<TReal> _system;

    // A sign is trusted when it stands this far, relative to its terms, above the rounding of a solve at λ = 1e8.
    private readonly double _tolerance = Math.ScaleB(1, -TReal.Precision * 2 / 3);

    public OffsetRounds(TReal[] inverseMetric, int asset, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        (_inverseMetric, _asset, _count) = (inverseMetric, asset, lower.Length);
        (_lower, _upper) = (lower.ToArray(), upper.ToArray());
        _system = new(inverseMetric, asset, _count);
    }

    public int RoundLimit => 32 * _count;

    /// <summary>Moves <paramref name="prices"/> to the maximum and marks its free coordinates; false when the cap on the rounds is met first.</summary>
    public bool Run(TReal[] prices, bool[] free)
    {
        for (int round = 0; round < RoundLimit; round++)
        {
            if (MoveToBest(prices, free) && !FreeWorstOffender(prices, free))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>f_i at the point.</summary>
    public TReal Value(TReal[] prices)
    {
        TReal[] image = new TReal[_count];
        ExtendedSymmetricProduct.Multiply<TReal>(_inverseMetric, prices, image);
        return image[_asset] / TReal.Sqrt(ExtendedDot.Compute<TReal>(image, prices));
    }

    /// <summary>True when the best point for the free coordinates was reached, false when a bound stopped the way.</summary>
    private bool MoveToBest(TReal[] prices, bool[] free)
    {
        int count = _system.Solve(prices, free, out bool attained);
        if (count == 0)
        {
            return true;
        }

        TReal step = 1;
        bool limited = attained;
        int blocking = -1;
        for (int f = 0; f < count; f++)
        {
            int j = _system.Index(f);
            TReal available = TReal.Abs((_system.Move(f) > 0 ? _upper[j] : _lower[j]) - prices[j]);
            TReal length = TReal.Abs(_system.Move(f));
            if (length > 0 && (!limited || length * step > available))
            {
                (step, limited, blocking) = (available / length, true, f);
            }
        }

        for (int f = 0; f < count; f++)
        {
            prices[_system.Index(f)] += _system.Move(f) * step;
        }

        if (blocking < 0)
        {
            return attained;
        }

        int stopped = _system.Index(blocking);
        prices[stopped] = _system.Move(blocking) > 0 ? _upper[stopped] : _lower[stopped];
        free[stopped] = false;
        return false;
    }

    /// <summary>Frees the bound coordinate whose first-order condition is most violated; false when none is.</summary>
    private bool FreeWorstOffender(TReal[] prices, bool[] free)
    {
        TReal[] image = new TReal[_count];
        ExtendedSymmetricProduct.Multiply<TReal>(_inverseMetric, prices, image);
        TReal squared = ExtendedDot.Compute<TReal>(image, prices);
        double worst = 0;
        int offender = -1;
        for (int j = 0; j < _count; j++)
        {
            if (j == _asset || free[j] || _lower[j] == _upper[j])
            {
                continue;
            }

            TReal rise = _inverseMetric[(_asset * _count) + j] * squared;
            TReal fall = image[_asset] * image[j];
            double scale = TReal.ToDouble(TReal.Abs(rise) + TReal.Abs(fall));
            bool atUpper = TReal.ToDouble(prices[j] - _upper[j]) == 0;
            double violation = TReal.ToDouble(atUpper ? fall - rise : rise - fall) / scale;
            if (violation > _tolerance && violation > worst)
            {
                (worst, offender) = (violation, j);
            }
        }

        if (offender >= 0)
        {
            free[offender] = true;
        }

        return offender >= 0;
    }
}
