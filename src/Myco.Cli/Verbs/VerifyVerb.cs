using System.CommandLine;
using Myco.Cli.Reports;
using Myco.Cli.Verification;

namespace Myco.Cli.Verbs;

/// <summary><c>myco verify</c>: replays golden vectors.</summary>
internal static class VerifyVerb
{
    private static readonly string[] Notes =
    [
        $"Known formats: {SurfaceReplay.Format}. A file of another format counts as one failure, and so does an unknown kind or verdict.",
        "Errors in ulp: |x − reference| over the ulp of the reference rounded to binary64. A folder stands for every *.json in it.",
        "The last line is 'N passed, N failed'.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string[]> files = new("FILE") { Description = "Files of vectors, or folders of them.", Arity = ArgumentArity.OneOrMore };
        Option<double> most = new("--max-ulp") { Description = "The largest error that passes.", DefaultValueFactory = _ => 6, HelpName = "ULP" };
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("verify", "Replays golden vectors and names the worst error of each kind.", "myco verify fixtures/vectors/surface.json --max-ulp 6", Notes)
        {
            files, most, format,
        };
        verb.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(files), parsed.GetValue(most), parsed.GetValue(format) == "json"));
        return verb;
    }

    private static int Run(Terminal terminal, string[] paths, double most, bool json)
    {
        if (!(most >= 0 && double.IsFinite(most)))
        {
            throw new UsageException($"myco: --max-ulp is {most}; it must be at least 0 and finite; the bar is 6");
        }

        List<(string Path, VectorTally Tally)> tallies = [];
        foreach (string path in VectorFiles.Find(paths))
        {
            VectorTally tally = new(most);
            VectorFiles.Replay(path, tally);
            tallies.Add((path, tally));
        }

        foreach ((string path, VectorTally tally) in tallies)
        {
            foreach (string failure in tally.Failures)
            {
                terminal.Complain($"{path}: {failure}");
            }
        }

        return Conclude(terminal, tallies, json);
    }

    private static int Conclude(Terminal terminal, List<(string Path, VectorTally Tally)> tallies, bool json)
    {
        Report report = new();
        ReportTable table = new("kinds", "file", "kind", "cases", "passed", "failed", "worstUlp", "where");
        foreach ((string path, VectorTally tally) in tallies)
        {
            foreach (VectorKind kind in tally.Kinds)
            {
                table.Add(path, kind.Name, kind.Cases, kind.Passed, kind.Failed, double.IsInfinity(kind.Worst) ? "no number" : Math.Round(kind.Worst, 3), kind.Where);
            }
        }

        long passed = tallies.Sum(pair => pair.Tally.Passed);
        long failed = tallies.Sum(pair => pair.Tally.Failed);
        report.Facts.AddRange(json ? [("passed", passed), ("failed", failed)] : []);
        report.Tables.Add(table);
        report.Closing.Add($"{passed} passed, {failed} failed");
        report.Write(terminal, json);
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
