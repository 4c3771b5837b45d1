using System.Numerics;
using Myco.Engine;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Demonstration;

/// <summary>What the contracts paid or asked against the engine's quotes, for one parameter set.</summary>
/// <param name="Id">The parameter set.</param>
/// <param name="Lambda">Its stretch factor.</param>
/// <param name="Sized">Relative differences of swaps of some size, rising; above 0, the chain pays less or asks more.</param>
/// <param name="Dust">Those of swaps in which less than a millionth of a token moves, where the chain's allowances for its own errors rule.</param>
/// <param name="Unquoted">The swaps of nothing, for which the engine has no quote and the chain still asks its allowance.</param>
/// <param name="Reverts">The swaps that the chain refused.</param>
internal sealed record EclpComparison(string Id, double Lambda, double[] Sized, double[] Dust, int Unquoted, int Reverts)
{
    // In the chain's units of 1e-18 token.
    private const double DustAmount = 1e12;

    // 4 ulp of the quote, half an ulp each for the amount and for the chain's answer as binary64.
    private const double Rounding = 5 * 2.220446049250313e-16;

    /// <summary>The swaps in which the chain pays more or asks less than exact arithmetic allows.</summary>
    public int Violations => Sized.Concat(Dust).Count(difference => difference < -Rounding);

    /// <summary>Quotes every case of the set.</summary>
    public static EclpComparison Of(EclpVectors.ParameterSet set)
    {
        EclpParameters given = set.Parameters;
        EllipsoidSurface surface = EllipsoidSurface.FromEclp(given.Alpha, given.Beta, given.C, given.S, given.Lambda);
        ILookup<bool, double> differences = set.Cases
            .Where(swap => swap.Amount > 0)
            .ToLookup(swap => Math.Min(swap.Amount, swap.Result) < DustAmount, swap => Difference(surface, swap));
        int unquoted = set.Cases.Count(swap => swap.Amount == 0);
        return new(set.Id, given.Lambda, [.. differences[false].Order()], [.. differences[true].Order()], unquoted, set.Reverts);
    }

    /// <summary>How much less the chain pays, or more it asks, relative to the engine; −∞ when the chain answers what the engine refuses.</summary>
    private static double Difference(EllipsoidSurface surface, EclpVectors.SwapCase swap)
    {
        // The surface is homogeneous, so the chain's integers serve as they are; two binary64 numbers hold each exactly.
        double[] high = [(double)swap.X, (double)swap.Y];
        double[] low = [(double)(swap.X - new BigInteger(high[0])), (double)(swap.Y - new BigInteger(high[1]))];
        EllipsoidState state = surface.At(high, low);
        (int assetIn, int assetOut) = swap.TokenInIsToken0 ? (0, 1) : (1, 0);
        Quote quote = Ask(state, swap.IsExactIn ? SwapKind.ExactIn : SwapKind.ExactOut, assetIn, assetOut, swap.Amount);
        double less = swap.IsExactIn ? quote.Amount - swap.Result : swap.Result - quote.Amount;
        return quote.IsOk ? less / quote.Amount : double.NegativeInfinity;
    }

    /// <summary>The engine's quote. Some cases empty the pool to the last unit, and their amount, rounded to binary64, may lie above
    /// the largest by a rounding: those are asked at the largest.</summary>
    private static Quote Ask(EllipsoidState state, SwapKind kind, int assetIn, int assetOut, double amount)
    {
        double largest = state.LargestAmount(kind, assetIn, assetOut);
        double given = amount <= largest * (1 + Rounding) ? Math.Min(amount, largest) : amount;
        return kind == SwapKind.ExactIn ? state.SwapExactIn(assetIn, assetOut, given) : state.SwapExactOut(assetIn, assetOut, given);
    }
}
