using Myco.Engine;
using Myco.Verification.Vectors;

namespace Myco.Verification.Surfaces;

/// <summary>Compares a quote with what a vector expects: a number, or a verdict in words.</summary>
internal static class QuoteVerdict
{
    /// <summary>Counts the case.</summary>
    /// <param name="kind">The case's kind.</param>
    /// <param name="vector">The case.</param>
    /// <param name="key">The key of what it expects.</param>
    /// <param name="quote">What came.</param>
    /// <param name="tally">Where it is counted.</param>
    public static void Count(string kind, VectorNode vector, string key, Quote quote, VectorTally tally)
    {
        string expected = vector[key].Text();
        QuoteStatus? verdict = expected switch
        {
            "infeasible" => QuoteStatus.Infeasible,
            "outside_price_bounds" => QuoteStatus.OutsidePriceBounds,
            _ => null,
        };
        if (verdict is null && expected.Length > 0 && char.IsLetter(expected[0]))
        {
            tally.Fail(kind, vector.Where, $"the verdict '{expected}' is unknown; known are infeasible and outside_price_bounds");
        }
        else if (quote.Status != (verdict ?? QuoteStatus.Ok))
        {
            tally.Fail(kind, vector.Where, $"expected {(verdict is null ? expected : verdict.ToString())}, came {quote.Status}");
        }
        else if (verdict is null)
        {
            tally.Count(kind, vector.Where, vector[key].ErrorOf(quote.Amount));
        }
        else if (double.IsNaN(quote.Amount))
        {
            tally.Pass(kind, vector.Where);
        }
        else
        {
            tally.Fail(kind, vector.Where, $"expected {verdict} without an amount, and {quote.Amount} came with it");
        }
    }
}
