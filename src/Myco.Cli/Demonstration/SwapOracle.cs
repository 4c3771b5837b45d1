using Myco.Engine;
using Myco.Engine.Surfaces;
using Myco.Kernels.ExtendedPrecision;

namespace Myco.Cli.Demonstration;

/// <summary>Swaps on a state in quad-double, from the balances up: what the binary64 quotes are measured against.</summary>
/// <remarks>212 bits; at stretches up to 1e8 more than 100 of them remain. The vectors of <c>myco verify</c>, made with 150
/// digits elsewhere, hold both to account.</remarks>
internal sealed class SwapOracle
{
    private readonly StateNumbers<QuadDouble> _state;

    /// <summary>An oracle for a state.</summary>
    public SwapOracle(EllipsoidState state)
    {
        Span<DoubleDouble> balances = new DoubleDouble[state.Dimension];
        for (int i = 0; i < balances.Length; i++)
        {
            balances[i] = DoubleDouble.Sum(state.Balances[i], state.BalancesLow[i]);
        }

        StatePreparation.Prepare(state.Surface.InQuadDouble, balances, out StateNumbers<QuadDouble>? numbers);
        _state = numbers ?? throw new InvalidOperationException("The state of a prepared quote is no state in quad-double.");
    }

    /// <summary>The amount asked for; NaN where the curve ends before.</summary>
    public QuadDouble Quote(SwapKind kind, int assetIn, int assetOut, double amount)
    {
        SwapPair<QuadDouble> pair = new(_state, assetIn, assetOut);
        bool found = kind == SwapKind.ExactIn ? pair.TryExactIn(amount, out QuadDouble result) : pair.TryExactOut(amount, out result);
        return found ? result : double.NaN;
    }

    /// <summary>The error of a result for that amount, in units of the last place of the exact one.</summary>
    public double UlpError(SwapKind kind, int assetIn, int assetOut, double amount, double result)
    {
        QuadDouble exact = Quote(kind, assetIn, assetOut, amount);
        return Math.Abs((exact - result).X0) / (Math.BitIncrement(exact.X0) - exact.X0);
    }
}
