using System.CommandLine;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Reports;
using Myco.Verification;
using Myco.Verification.Vectors;

namespace Myco.Cli.Verbs;

/// <summary><c>myco verify</c>: replays vectors of surfaces, of contracts and of deployed pools.</summary>
internal static class VerifyVerb
{
    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string[]> files = new("FILE") { Description = "Files of vectors, or folders of them.", Arity = ArgumentArity.OneOrMore };
        Option<double> most = NumberOption.Create("--max-ulp", "The largest error that passes.", "ULP", VectorFiles.UlpLimit);
        Option<long?> errors = new("--max-errors") { Description = "How many failed cases to name on stderr; all of them when left out.", HelpName = "N" };
        Option<string> format = FormatOption.Create("table", "json");
        Verb verb = new("verify", "Replays golden vectors and names the worst error of each kind.", "myco verify fixtures/vectors --max-errors 10", Notes())
        {
            files, most, errors, format,
        };
        verb.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(files), parsed.GetValue(most), ErrorLimit.Require(parsed.GetValue(errors)), parsed.GetValue(format) == "json"));
        return verb;
    }

    private static int Run(Terminal terminal, string[] paths, double most, long errors, bool json)
    {
        if (!(most >= 0 && double.IsFinite(most)))
        {
            throw new UsageException($"myco: --max-ulp is {most}; it must be at least 0 and finite; the bar is 6");
        }

        List<(string Path, VectorTally Tally)> tallies = [];
        foreach (string path in paths.SelectMany(path => InputFile.Guard(path, () => VectorFiles.In(path))).ToList())
        {
            using FileStream stream = InputFile.Open(path);
            tallies.Add((path, InputFile.Guard(path, () => VectorFiles.Replay(stream, Path.GetFileNameWithoutExtension(path), most))));
        }

        Complain(terminal, tallies, errors);
        return Conclude(terminal, tallies, json);
    }

    // An iterator, so that the libraries are named only where help is asked for.
    private static IEnumerable<string> Notes()
    {
        yield return $"Known formats: {string.Join(", ", VectorFiles.Formats)}, and pool files of Balancer's ports. A file of another format counts as one failure, and so does an unknown function, pool type, kind or verdict.";
        yield return $"Integers must be equal and reverts the contract's own. \"library\" in the header of a file of your own names what it is for: {string.Join(", ", VectorFiles.Libraries)}.";
        yield return "Errors in ulp: |x − reference| over the ulp of the reference rounded to binary64. A folder stands for every *.json in it.";
        yield return "The last line is 'N passed, N failed'.";
    }

    private static void Complain(Terminal terminal, List<(string Path, VectorTally Tally)> tallies, long errors)
    {
        long named = 0;
        foreach ((string path, VectorTally tally) in tallies)
        {
            foreach (string failure in tally.Failures.TakeWhile(_ => named < errors))
            {
                named++;
                terminal.Complain($"{path}: {failure}");
            }
        }

        long failed = tallies.Sum(pair => pair.Tally.Failed);
        if (failed > named)
        {
            terminal.Complain($"myco: … and {failed - named} more failed; see the table, or raise --max-errors");
        }
    }

    private static int Conclude(Terminal terminal, List<(string Path, VectorTally Tally)> tallies, bool json)
    {
        Report report = new();
        ReportTable table = new("kinds", "file", "kind", "cases", "passed", "failed", "reverts", "worstUlp", "where");
        foreach ((string path, VectorTally tally) in tallies)
        {
            foreach (VectorKind kind in tally.Kinds)
            {
                table.Add(path, kind.Name, kind.Cases, kind.Passed, kind.Failed, kind.Reverts, double.IsInfinity(kind.Worst) ? "not measured" : Math.Round(kind.Worst, 3), kind.Where);
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
