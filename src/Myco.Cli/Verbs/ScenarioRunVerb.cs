using System.CommandLine;
using System.Globalization;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Reports;
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
        Option<long?> most = new("--max-errors") { Description = "How many refused orders to name on stderr; all of them when left out.", HelpName = "N" };
        Verb verb = new("run", "Plays a scenario and shows its course.", "myco scenario run bank-run --out pictures", Notes)
        {
            scenario, folder, state, format, compare, seed, most,
        };
        verb.SetAction(parsed => Run(
            terminal,
            parsed.GetRequiredValue(scenario),
            parsed.GetValue(seed),
            new Wish(parsed.GetValue(format)!, parsed.GetValue(compare), parsed.GetValue(folder), parsed.GetValue(state), ErrorLimit.Require(parsed.GetValue(most)))));
        return verb;
    }

    private static int Run(Terminal terminal, string word, ulong? seed, Wish wish)
    {
        Scenario scenario = ScenarioSource.Read(word);
        ScenarioRun run = ScenarioSource.Begin(scenario with { Seed = seed ?? scenario.Seed }, word);
        CheckComparison(run, wish);

        // Opened first: a place that cannot be written is told before anything is done.
        using OutputFile? state = wish.StatePath is null ? null : new OutputFile(wish.StatePath);
        LiveCourse.Play(run, terminal, shown: wish.Format == "table");
        RunComparison? comparison = run.Scenario.Plan is BankRunPlan ? RunComparison.Of(run) : null;
        if (wish.Folder is not null)
        {
            CourseFiles.Write(run, comparison, wish.Folder);
        }

        if (state is not null)
        {
            StateFile.Write(run.State, wish.StatePath!, state);
        }

        Print(terminal, run, comparison, wish);
        return NameRefusals(terminal, run, wish.MostErrors);
    }

    private static void CheckComparison(ScenarioRun run, Wish wish)
    {
        if (wish.Compare && run.Scenario.Plan is not BankRunPlan)
        {
            throw new UsageException($"myco: '{run.Scenario.Name}' is no bank run, and only those can be compared; leave out --compare");
        }

        if (wish.Compare && wish.Format == "svg")
        {
            throw new UsageException("myco: the picture of a bank run has the comparison already; leave out --compare");
        }
    }

    private static void Print(Terminal terminal, ScenarioRun run, RunComparison? comparison, Wish wish)
    {
        bool json = wish.Format == "json";
        switch (wish.Format)
        {
            case "svg": CoursePicture.Write(run, comparison, terminal.Writer); break;
            case "csv" when wish.Compare: ComparisonTable.WriteCsv(comparison!, terminal.Writer); break;
            case "csv": CourseTable.WriteCsv(run.Steps, terminal.Writer); break;
            default: Describe(run, wish.Compare ? comparison : null, json).Write(terminal, json); break;
        }
    }

    private static Report Describe(ScenarioRun run, RunComparison? comparison, bool json)
    {
        Report report = new();
        report.Facts.Add(("scenario", run.Scenario.Name));
        report.Facts.Add(("seed", run.Scenario.Seed.ToString(CultureInfo.InvariantCulture)));
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

    private static int NameRefusals(Terminal terminal, ScenarioRun run, long most)
    {
        foreach (ScenarioRefusal refusal in run.Refusals.Take((int)Math.Min(most, int.MaxValue)))
        {
            terminal.Complain($"{run.Scenario.Name}: {refusal.Describe()}");
        }

        if (run.Refusals.Count > most)
        {
            terminal.Complain($"{run.Scenario.Name}: … and {run.Refusals.Count - most} more refused; raise --max-errors to see them");
        }

        return run.Refusals.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <summary>What the user wants to have of a run.</summary>
    /// <param name="Format">The word of <c>--format</c>.</param>
    /// <param name="Compare">Whether to print how the holders fared.</param>
    /// <param name="Folder">Where files go; null for none.</param>
    /// <param name="StatePath">Where the state at the end goes; null for none.</param>
    /// <param name="MostErrors">How many refusals to name.</param>
    private sealed record Wish(string Format, bool Compare, string? Folder, string? StatePath, long MostErrors);
}
