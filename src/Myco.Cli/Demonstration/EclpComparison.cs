using Myco.Engine;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Eclp;

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
    private const ulong DustAmount = 1_000_000_000_000;

    // 4 ulp of the quote, half an ulp each for the amount and for the chain's answer as binary64.
    private const double Rounding = 5 * EclpSurfaceQuote.Rounding;

    /// <summary>The swaps in which the chain pays more or asks less than exact arithmetic allows.</summary>
    public int Violations => Sized.Concat(Dust).Count(difference => difference < -Rounding);

    /// <summary>Quotes every case of the set.</summary>
    public static EclpComparison Of(EclpVectorSet set)
    {
        EllipsoidSurface surface = EclpSurfaceQuote.Surface(set.Curve);
        List<EclpSwapVector> answered = [.. set.Swaps.Where(swap => swap.Result is not null)];
        ILookup<bool, double> differences = answered
            .Where(swap => !swap.Amount.IsZero)
            .ToLookup(swap => UInt256.Min(swap.Amount, swap.Result!.Value) < DustAmount, swap => Difference(surface, swap));
        int unquoted = answered.Count(swap => swap.Amount.IsZero);
        return new(
            set.Id, EclpSurfaceQuote.ToBinary64(set.Curve.Lambda), [.. differences[false].Order()], [.. differences[true].Order()], unquoted,
            set.Swaps.Count - answered.Count);
    }

    /// <summary>How much less the chain pays, or more it asks, relative to the engine; −∞ when the chain answers what the engine refuses.</summary>
    private static double Difference(EllipsoidSurface surface, EclpSwapVector swap)
    {
        Quote quote = EclpSurfaceQuote.Of(surface, swap).Quote;
        double chain = swap.Result!.Value.ToDouble();
        double less = swap.Kind == SwapKind.ExactIn ? quote.Amount - chain : chain - quote.Amount;
        return quote.IsOk ? less / quote.Amount : double.NegativeInfinity;
    }
}
