using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>From balances to the numbers of a state, with a watch over the bits that cancel.</summary>
/// <remarks>Every sum is compared with the sum of its terms' magnitudes. Where a result that a quote is built from keeps
/// fewer than <see cref="BitsKept"/> bits the answer is <see cref="StateVerdict.Imprecise"/> and the caller takes a higher
/// precision. Source: spec 01-surface, sections 2 and 3.</remarks>
internal static class StatePreparation
{
    /// <summary>53 bits of a quote and ten below them, so that rounding to binary64 is all that a quote sees.</summary>
    private const int BitsKept = 63;

    public static StateVerdict Prepare<TReal>(
        SurfaceNumbers<TReal> surface, ReadOnlySpan<DoubleDouble> balances, out StateNumbers<TReal>? state)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = surface.Dimension;
        state = null;
        TReal[] v = new TReal[n];
        TReal[] image = new TReal[n];
        TReal[] gradient = new TReal[n];
        for (int i = 0; i < n; i++)
        {
            TReal high = balances[i].High;
            v[i] = high + balances[i].Low;
        }

        Span<double> magnitude = stackalloc double[n];
        StateVerdict verdict = Evaluate<TReal>(surface, balances, v, image, gradient, magnitude, out TReal root, out double rootRounding);
        if (verdict != StateVerdict.Good)
        {
            return verdict;
        }

        double kappa = TReal.ToDouble(surface.Kappa);
        for (int i = 0; i < n; i++)
        {
            gradient[i] = -gradient[i] / surface.Kappa;
            magnitude[i] /= kappa;
        }

        state = new()
        {
            Surface = surface,
            Balances = v,
            ConeImage = image,
            Gradient = gradient,
            Root = root,
            Invariant = (ExtendedDot.Compute<TReal>(surface.OffsetImage, v) + root) / surface.Kappa,
        };
        return PairsKeepTheirBits(state, magnitude, rootRounding) ? StateVerdict.Good : StateVerdict.Imprecise;
    }

    /// <summary>M·v, s₀ and the prices −κg at the balances v, without what only quotes by rows need; allocates nothing and divides by nothing.</summary>
    public static StateVerdict Evaluate<TReal>(
        SurfaceNumbers<TReal> surface, ReadOnlySpan<DoubleDouble> balances, ReadOnlySpan<TReal> v, Span<TReal> image, Span<TReal> prices,
        Span<double> magnitude, out TReal root, out double rootRounding)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        StateVerdict verdict = FindRoot(surface, balances, v, image, magnitude, out root, out rootRounding);
        return verdict == StateVerdict.Good ? FindPrices<TReal>(surface, image, magnitude, root, rootRounding, prices) : verdict;
    }

    /// <summary>M·v, the magnitudes of its sums, and s₀ = √(vᵀMv) with its relative rounding in units of the precision: half of what
    /// vᵀMv has lost.</summary>
    private static StateVerdict FindRoot<TReal>(
        SurfaceNumbers<TReal> surface, ReadOnlySpan<DoubleDouble> balances, ReadOnlySpan<TReal> v, Span<TReal> image, Span<double> magnitude, out TReal root,
        out double rootRounding)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = v.Length;
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<TReal> row = surface.Cone.AsSpan(i * n, n);
            TReal sum = 0;
            double size = 0;
            for (int j = 0; j < n; j++)
            {
                sum += balances[j].Low == 0 ? row[j] * balances[j].High : row[j] * v[j];
                size += Math.Abs(TReal.ToDouble(row[j])) * balances[j].High;
            }

            (image[i], magnitude[i]) = (sum, size);
            total += size * balances[i].High;
        }

        TReal square = ExtendedDot.Compute<TReal>(image, v);
        root = TReal.Sqrt(square);
        rootRounding = Math.Max(1, total / Math.Abs(TReal.ToDouble(square)) / 2);
        return Judge<TReal>(TReal.ToDouble(square), total, StateVerdict.OutsideCone);
    }

    /// <summary>−κg = s₀t + Mv; the magnitudes become bounds on the absolute rounding of each, in units of the precision.</summary>
    private static StateVerdict FindPrices<TReal>(
        SurfaceNumbers<TReal> surface, ReadOnlySpan<TReal> image, Span<double> magnitude, TReal root, double rootRounding, Span<TReal> prices)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        for (int i = 0; i < image.Length; i++)
        {
            TReal pull = root * surface.OffsetImage[i];
            prices[i] = pull + image[i];
            magnitude[i] += rootRounding * Math.Abs(TReal.ToDouble(pull));
            StateVerdict verdict = Judge<TReal>(TReal.ToDouble(prices[i]), magnitude[i], StateVerdict.PriceNotPositive);
            if (verdict != StateVerdict.Good)
            {
                return verdict;
            }
        }

        return StateVerdict.Good;
    }

    private static StateVerdict Judge<TReal>(double value, double magnitude, StateVerdict refusal)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        double uncertain = Math.ScaleB(magnitude, BitsKept - TReal.Precision);
        return Math.Abs(value) <= uncertain && TReal.Precision < QuadDouble.Precision ? StateVerdict.Imprecise
            : value > 0 ? StateVerdict.Good
            : refusal;
    }

    /// <summary>Whether E of every pair and W of every asset, which enter a discriminant, are good to a quote's last bit:
    /// their rounding is held against themselves or, where they happen to vanish, against the term that then rules.</summary>
    private static bool PairsKeepTheirBits<TReal>(StateNumbers<TReal> state, ReadOnlySpan<double> rounding, double rootRounding)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = state.Dimension;
        SurfaceNumbers<TReal> surface = state.Surface;
        double unit = Math.ScaleB(1, BitsKept - TReal.Precision);
        for (int j = 0; j < n; j++)
        {
            double own = Math.Abs(TReal.ToDouble(state.Gradient[j]));
            double metric = TReal.ToDouble(surface.Metric[(j * n) + j]);
            for (int k = 0; k < n; k++)
            {
                double error = (rounding[j] * Math.Abs(TReal.ToDouble(surface.Metric[(j * n) + k]))) + (rounding[k] * metric);
                double scale = own * Math.Sqrt(TReal.ToDouble(surface.Minor[(j * n) + k]));
                if (k != j && error * unit > Math.Max(scale, Math.Abs(TReal.ToDouble(state.Mixed(j, k)))))
                {
                    return false;
                }
            }

            double slopeError = (rounding[j] * Math.Abs(TReal.ToDouble(surface.OffsetImage[j]))) + (rootRounding * metric * TReal.ToDouble(state.Root));
            double slopeScale = own * Math.Sqrt(Math.Abs(TReal.ToDouble(surface.Cone[(j * n) + j])));
            if (slopeError * unit > Math.Max(slopeScale, Math.Abs(TReal.ToDouble(state.BurnSlope(j)))))
            {
                return false;
            }
        }

        return true;
    }
}
