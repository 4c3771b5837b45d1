using System.CommandLine;
using Myco.Cli.Reports;
using Myco.Cli.Scenarios;
using Myco.Cli.States;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Verbs;

/// <summary><c>myco scenario run</c>: plays a scenario and shows its course.</summary>
internal static class ScenarioRunVerb
{
    private static readonly string[] Notes =
    [
        "The course: after each step supply, reserve value, backing ratio and invariant; within it minted and burned tokens, value in and out,",
        "redemptionRate (value paid per token burned), flowMultiplier (the part that dampening let through), orders and refused ones.",
        "A table joins neighbouring steps to fit a screen; csv and json have every step. Refused orders are named on stderr.",
        "--compare, of a bank run: payout per token given up, by quartile of redeemers in the order of their first redemption, and the final",
        "backing of those who stay; with par paid until the reserve is empty, and with the redemption curve and the dampening.",
        "Every invariant is checked after every order. The same scenario and seed have the same course.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> scenario = new("NAME|FILE.json") { Description = $"One of {ScenarioSource.Known()}; or a scenario file." };
        Option<string?> folder = new("--out") { Description = "Write NAME.csv and NAME.svg into this folder too.", HelpName = "DIR" };
        Option<string?> state = new("--state-out") { Description = "Write the system at the end, for 'myco deposit' and 'myco redeem'.", HelpName = "STATE.json" };
        Option<string> format = FormatOption.Create("table", "csv", "json", "svg");
        Option<bool> compare = new("--compare") { Description = "Print how the holders fared, both ways, instead of the course (bank runs)." };
        Option<ulong?> seed = new("--seed") { Description = "Another seed than the scenario's.", HelpName = "N" };
        Option<int?> most = new("--max-errors") { Description = "How many refused orders to name on stderr; all of them when left out.", HelpName = "N" };
        Verb verb = new("run", "Plays a scenario and shows its course.", "myco scenario run bank-run --out pictures", Notes)
        {
            scenario, folder, state, format, compare, seed, most,
        };
        verb.SetAction(parsed =>
        {
            string word = parsed.GetRequiredValue(scenario);
            Scenario read = ScenarioSource.Read(word);
            ScenarioRun run = ScenarioSource.Begin(read with { Seed = parsed.GetValue(seed) ?? read.Seed }, word);
            string how = parsed.GetValue(format)!;
            RunComparison? comparison = Play(terminal, run, how, parsed.GetValue(compare));
            if (parsed.GetValue(folder) is string place)
            {
                CourseFiles.Write(run, comparison, place);
            }

            if (parsed.GetValue(state) is string path)
            {
                StateFile.Write(run.State, path);
            }

            Print(terminal, run, comparison, how, parsed.GetValue(compare));
            return NameRefusals(terminal, run, Math.Max(0, parsed.GetValue(most) ?? int.MaxValue));
        });
        return verb;
    }

    private static RunComparison? Play(Terminal terminal, ScenarioRun run, string format, bool compare)
    {
        bool isRun = run.Scenario.Plan is BankRunPlan;
        if (compare && !isRun)
        {
            throw new UsageException($"myco: '{run.Scenario.Name}' is no bank run, and only those can be compared; leave out --compare");
        }

        if (compare && format == "svg")
        {
            throw new UsageException("myco: the picture of a bank run has the comparison already; leave out --compare");
        }

        LiveCourse.Play(run, terminal, shown: format == "table");
        return isRun ? RunComparison.Of(run) : null;
    }

    private static void Print(Terminal terminal, ScenarioRun run, RunComparison? comparison, string format, bool compare)
    {
        switch (format)
        {
            case "svg": CoursePicture.Write(run, comparison, terminal.Writer); break;
            case "csv" when compare: ComparisonTable.WriteCsv(comparison!, terminal.Writer); break;
            case "csv": CourseTable.WriteCsv(run.Steps, terminal.Writer); break;
            default: Describe(run, compare ? comparison : null, format == "json").Write(terminal, format == "json"); break;
        }
    }

    private static Report Describe(ScenarioRun run, RunComparison? comparison, bool json)
    {
        Report report = new();
        report.Facts.Add(("scenario", run.Scenario.Name));
        report.Facts.Add(("seed", run.Scenario.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        report.Facts.Add(("steps", run.Steps.Count));
        report.Facts.Add(("stepSeconds", run.Scenario.StepSeconds));
        report.Facts.Add(("orders", run.Steps.Sum(step => step.Orders)));
        report.Facts.Add(("refused", run.Refusals.Count));
        report.Facts.Add(("supply", run.State.Supply));
        report.Facts.Add(("reserveValue", run.State.ReserveValue));
        report.Facts.Add(("backingRatio", run.State.BackingRatio));
        report.Tables.Add(comparison is not null ? ComparisonTable.Of(comparison)
            : json ? CourseTable.Whole(run.Steps) : CourseTable.Screen(run.Steps, run.Scenario.Steps));
        return report;
    }

    private static int NameRefusals(Terminal terminal, ScenarioRun run, int most)
    {
        foreach (ScenarioRefusal refusal in run.Refusals.Take(most))
        {
            terminal.Complain($"{run.Scenario.Name}: {refusal.Describe()}");
        }

        if (run.Refusals.Count > most)
        {
            terminal.Complain($"{run.Scenario.Name}: … and {run.Refusals.Count - most} more refused; raise --max-errors to see them");
        }

        return run.Refusals.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }
}
