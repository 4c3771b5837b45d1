using Myco.Engine.Pools;
using Myco.Engine.Pools.Eclp;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Verification.Eclp;

namespace Myco.Cli.Demonstration;

/// <summary>One parameter set in integers: the E-CLP's twin against the chain, and how far the chain, the ellipsoid and the binary64 quote are from the exact
/// amounts.</summary>
/// <param name="Id">The parameter set.</param>
/// <param name="Cases">The swaps, refused ones too.</param>
/// <param name="TwinEqual">Those in which the twin gives the chain's amount to the last digit, or refuses as well.</param>
/// <param name="ChainGains">What the chain keeps over the exact amount in swaps of more than nothing, in units of 1e-18, rising.</param>
/// <param name="EllipsoidGains">What the ellipsoid keeps in the same swaps, rising; NaN first where it refuses.</param>
/// <param name="WorstFloat">The largest error of the binary64 quote in those, in ulp of the exact amount for its parameters.</param>
internal sealed record ExactComparison(string Id, int Cases, int TwinEqual, double[] ChainGains, double[] EllipsoidGains, double WorstFloat)
{
    /// <summary>Quotes every case of the set.</summary>
    public static ExactComparison Of(EclpVectorSet set)
    {
        EclpParameters parameters = EclpParameters.Create(set.Curve, set.Derived);
        EclpOracle oracle = new(set.Curve);
        EllipsoidSurface surface = EclpSurfaceQuote.Surface(set.Curve);
        ExactEllipsoidParameters ellipsoid = ExactQuotes.Derive(set.Curve);
        List<EclpSwapVector> sized = [.. set.Swaps.Where(swap => swap.Result is not null && !swap.Amount.IsZero)];
        return new(
            set.Id,
            set.Swaps.Count,
            set.Swaps.Count(swap => IsEqual(ExactQuotes.Twin(parameters, swap), swap)),
            [.. sized.Select(swap => oracle.Gain(swap, swap.Result!.Value)).Order()],
            [.. sized.Select(swap => Gain(oracle, ExactQuotes.Ellipsoid(ellipsoid, swap), swap)).Order()],
            sized.Max(swap => EclpSurfaceQuote.Of(surface, swap).UlpError(swap)));
    }

    private static bool IsEqual(in ExactQuote quote, EclpSwapVector swap) =>
        quote.IsOk == swap.Result is not null && quote.Amount == swap.Result.GetValueOrDefault();

    private static double Gain(EclpOracle oracle, in ExactQuote quote, EclpSwapVector swap) =>
        quote.IsOk ? oracle.Gain(swap, quote.Amount) : double.NaN;
}
