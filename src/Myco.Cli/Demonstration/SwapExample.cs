using System.Globalization;
using Myco.Engine;
using Myco.Engine.Pools.Eclp;
using Myco.Kernels.Exact.Integers;
using Myco.Verification.Eclp;

namespace Myco.Cli.Demonstration;

/// <summary>One swap of a real pool, side by side: the chain's amount, the twin's, the ellipsoid's, the binary64 quote.</summary>
/// <param name="Paid">The amount paid in, in units of 1e-18.</param>
/// <param name="Lines">Who says it, the amount paid out, and what is kept of the exact amount, in units.</param>
internal sealed record SwapExample(UInt256 Paid, IReadOnlyList<(string By, string Amount, double Keeps)> Lines)
{
    /// <summary>The first answered swap, exact in, of a set.</summary>
    public static SwapExample Of(EclpVectorSet set)
    {
        EclpSwapVector swap = set.Swaps.First(swap => swap is { Kind: SwapKind.ExactIn, Result: not null, Amount.IsZero: false });
        EclpOracle oracle = new(set.Curve);
        double quote = EclpSurfaceQuote.Of(EclpSurfaceQuote.Surface(set.Curve), swap).Quote.Amount;
        UInt256.TryFromDouble(Math.Round(quote), out UInt256 nearest);
        return new(
            swap.Amount,
            [
                Line("chain", swap.Result!.Value),
                Line("E-CLP twin", ExactQuotes.Twin(EclpParameters.Create(set.Curve, set.Derived), swap).Amount),
                Line("ellipsoid", ExactQuotes.Ellipsoid(ExactQuotes.Derive(set.Curve), swap).Amount),
                ("binary64 quote", quote.ToString("R", CultureInfo.InvariantCulture), oracle.Gain(swap, nearest)),
            ]);

        (string By, string Amount, double Keeps) Line(string by, UInt256 amount) => (by, amount.ToString(), oracle.Gain(swap, amount));
    }
}
