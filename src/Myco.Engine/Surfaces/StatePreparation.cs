using Myco.Kernels.ExtendedPrecision;
using Myco.Kernels.Lanes;

namespace Myco.Engine.Surfaces;

/// <summary>From balances to the numbers of a state, with a watch over the bits that cancel.</summary>
/// <remarks><para>Every sum is compared with the sum of its terms' magnitudes. Where s₀² or a price keeps fewer than <see cref="BitsKept"/> bits the
/// answer is <see cref="StateVerdict.Imprecise"/> and the caller takes a higher precision.</para>
/// <para>E_jk and W_j, which are formed from g and s₀, need no watch of their own, however they cancel. With g_j and g_k good to a part ε, E is off by
/// ε(|g_jG_jk| + |g_k|G_jj) ≤ ε(2|g_jG_jk| + |E|), and the amount out, relative, by dx times that over s(s + |b|). Where dx|G_jk| ≥ 2|g_j|, |b| is at least
/// dx|G_jk|/2 and the first term at most 4ε|g_j|/s; elsewhere it is at most 4εg_j²/s². A discriminant that keeps an eighth of its terms has
/// g_j² + 2|E|dx ≤ 8s²: at most 32ε in all. A burn's W alike.</para>
/// <para>Source: spec 01-surface, sections 2 and 3.</para></remarks>
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

        for (int i = 0; i < n; i++)
        {
            gradient[i] = -gradient[i] / surface.Kappa;
        }

        state = new()
        {
            Surface = surface,
            Balances = v,
            ConeImage = image,
            Gradient = gradient,
            Root = root,
            Invariant = (ExtendedDot.Compute<TReal>(surface.OffsetImage, v) + root) / surface.Kappa,
            Drift = DriftOf<TReal>(gradient, magnitude, root, rootRounding, TReal.ToDouble(surface.Kappa)),
        };
        return StateVerdict.Good;
    }

    /// <summary>What rounding may have done, to the numbers and to their double-doubles, which is what steps go on from.</summary>
    private static StateDrift DriftOf<TReal>(ReadOnlySpan<TReal> gradient, ReadOnlySpan<double> magnitude, TReal root, double rootRounding, double kappa)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        double rounding = Math.ScaleB(1, -TReal.Precision), halved = Math.ScaleB(1, -DoubleDouble.Precision);
        (double terms, double greatest) = (0, 0);
        for (int i = 0; i < gradient.Length; i++)
        {
            terms = Math.Max(terms, magnitude[i]);
            greatest = Math.Max(greatest, -TReal.ToDouble(gradient[i]));
        }

        double own = TReal.ToDouble(root);
        return new((rounding * terms / kappa) + (halved * greatest), halved * own, rounding * rootRounding * own * own / kappa);
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
}
