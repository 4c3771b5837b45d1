using Myco.Engine.Formats;
using Myco.Verification.Vectors;

namespace Myco.Verification.Golden;

/// <summary>A header's own count of its cases against the cases of the file, so that none gets lost.</summary>
internal static class GoldenCounts
{
    private static readonly string[] Keys = ["cases", "reverts", "perFunction", "functions", "refusals"];
    private static readonly string[] FunctionKeys = ["cases", "reverts"];

    /// <summary>Counts every number that differs, and every function or error that is not counted, as a failed case.</summary>
    /// <param name="counts"><c>header.counts</c>: <c>{cases, reverts, perFunction: {name: {cases, reverts}}, functions: {name: cases}, refusals: {error: cases}}</c>,
    /// any of it left out.</param>
    /// <param name="cases">The function of every case; what it reverts with, null when it does not.</param>
    /// <param name="tally">Where differences are counted.</param>
    /// <exception cref="DocumentException">The counts are malformed.</exception>
    public static void Check(VectorNode counts, List<(string Function, string? Error)> cases, VectorTally tally)
    {
        ILookup<string, string?> byFunction = cases.ToLookup(entry => entry.Function, entry => entry.Error);
        CompareBoth(counts, [.. cases.Select(entry => entry.Error)], Keys, tally);
        foreach (string key in counts.Keys())
        {
            VectorNode node = counts[key];
            switch (key)
            {
                case "perFunction":
                    FailUncounted(node, byFunction.Select(group => group.Key), tally);
                    node.Keys().ForEach(function => CompareBoth(node[function], [.. byFunction[function]], FunctionKeys, tally));
                    break;
                case "functions":
                    FailUncounted(node, byFunction.Select(group => group.Key), tally);
                    node.Keys().ForEach(function => Compare(node[function], byFunction[function].Count(), tally));
                    break;
                case "refusals":
                    FailUncounted(node, cases.Select(entry => entry.Error).OfType<string>().Distinct(), tally);
                    node.Keys().ForEach(error => Compare(node[error], cases.Count(entry => entry.Error == error), tally));
                    break;
                default:
                    break;
            }
        }
    }

    private static void CompareBoth(VectorNode counts, List<string?> errors, string[] known, VectorTally tally)
    {
        foreach (string key in counts.Keys().Where(FunctionKeys.Contains))
        {
            Compare(counts[key], key == "cases" ? errors.Count : errors.Count(error => error is not null), tally);
        }

        KnownKeys.FailUnknown(counts, known, GoldenReplay.Format, tally);
    }

    private static void Compare(VectorNode count, int held, VectorTally tally)
    {
        if (count.Integer() != held)
        {
            tally.Fail("counts", count.Where, $"is {count.Text()}; the file holds {held}");
        }
    }

    private static void FailUncounted(VectorNode counts, IEnumerable<string> present, VectorTally tally)
    {
        foreach (string name in present.Except(counts.Keys()))
        {
            tally.Fail("counts", counts.Where, $"'{name}' is in the file and not counted there");
        }
    }
}
