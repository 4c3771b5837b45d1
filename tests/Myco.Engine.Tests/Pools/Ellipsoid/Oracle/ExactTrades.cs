using System.Numerics;

namespace Myco.Engine.Tests.Pools.Ellipsoid.Oracle;

/// <summary>The exact result of a trade, where there is one, from the surface's quadratic with 400 bits below a unit.</summary>
internal static class ExactTrades
{
    private const int Bits = 400;

    /// <summary>⌊y⌋ of a swap for an amount in; null where there is none.</summary>
    public static BigInteger? AmountOut(ExactSurface surface, BigInteger[] balances, int assetIn, int assetOut, BigInteger amount)
    {
        (_, _, BigInteger[] prices) = surface.Scaled(balances, Bits);
        BigInteger b = prices[assetOut] - ((amount * surface.Curvature(assetIn, assetOut)) << Bits);
        BigInteger c = amount * ((2 * prices[assetIn]) - ((amount * surface.Curvature(assetIn, assetIn)) << Bits));
        return LargerRoot(surface.Curvature(assetOut, assetOut), b, c);
    }

    /// <summary>⌈x⌉ of a swap for an amount out; null where there is none.</summary>
    public static BigInteger? AmountIn(ExactSurface surface, BigInteger[] balances, int assetIn, int assetOut, BigInteger amount)
    {
        (_, _, BigInteger[] prices) = surface.Scaled(balances, Bits);
        BigInteger b = prices[assetIn] + ((amount * surface.Curvature(assetIn, assetOut)) << Bits);
        BigInteger c = amount * ((2 * prices[assetOut]) + ((amount * surface.Curvature(assetOut, assetOut)) << Bits));
        BigInteger curvature = surface.Curvature(assetIn, assetIn);
        BigInteger discriminant = (b * b) - ((curvature * c) << Bits);
        return b.Sign <= 0 || discriminant.Sign < 0 ? null : -Big.Floor(-(b - Big.SquareRoot(discriminant)), curvature << Bits);
    }

    /// <summary>⌊y⌋ of a burn; null where there is none.</summary>
    public static BigInteger? Burnt(ExactSurface surface, BigInteger[] balances, int asset, BigInteger shares, BigInteger supply)
    {
        (BigInteger invariant, BigInteger root, BigInteger[] prices) = surface.Scaled(balances, Bits);
        BigInteger fall = invariant * shares / supply;
        BigInteger b = prices[asset] - (fall * surface.Linear(asset));
        BigInteger c = (fall * ((2 * root) - fall)) >> Bits;
        return LargerRoot(surface.Curvature(asset, asset), b, c);
    }

    /// <summary>⌊y⌋ of H·y² + 2b·y − c = 0, b and c times 2⁴⁰⁰.</summary>
    private static BigInteger? LargerRoot(BigInteger curvature, BigInteger b, BigInteger c)
    {
        BigInteger discriminant = (b * b) + ((curvature * c) << Bits);
        if (discriminant.Sign < 0)
        {
            return null;
        }

        BigInteger amount = Big.Floor(Big.SquareRoot(discriminant) - b, curvature << Bits);
        return amount.Sign < 0 ? null : amount;
    }
}
