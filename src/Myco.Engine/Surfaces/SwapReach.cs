using Myco.Kernels.Lanes;
using Myco.Kernels.Quadratics;

namespace Myco.Engine.Surfaces;

/// <summary>How far a swap on one ordered pair can go, in the precision of the state.</summary>
/// <remarks>The way ends where the pool has no more of the asset out, or where the price of the asset in reaches zero. Before
/// that the price of a third asset may reach zero, and (seldom) rise above it again, so there is a first limit, up to which
/// every amount is feasible, and a last one, beyond which none is.</remarks>
internal static class SwapReach
{
    /// <summary>Where a discriminant is less than this part of the magnitude of its terms it has cancelled three bits: a quote in
    /// binary64 would begin to lose its last bits.</summary>
    public const double PlainDiscriminant = 0.125;

    /// <summary>Where it is less than this part it has cancelled the ten bits that a state keeps below the 53 of a quote: only quad-double will do.</summary>
    public const double ExtendedDiscriminant = 1.0 / 1024;

    /// <summary>The first and last feasible amounts of one ordered pair, and the amounts up to which binary64 is good enough.</summary>
    public readonly record struct Reach(double FirstIn, double FirstOut, double LastIn, double LastOut, double PlainIn, double PlainOut);

    public static Reach Find<TReal>(StateNumbers<TReal> state, int assetIn, int assetOut)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        SwapPair<TReal> pair = new(state, assetIn, assetOut);
        TReal end = pair.PriceExhaustion();
        bool soldOut = end > state.Balances[assetOut];
        end = soldOut ? state.Balances[assetOut] : end;
        TReal first = end;
        TReal last = end;
        for (bool moved = true; moved;)
        {
            moved = false;
            for (int third = 0; third < state.Dimension; third++)
            {
                if (third != assetIn && third != assetOut && FindGap(state, pair, assetIn, assetOut, third, end, out TReal opens, out TReal closes))
                {
                    first = opens < first ? opens : first;
                    bool covers = opens < last && !(closes < last);
                    last = covers ? opens : last;
                    moved |= covers;
                }
            }
        }

        return new(
            AmountIn(pair, first), Below(first, soldOut && !(first < end)),
            AmountIn(pair, last), Below(last, soldOut && !(last < end)),
            TReal.ToDouble(pair.PlainIn(PlainDiscriminant)), TReal.ToDouble(pair.PlainOut(PlainDiscriminant)));
    }

    /// <summary>Whether a swap's discriminant is less than a part of the magnitude of its terms.</summary>
    public static bool Cancels(in SwapRow row, double given, double part)
    {
        double squared = row.Own * row.Own;
        double slope = Math.FusedMultiplyAdd(given, row.Minor, row.Mixed);
        double terms = squared + (given * (Math.Abs(row.Mixed) + (given * -row.Minor)));
        return !(Math.FusedMultiplyAdd(given, slope, squared) >= terms * part);
    }

    /// <summary>Whether a swap ends on a state: the balance and every price stay positive.</summary>
    public static bool IsFeasible<TReal>(StateNumbers<TReal> state, SwapKind kind, int assetIn, int assetOut, double amount)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        SwapPair<TReal> pair = new(state, assetIn, assetOut);
        TReal given = amount;
        bool found = kind == SwapKind.ExactIn ? pair.TryExactIn(given, out TReal other) : pair.TryExactOut(given, out other);
        (TReal x, TReal y) = kind == SwapKind.ExactIn ? (given, other) : (other, given);
        if (!found || y > state.Balances[assetOut] || !(pair.GradientInAfter(x, y) < 0))
        {
            return false;
        }

        int n = state.Dimension;
        for (int i = 0; i < n; i++)
        {
            TReal[] metric = state.Surface.Metric;
            TReal after = state.Gradient[i] + (x * metric[(i * n) + assetIn]) - (y * metric[(i * n) + assetOut]);
            if (i != assetIn && i != assetOut && !(after < 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The amounts out, up to <paramref name="end"/>, between which the third asset has no positive price.</summary>
    /// <remarks>That price is zero at no more than two of them, among the roots of the pair's quadratic. Which of the roots lie on the way, and not on the
    /// mirrored arc, the signs between them tell: where the third asset hardly feels the amount in, both roots are nearly one, and neither tells by itself.</remarks>
    private static bool FindGap<TReal>(
        StateNumbers<TReal> state, in SwapPair<TReal> pair, int assetIn, int assetOut, int third, TReal end, out TReal opens, out TReal closes)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = state.Dimension;
        ThirdPrice<TReal> price = new(state.Gradient[third], state.Surface.Metric[(third * n) + assetIn], state.Surface.Metric[(third * n) + assetOut]);
        (TReal a, TReal b, TReal c) = pair.ThirdAssetQuadratic(price.Gradient, price.TowardIn, price.TowardOut);
        TReal square = (b * b) - (a * c);
        double noise = Math.ScaleB(TReal.ToDouble(b * b), 20 - TReal.Precision);
        TReal root = square < 0 && -TReal.ToDouble(square) < noise ? 0 : TReal.Sqrt(square);
        TReal far = b < 0 ? root - b : -(root + b);
        (TReal one, TReal other) = (far / a, c / far);
        (opens, closes) = other < one ? (other, one) : (one, other);
        bool opensHere = opens > 0 && opens < end;
        bool closesHere = closes > 0 && closes < end;
        TReal last = closesHere ? closes : opens;
        bool between = opensHere && closesHere && price.IsNoneMidway(pair, opens, closes);
        bool beyond = (opensHere || closesHere) && price.IsNoneMidway(pair, last, end);
        opens = between ? opens : last;
        closes = beyond ? end : closes;
        return between || beyond;
    }

    private static double AmountIn<TReal>(in SwapPair<TReal> pair, TReal amountOut)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        // At the exhaustion of the price itself rounding may leave the discriminant a hair below zero: step back a hair.
        return pair.TryExactOut(amountOut, out TReal amountIn) || pair.TryExactOut(amountOut - (amountOut * 1e-30), out amountIn)
            ? Below(amountIn, false)
            : 0;
    }

    /// <summary>The binary64 number at, or else next below, a bound.</summary>
    private static double Below<TReal>(TReal bound, bool attained)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        double rounded = TReal.ToDouble(bound);
        bool inside = attained ? !(rounded > bound) : rounded < bound;
        return inside ? rounded : Math.BitDecrement(rounded);
    }

    /// <summary>What a third asset's gradient is made of along a swap: g_i + x·G_ik − y·G_ij.</summary>
    private readonly record struct ThirdPrice<TReal>(TReal Gradient, TReal TowardIn, TReal TowardOut)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        /// <summary>Whether the price is not positive half way between two amounts out.</summary>
        public bool IsNoneMidway(in SwapPair<TReal> pair, TReal from, TReal to)
        {
            TReal amountOut = (from + to) * 0.5;
            return pair.TryExactOut(amountOut, out TReal amountIn)
                && !(Gradient + (amountIn * TowardIn) - (amountOut * TowardOut) < 0);
        }
    }
}
