using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>The relative growth of the invariant when assets are deposited.</summary>
/// <remarks><para>The proportional part is split off first, Δ = εv + Δ', by which r and all that is linear in it grow by f = 1 + ε.
/// Then, with e = 2f·Δ'·g + Δ'ᵀGΔ', B = f·s₀ − t·Δ', s = √(f²s₀² + 2f·Δ'·(Mv) + Δ'ᵀMΔ'): δr = −e/(B + s) for B ≥ 0, else
/// (s − B)/κ; the growth is ε + δr/r.</para><para>Source: spec 01-surface, section 2.</para></remarks>
internal static class MintFormula
{
    /// <summary>Cancellation up to which a binary64 sum still is good to a few units in its last place.</summary>
    private const double CancellationAllowed = 3;

    /// <summary>Four units in the last place: what is left of a proportional deposit whose amounts were rounded.</summary>
    private const double AmountRounding = 1.0 / (1L << 50);

    /// <summary>Solves for the deposits of the assets listed, each at most once, every amount finite and not negative.</summary>
    public static Solution Solve<TReal>(
        StateNumbers<TReal> state, ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts, PriceBox box)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = state.Dimension;
        Span<TReal> rest = stackalloc TReal[assets.Length];
        double proportion = SplitProportion(state, assets, amounts, rest, out bool isProportional);
        TReal one = 1, scale = one + proportion;
        Span<TReal> gradient = stackalloc TReal[n];
        Span<double> magnitude = stackalloc double[n];
        Deposit(state, assets, rest, gradient, magnitude);
        Terms<TReal> terms = Collect(state, assets, rest, scale, gradient, magnitude);
        bool grows = terms.TryGrow(state.Surface.Kappa, out TReal growth);
        if (isProportional)
        {
            // No deposit of this kind moves a price by more than its own rounding did: it is never refused.
            return new(new(TReal.ToDouble(Relative(state, proportion, grows ? growth : 0)), QuoteStatus.Ok), terms.IsReliable);
        }

        if (!grows)
        {
            return Solution.Refuse(QuoteStatus.Infeasible, terms.IsReliable);
        }

        for (int i = 0; i < n; i++)
        {
            TReal own = scale * state.Gradient[i];
            TReal back = growth * state.Surface.OffsetImage[i];
            gradient[i] = gradient[i] + own - back;
            magnitude[i] += Math.Abs(TReal.ToDouble(own)) + Math.Abs(TReal.ToDouble(back));
        }

        QuoteStatus status = PriceCheck.Judge(state, gradient, magnitude, box, out bool isReliable);
        return status == QuoteStatus.Ok
            ? new(new(TReal.ToDouble(Relative(state, proportion, growth)), status), isReliable && terms.IsReliable)
            : Solution.Refuse(status, isReliable && terms.IsReliable);
    }

    private static TReal Relative<TReal>(StateNumbers<TReal> state, double proportion, TReal growth)
        where TReal : unmanaged, IExtendedReal<TReal> => proportion + (growth / state.Invariant);

    /// <summary>ε = min Δ_i/v_i over the assets held, rounded so that no Δ' = Δ − εv is below zero; a deposit is proportional
    /// when its amounts leave nothing beyond their own rounding.</summary>
    private static double SplitProportion<TReal>(
        StateNumbers<TReal> state, ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts, Span<TReal> rest, out bool isProportional)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int held = 0;
        foreach (TReal balance in state.Balances)
        {
            held += balance > 0 ? 1 : 0;
        }

        double proportion = double.PositiveInfinity;
        for (int a = 0; a < assets.Length; a++)
        {
            double balance = TReal.ToDouble(state.Balances[assets[a]]);
            held -= balance > 0 ? 1 : 0;
            proportion = balance > 0 ? Math.Min(proportion, amounts[a] / balance) : proportion;
        }

        proportion = held == 0 ? proportion : 0;
        while (!TrySplit(state, assets, amounts, rest, proportion, out isProportional))
        {
            proportion = Math.BitDecrement(proportion);
        }

        return proportion;
    }

    private static bool TrySplit<TReal>(
        StateNumbers<TReal> state, ReadOnlySpan<int> assets, ReadOnlySpan<double> amounts, Span<TReal> rest, double proportion, out bool isProportional)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        isProportional = proportion > 0;
        for (int a = 0; a < assets.Length; a++)
        {
            rest[a] = TReal.MultiplyAdd(state.Balances[assets[a]], -proportion, amounts[a]);
            if (rest[a] < 0)
            {
                return false;
            }

            isProportional &= TReal.ToDouble(rest[a]) <= amounts[a] * AmountRounding;
        }

        return true;
    }

    /// <summary>GΔ' and the magnitudes of its sums.</summary>
    private static void Deposit<TReal>(
        StateNumbers<TReal> state, ReadOnlySpan<int> assets, ReadOnlySpan<TReal> rest, Span<TReal> image, Span<double> magnitude)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        for (int i = 0; i < image.Length; i++)
        {
            ReadOnlySpan<TReal> row = state.Surface.Metric.AsSpan(i * image.Length, image.Length);
            (TReal sum, double size) = (0, 0);
            for (int a = 0; a < assets.Length; a++)
            {
                TReal term = row[assets[a]] * rest[a];
                sum += term;
                size += Math.Abs(TReal.ToDouble(term));
            }

            (image[i], magnitude[i]) = (sum, size);
        }
    }

    /// <summary>e, B and the squared root, each with the magnitude of its terms.</summary>
    private static Terms<TReal> Collect<TReal>(
        StateNumbers<TReal> state, ReadOnlySpan<int> assets, ReadOnlySpan<TReal> rest, TReal scale, ReadOnlySpan<TReal> image,
        ReadOnlySpan<double> magnitude)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = state.Dimension;
        TReal root = scale * state.Root;
        Terms<TReal> terms = new(root);
        for (int a = 0; a < assets.Length; a++)
        {
            int i = assets[a];
            ReadOnlySpan<TReal> row = state.Surface.Cone.AsSpan(i * n, n);
            (TReal cone, double size) = (0, 0);
            for (int b = 0; b < assets.Length; b++)
            {
                TReal term = row[assets[b]] * rest[b];
                cone += term;
                size += Math.Abs(TReal.ToDouble(term));
            }

            TReal gradient = scale * state.Gradient[i];
            TReal pull = scale * state.ConeImage[i];
            TReal back = rest[a] * state.Surface.OffsetImage[i];
            double amount = TReal.ToDouble(rest[a]);
            terms.Excess.Add(rest[a] * (gradient + gradient + image[i]), amount * (magnitude[i] - (2 * TReal.ToDouble(gradient))));
            terms.Base.Add(-back, Math.Abs(TReal.ToDouble(back)));
            terms.Square.Add(rest[a] * (pull + pull + cone), amount * (size + (2 * Math.Abs(TReal.ToDouble(pull)))));
        }

        return terms;
    }

    /// <summary>A sum and the sum of its terms' magnitudes.</summary>
    private struct Tally<TReal>(TReal start)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        public TReal Value { get; private set; } = start;

        public double Magnitude { get; private set; } = Math.Abs(TReal.ToDouble(start));

        public void Add(TReal term, double magnitude)
        {
            Value += term;
            Magnitude += magnitude;
        }
    }

    /// <summary>The three sums of the formula.</summary>
    private struct Terms<TReal>(TReal root)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        public Tally<TReal> Excess = new(0);
        public Tally<TReal> Base = new(root);
        public Tally<TReal> Square = new(root * root);

        public bool IsReliable { get; private set; }

        /// <summary>δr; false when there is none above zero.</summary>
        public bool TryGrow(TReal kappa, out TReal growth)
        {
            TReal root = TReal.Sqrt(Square.Value);
            bool near = !(Base.Value < 0);
            growth = NearRoot.Growth(Base.Value, Excess.Value, root, kappa);
            double denominator = TReal.ToDouble(near ? Base.Value + root : root - Base.Value);
            IsReliable = (!near || Excess.Magnitude <= CancellationAllowed * Math.Abs(TReal.ToDouble(Excess.Value)))
                && Square.Magnitude <= CancellationAllowed * TReal.ToDouble(Square.Value)
                && Base.Magnitude <= CancellationAllowed * denominator;
            return !(Square.Value < 0) && growth > 0;
        }
    }
}
