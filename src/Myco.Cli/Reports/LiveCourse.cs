using Myco.Cli.Console;
using Myco.Engine.Reserve.Scenarios;
using Spectre.Console;

namespace Myco.Cli.Reports;

/// <summary>Plays a scenario, and shows the course as it grows where somebody looks.</summary>
internal static class LiveCourse
{
    /// <summary>Plays to the end.</summary>
    /// <param name="run">The run, at its beginning.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="shown">Whether to show a table if somebody looks; it is cleared at the end.</param>
    public static void Play(ScenarioRun run, Terminal terminal, bool shown)
    {
        if (!shown || !terminal.OutputIsTerminal)
        {
            while (run.TryStep())
            {
            }

            return;
        }

        IAnsiConsole console = Consoles.Create(terminal.Writer, terminal: true, width: 120);
        console.Live(Draw(run)).AutoClear(true).Start(context =>
        {
            int rows = 0;
            while (run.TryStep())
            {
                Table table = Draw(run);
                if (table.Rows.Count > rows)
                {
                    rows = table.Rows.Count;
                    context.UpdateTarget(table);
                    terminal.Writer.Flush();
                }
            }
        });
    }

    private static Table Draw(ScenarioRun run) => TextReport.Draw(CourseTable.Screen(run.Steps, run.Scenario.Steps));
}
