using Myco.Bench.Workloads;

namespace Myco.Bench.Ratios.Rows;

/// <summary>Quotes of N = 8, in a batch and one at a time, against a textbook; and what one quote costs.</summary>
internal static class SingleQuoteRows
{
    private const int Quotes = 4_096;

    public static IReadOnlyList<RatioRow> Make()
    {
        MixedSwaps swaps = new(8, Quotes);
        Work Per(string name, Action run) => new(name, swaps.Count, run);
        Work textbook = Per("textbook O(N²) quote on MathNet", swaps.Textbook);
        Work single = Per("one at a time", swaps.OneAtATime);
        Work latency = Per("one after the other", swaps.OneAfterTheOther);
        return
        [
            new("quotes in a batch, N = 8", Per("batch", swaps.Ours), textbook, Target.AtLeast(400)),
            new("quotes one at a time, N = 8", single, textbook, Target.AtLeast(65)),
            new("one quote waiting for the one before, N = 8", latency, Per("its root and division in a row", swaps.RootsAndDivisionsInARow), Target.None),
        ];
    }
}
