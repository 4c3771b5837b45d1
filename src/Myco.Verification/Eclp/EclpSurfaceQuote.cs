using Myco.Engine;
using Myco.Engine.Deployment;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
using Myco.Kernels.ExtendedPrecision;
using Myco.Verification.Surfaces;

namespace Myco.Verification.Eclp;

/// <summary>The binary64 quote of one swap of the chain.</summary>
/// <param name="State">The state at the chain's balances.</param>
/// <param name="Given">The amount asked for.</param>
/// <param name="Quote">The quote.</param>
public readonly record struct EclpSurfaceQuote(EllipsoidState State, double Given, Quote Quote)
{
    /// <summary>An ulp of 1: no binary64 number is further than half of it, relatively, from what it was rounded from.</summary>
    public const double Rounding = 2.220446049250313e-16;

    // Some cases empty the pool to the last unit, and their amount, rounded to binary64, may lie above the largest by a rounding.
    private const double LargestExcess = 5 * Rounding;

    /// <summary>The surface of a contract's parameters, each rounded to binary64.</summary>
    /// <exception cref="ArgumentException">A number is outside the limits of a surface.</exception>
    public static EllipsoidSurface Surface(in EclpCurve curve) =>
        EllipsoidSurface.FromEclp(ToBinary64(curve.Alpha), ToBinary64(curve.Beta), ToBinary64(curve.C), ToBinary64(curve.S), ToBinary64(curve.Lambda));

    /// <summary>A number of 18 decimals that is not below 0, rounded to binary64.</summary>
    public static double ToBinary64(in Int256 value) => EclpGeometry.Decimal(value.Bits).X0;

    /// <summary>The quote for the chain's integers, which serve as they are, since the surface is homogeneous; asked at the largest amount where the
    /// amount exceeds it by a rounding.</summary>
    /// <exception cref="ArgumentException">The balances are no state of the surface.</exception>
    public static EclpSurfaceQuote Of(EllipsoidSurface surface, EclpSwapVector swap)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(swap);

        // Two binary64 numbers hold each balance exactly.
        QuadDouble[] balances = Array.ConvertAll(swap.Balances, balance => IntegerRounding.ToQuadDouble(new Int256(balance)));
        EllipsoidState state = surface.At([balances[0].X0, balances[1].X0], [balances[0].X1, balances[1].X1]);
        double largest = state.LargestAmount(swap.Kind, swap.AssetIn, swap.AssetOut), amount = swap.Amount.ToDouble();
        double given = amount <= largest * (1 + LargestExcess) ? Math.Min(amount, largest) : amount;
        return new(state, given, swap.Kind == SwapKind.ExactIn
            ? state.SwapExactIn(swap.AssetIn, swap.AssetOut, given)
            : state.SwapExactOut(swap.AssetIn, swap.AssetOut, given));
    }

    /// <summary>The quote's error in ulp of the exact amount for its parameters, by quad-double.</summary>
    public double UlpError(EclpSwapVector swap)
    {
        ArgumentNullException.ThrowIfNull(swap);
        return SwapOracle.UlpError(State, swap.Kind, swap.AssetIn, swap.AssetOut, Given, Quote.Amount);
    }
}
