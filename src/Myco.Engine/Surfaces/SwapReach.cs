using Myco.Kernels.Lanes;

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
    private static bool FindGap<TReal>(
        StateNumbers<TReal> state, in SwapPair<TReal> pair, int assetIn, int assetOut, int third, TReal end, out TReal opens, out TReal closes)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        int n = state.Dimension;
        TReal gradient = state.Gradient[third];
        TReal towardIn = state.Surface.Metric[(third * n) + assetIn];
        TReal towardOut = state.Surface.Metric[(third * n) + assetOut];
        if (TReal.ToDouble(towardIn) == 0)
        {
            // Only the amount out moves this price, and in one direction: it never comes back.
            (opens, closes) = (gradient / towardOut, end);
            return opens > 0 && opens < end;
        }

        (TReal a, TReal b, TReal c) = pair.ThirdAssetQuadratic(gradient, towardIn, towardOut);
        TReal square = (b * b) - (a * c);
        double noise = Math.ScaleB(TReal.ToDouble(b * b), 20 - TReal.Precision);
        TReal root = Math.Abs(TReal.ToDouble(square)) < noise ? 0 : TReal.Sqrt(square);
        TReal far = b < 0 ? root - b : -(root + b);
        (opens, closes) = (far / a, c / far);
        if (closes < opens)
        {
            (opens, closes) = (closes, opens);
        }

        bool opensHere = IsOnTheWay(pair, gradient, towardIn, towardOut, opens, end);
        bool closesHere = IsOnTheWay(pair, gradient, towardIn, towardOut, closes, end);
        opens = opensHere ? opens : closes;
        closes = opensHere && closesHere ? closes : end;
        return opensHere || closesHere;
    }

    /// <summary>Whether a root of the third asset's quadratic lies on the arc that the swap runs along.</summary>
    private static bool IsOnTheWay<TReal>(in SwapPair<TReal> pair, TReal gradient, TReal towardIn, TReal towardOut, TReal amountOut, TReal end)
        where TReal : unmanaged, IExtendedReal<TReal>
    {
        if (!(amountOut > 0) || !(amountOut < end))
        {
            return false;
        }

        TReal amountIn = ((amountOut * towardOut) - gradient) / towardIn;
        return amountIn > 0
            && pair.GradientInAfter(amountIn, amountOut) < 0
            && pair.GradientOutAfter(amountIn, amountOut) < 0;
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
}
