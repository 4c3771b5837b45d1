using System.CommandLine;
using System.Globalization;
using Myco.Cli.Console;
using Myco.Cli.Demonstration;
using Myco.Cli.Reports;
using Myco.Verification.Eclp;

namespace Myco.Cli.Verbs;

/// <summary><c>myco demo</c>: what the engine does, in ten seconds.</summary>
internal static class DemoVerb
{
    private const int Sample = 1000;

    private static readonly string[] Notes =
    [
        "First the ten real-world E-CLP parameter sets of fixtures/vectors/eclp.json: what the contracts answered in an EVM, against the",
        "engine. A difference above 0 means that the chain pays less or asks more, which is how it rounds; dust are swaps of less than a",
        "millionth of a token. Next the same swaps in integers: the E-CLP's twin, which equals the contract to the last digit, refusals too, and our",
        "own ellipsoid of the same parameters; what the chain and the ellipsoid keep over the exact amount, in units of 1e-18 token, and the",
        "error of the binary64 quote for its own parameters; one of these swaps side by side. Then a million mixed quotes on a surface of 8 assets, one thread: speed, error against quad-double, bytes.",
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
        List<EclpVectorSet> sets = ReadReal();
        List<EclpComparison> comparisons = [.. sets.Select(EclpComparison.Of)];
        List<ExactComparison> twins = [.. sets.Select(ExactComparison.Of)];
        Report report = new();
        report.Tables.Add(RealPools(comparisons));
        report.Tables.Add(ExactTwins(twins));
        report.Tables.Add(OneSwap(sets[0]));
        report.Tables.Add(MillionQuotes());
        int violations = comparisons.Sum(comparison => comparison.Violations);
        foreach (EclpComparison comparison in comparisons.Where(comparison => comparison.Violations > 0))
        {
            terminal.Complain($"demo: {comparison.Id}: the chain pays more than the engine in {comparison.Violations} swaps; 0 expected; report it");
        }

        int compared = comparisons.Sum(comparison => comparison.Sized.Length + comparison.Dust.Length);
        report.Closing.Add($"In {compared - violations} of {compared} swaps the chain pays less or asks more, or the same.");
        (int cases, int equal) = (twins.Sum(twin => twin.Cases), twins.Sum(twin => twin.TwinEqual));
        report.Closing.Add($"In {equal} of {cases} swaps, refused ones too, the exact E-CLP is the chain to the last digit.");
        if (equal < cases)
        {
            terminal.Complain($"demo: the exact E-CLP differs from the chain in {cases - equal} swaps; 0 expected; report it");
        }

        report.Write(terminal, json);
        return violations == 0 && equal == cases ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static List<EclpVectorSet> ReadReal()
    {
        using Stream stream = typeof(DemoVerb).Assembly.GetManifestResourceStream("eclp.json")!;
        return [.. EclpVectors.Read(stream).Where(set => set.Kind == "real")];
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

    private static ReportTable ExactTwins(List<ExactComparison> twins)
    {
        ReportTable table = new("exactTwins", "set", "cases", "twinEqual", "chainKeepsMedian", "chainKeepsMost", "ellipsoidKeepsLeast", "ellipsoidKeepsMost", "quoteWorstUlp");
        foreach (ExactComparison twin in twins)
        {
            (double[] chain, double[] ellipsoid) = (twin.ChainGains, twin.EllipsoidGains);
            table.Add(
                twin.Id, twin.Cases, twin.TwinEqual, Shorten(chain[chain.Length / 2]), Shorten(chain[^1]),
                Shorten(ellipsoid[0]), Shorten(ellipsoid[^1]), Shorten(twin.WorstFloat));
        }

        return table;
    }

    private static ReportTable OneSwap(EclpVectorSet set)
    {
        SwapExample example = SwapExample.Of(set);
        ReportTable table = new("oneSwap", "set", "by", "paidIn", "paidOut", "keeps");
        foreach ((string by, string amount, double keeps) in example.Lines)
        {
            table.Add(set.Id, by, example.Paid.ToString(), amount, Shorten(keeps));
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
