using Myco.Engine;
using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Verification.Surfaces;

/// <summary>Quotes of a state against the same swaps in quad-double.</summary>
/// <remarks>The vectors, made with 150 digits elsewhere, hold both to account.</remarks>
public static class SwapOracle
{
    /// <summary>The error of a result for that amount, in units of the last place of the exact one.</summary>
    /// <param name="state">The state that was asked.</param>
    /// <param name="kind">Which amount was given.</param>
    /// <param name="assetIn">The asset paid in.</param>
    /// <param name="assetOut">The asset paid out.</param>
    /// <param name="amount">The amount given.</param>
    /// <param name="result">The amount that came.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is unknown, an asset is not of the surface, or both are the same.</exception>
    public static double UlpError(EllipsoidState state, SwapKind kind, int assetIn, int assetOut, double amount, double result)
    {
        ArgumentNullException.ThrowIfNull(state);
        QuadDouble exact = state.QuoteInQuadDouble(kind, assetIn, assetOut, amount);
        return Math.Abs((exact - result).X0) / (Math.BitIncrement(exact.X0) - exact.X0);
    }
}
