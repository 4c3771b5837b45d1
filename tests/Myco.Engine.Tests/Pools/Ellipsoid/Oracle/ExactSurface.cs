using System.Numerics;
using Myco.Engine.Pools.Ellipsoid;

namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>The surface that stored integers define, in exact arithmetic: it compares multiples of R and decides whether balances are a state, and rounds
/// nowhere. R(v) = T + 2ˣ√q with integers T and q, so that every question is a comparison of integers after squaring.</summary>
internal sealed class ExactSurface
{
    private readonly BigInteger[] _linear;
    private readonly BigInteger[,] _cone;
    private readonly int _exponent;

    public ExactSurface(ExactEllipsoidParameters parameters)
    {
        Count = parameters.Count;
        _exponent = parameters.Exponent;
        _linear = new BigInteger[Count];
        _cone = new BigInteger[Count, Count];
        for (int i = 0; i < Count; i++)
        {
            _linear[i] = Big.Of(parameters.Linear[i]);
            for (int j = 0; j < Count; j++)
            {
                _cone[i, j] = Big.Of(parameters.Cone[(i * Count) + j]);
            }
        }
    }

    public int Count { get; }

    public BigInteger Linear(int i) => _linear[i];

    public BigInteger Curvature(int i, int j) => (_linear[i] * _linear[j]) - (_cone[i, j] << (2 * _exponent));

    /// <summary>T, q and Mv.</summary>
    public (BigInteger Linear, BigInteger Square, BigInteger[] Gradient) At(BigInteger[] balances)
    {
        BigInteger linear = 0, square = 0;
        BigInteger[] gradient = new BigInteger[Count];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Count; j++)
            {
                gradient[i] += _cone[i, j] * balances[j];
            }

            linear += _linear[i] * balances[i];
            square += gradient[i] * balances[i];
        }

        return (linear, square, gradient);
    }

    /// <summary>The sign of factor·R(after) − share·R(before); both inside the cone, factors not negative.</summary>
    public int Compare(BigInteger[] after, BigInteger factor, BigInteger[] before, BigInteger share)
    {
        (BigInteger afterLinear, BigInteger afterSquare, _) = At(after);
        (BigInteger beforeLinear, BigInteger beforeSquare, _) = At(before);
        return SignOf((factor * afterLinear) - (share * beforeLinear), factor << _exponent, afterSquare, share << _exponent, beforeSquare);
    }

    /// <summary>Whether vᵀMv ≥ 0 and the price of the asset is positive: the state is on the near branch in that asset.</summary>
    public bool IsOnBranch(BigInteger[] balances, int asset)
    {
        (_, BigInteger square, BigInteger[] gradient) = At(balances);
        return square.Sign >= 0 && PriceSign(gradient[asset], asset, square) > 0;
    }

    /// <summary>Whether no balance is below zero or too large, vᵀMv &gt; 0 and every price is positive.</summary>
    public bool IsState(BigInteger[] balances)
    {
        foreach (BigInteger balance in balances)
        {
            if (balance.Sign < 0 || balance.GetBitLength() > 113)
            {
                return false;
            }
        }

        (_, BigInteger square, BigInteger[] gradient) = At(balances);
        for (int i = 0; i < Count && square.Sign > 0; i++)
        {
            if (PriceSign(gradient[i], i, square) <= 0)
            {
                return false;
            }
        }

        return square.Sign > 0;
    }

    /// <summary>Whether every price is positive at R(before)·share/factor, which is above t·v.</summary>
    public bool IsState(BigInteger[] balances, BigInteger[] before, BigInteger factor, BigInteger share)
    {
        const int Bits = 400;
        (BigInteger linear, _, BigInteger[] gradient) = At(balances);
        BigInteger root = (Scaled(before, Bits).Invariant * share / factor) - (linear << Bits);
        for (int i = 0; i < Count && root.Sign > 0; i++)
        {
            if (((root * _linear[i]) + (gradient[i] << ((2 * _exponent) + Bits))).Sign <= 0)
            {
                return false;
            }
        }

        return root.Sign > 0;
    }

    /// <summary>R and the prices at 2^(x + bits) of their unit, for the balances; the root is floored there.</summary>
    public (BigInteger Invariant, BigInteger Root, BigInteger[] Prices) Scaled(BigInteger[] balances, int bits)
    {
        (BigInteger linear, BigInteger square, BigInteger[] gradient) = At(balances);
        BigInteger root = Big.SquareRoot(square << (2 * (bits + _exponent)));
        BigInteger[] prices = new BigInteger[Count];
        for (int i = 0; i < Count; i++)
        {
            // a = 2ˣ·√q·t + 4ˣ·(Mv)_i at the scale of H.
            prices[i] = (root * _linear[i]) + (gradient[i] << ((2 * _exponent) + bits));
        }

        return ((linear << bits) + root, root, prices);
    }

    /// <summary>The sign of a price 2ˣ·m + t·√square.</summary>
    private int PriceSign(BigInteger gradient, int asset, BigInteger square) => SignOf(gradient << _exponent, _linear[asset], square);

    /// <summary>The sign of p + u·√a − w·√b; w ≥ 0, and u ≥ 0 where w &gt; 0.</summary>
    private static int SignOf(BigInteger p, BigInteger u, BigInteger a, BigInteger w, BigInteger b)
    {
        int left = SignOf(p, u, a);
        BigInteger subtracted = w * w * b;
        if (left <= 0 || subtracted.IsZero)
        {
            return left < 0 ? -1 : left > 0 ? 1 : -subtracted.Sign;
        }

        return SignOf((p * p) + (u * u * a) - subtracted, 2 * p * u, a);
    }

    /// <summary>The sign of p + u·√a.</summary>
    private static int SignOf(BigInteger p, BigInteger u, BigInteger a)
    {
        int first = p.Sign, second = a.IsZero ? 0 : u.Sign;
        return first * second >= 0 ? Math.Sign(first + second) : first * (p * p).CompareTo(u * u * a);
    }
}
