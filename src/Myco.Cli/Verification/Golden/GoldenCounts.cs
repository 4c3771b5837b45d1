namespace Myco.Cli.Verification.Golden;

/// <summary>A header's own count of its cases against the cases of the file, so that none gets lost.</summary>
internal static class GoldenCounts
{
    /// <summary>Counts every number that differs as a failed case.</summary>
    /// <param name="counts"><c>header.counts</c>: <c>{cases, reverts, perFunction: {name: {cases, reverts}}}</c>, any of it left out.</param>
    /// <param name="cases">The function of every case, and whether it reverts.</param>
    /// <param name="tally">Where differences are counted.</param>
    /// <exception cref="VectorException">The counts are malformed.</exception>
    public static void Check(VectorNode counts, List<(string Function, bool Reverts)> cases, VectorTally tally)
    {
        Compare(counts, ["cases", "reverts", "perFunction"], cases, tally);
        if (!counts.Keys().Contains("perFunction"))
        {
            return;
        }

        VectorNode perFunction = counts["perFunction"];
        ILookup<string, (string Function, bool Reverts)> byFunction = cases.ToLookup(entry => entry.Function);
        foreach (string function in perFunction.Keys())
        {
            Compare(perFunction[function], ["cases", "reverts"], [.. byFunction[function]], tally);
        }

        foreach (string function in byFunction.Select(group => group.Key).Except(perFunction.Keys()))
        {
            tally.Fail("counts", perFunction.Where, $"'{function}' has {byFunction[function].Count()} cases and is not counted there");
        }
    }

    private static void Compare(VectorNode counts, string[] known, List<(string Function, bool Reverts)> cases, VectorTally tally)
    {
        foreach (string key in counts.Keys().Where(key => key is "cases" or "reverts"))
        {
            int counted = key == "cases" ? cases.Count : cases.Count(entry => entry.Reverts);
            if (counts[key].Integer() != counted)
            {
                tally.Fail("counts", $"{counts.Where}.{key}", $"is {counts[key].Text()}; the file holds {counted}");
            }
        }

        KnownKeys.FailUnknown(counts, known, GoldenReplay.Format, tally);
    }
}
