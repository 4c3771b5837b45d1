using System.CommandLine;
using System.Globalization;
using Myco.Cli.Demonstration;
using Myco.Cli.Reports;

namespace Myco.Cli.Verbs;

/// <summary><c>myco demo</c>: what the engine does, in ten seconds.</summary>
internal static class DemoVerb
{
    private const int Sample = 1000;

    private static readonly string[] Notes =
    [
        "First the ten real-world E-CLP parameter sets of fixtures/vectors/eclp.json: what the contracts answered in an EVM, against the",
        "engine. A difference above 0 means that the chain pays less or asks more, which is how it rounds; dust are swaps of less than a",
        "millionth of a token. Then a million mixed quotes on a surface of 8 assets, one thread: speed, error against quad-double, bytes.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("demo", "Prices real pools against the chain, then a million quotes.", "myco demo", Notes) { format };
        verb.SetAction(parsed => Run(terminal, parsed.GetValue(format) == "json"));
        return verb;
    }

    private static int Run(Terminal terminal, bool json)
    {
        List<EclpComparison> comparisons = [.. EclpVectors.ReadReal().Select(EclpComparison.Of)];
        Report report = new();
        report.Tables.Add(RealPools(comparisons));
        report.Tables.Add(MillionQuotes());
        int violations = comparisons.Sum(comparison => comparison.Violations);
        foreach (EclpComparison comparison in comparisons.Where(comparison => comparison.Violations > 0))
        {
            terminal.Complain($"demo: {comparison.Id}: the chain pays more than the engine in {comparison.Violations} swaps; 0 expected; report it");
        }

        int compared = comparisons.Sum(comparison => comparison.Sized.Length + comparison.Dust.Length);
        report.Closing.Add($"In {compared - violations} of {compared} swaps the chain pays less or asks more, or the same.");
        report.Write(terminal, json);
        return violations == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static ReportTable RealPools(List<EclpComparison> comparisons)
    {
        ReportTable table = new(
            "realPools", "set", "lambda", "swaps", "medianDifference", "worstDifference", "dust", "worstOnDust", "ofNothing", "chainReverts", "chainPaysMore");
        foreach (EclpComparison comparison in comparisons)
        {
            double[] sized = comparison.Sized;
            table.Add(
                comparison.Id, comparison.Lambda,
                sized.Length, sized.Length == 0 ? null : Shorten(sized[sized.Length / 2]), sized.Length == 0 ? null : Shorten(sized[^1]),
                comparison.Dust.Length, comparison.Dust.Length == 0 ? null : Shorten(comparison.Dust[^1]),
                comparison.Unquoted, comparison.Reverts, comparison.Violations);
        }

        return table;
    }

    private static ReportTable MillionQuotes()
    {
        QuoteRace race = new();
        (double speed, long bytes) = race.Run();
        ReportTable table = new("mixedQuotes", "assets", "quotes", "refused", "quotesPerSecond", "nanosecondsEach", "sample", "worstUlp", "bytesAllocated");
        table.Add(QuoteRace.Assets, QuoteRace.Quotes, race.Refused, Shorten(speed), Shorten(1e9 / speed), Sample, Shorten(race.WorstError(Sample)), bytes);
        return table;
    }

    /// <summary>Three digits: more would only be the machine's mood.</summary>
    private static double Shorten(double value) =>
        double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
