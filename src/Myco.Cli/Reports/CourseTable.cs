using System.Globalization;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Reports;

/// <summary>The course of a scenario as rows: every step with all its numbers, or a screenful for people.</summary>
internal static class CourseTable
{
    /// <summary>The columns of the whole course.</summary>
    private static readonly string[] Columns =
    [
        "step", "time", "supply", "reserveValue", "backingRatio", "invariant", "minted", "burned", "valueIn", "valueOut",
        "redemptionRate", "flowMultiplier", "orders", "refused",
    ];

    private const int ScreenRows = 25;

    /// <summary>Every step.</summary>
    public static ReportTable Whole(IReadOnlyList<ScenarioStep> steps)
    {
        ReportTable table = new("course", Columns);
        foreach (ScenarioStep step in steps)
        {
            table.Add(Cells(step));
        }

        return table;
    }

    /// <summary>Every step as CSV; a rate of nothing is NaN.</summary>
    public static void WriteCsv(IReadOnlyList<ScenarioStep> steps, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', Columns));
        foreach (ScenarioStep step in steps)
        {
            writer.WriteLine(string.Join(',', Cells(step).Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))));
        }
    }

    /// <summary>A screenful: neighbouring steps joined, numbers rounded.</summary>
    /// <param name="steps">The steps so far.</param>
    /// <param name="all">How many there will be.</param>
    public static ReportTable Screen(IReadOnlyList<ScenarioStep> steps, int all)
    {
        ReportTable table = new("course", "step", "supply", "reserve", "backing", "invariant", "minted", "burned", "in", "out", "rate", "multiplier", "refused");
        int group = (all + ScreenRows - 1) / ScreenRows;
        for (int first = 0; first < steps.Count; first += group)
        {
            ScenarioStep joined = steps[first];
            for (int next = first + 1; next < Math.Min(first + group, steps.Count); next++)
            {
                joined = joined.Then(steps[next]);
            }

            table.Add(
                joined.Step, Math.Round(joined.Supply), Math.Round(joined.ReserveValue), Math.Round(joined.BackingRatio, 4), Math.Round(joined.Invariant),
                Math.Round(joined.Minted), Math.Round(joined.Burned), Math.Round(joined.ValueIn), Math.Round(joined.ValueOut),
                Math.Round(joined.RedemptionRate, 4), Math.Round(joined.FlowMultiplier, 4), joined.Refused);
        }

        return table;
    }

    private static object[] Cells(in ScenarioStep step) =>
    [
        step.Step, step.Time, step.Supply, step.ReserveValue, step.BackingRatio, step.Invariant, step.Minted, step.Burned, step.ValueIn, step.ValueOut,
        step.RedemptionRate, step.FlowMultiplier, step.Orders, step.Refused,
    ];
}
