using System.Globalization;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Reports;

/// <summary>How everybody fared in a bank run, both ways side by side.</summary>
internal static class ComparisonTable
{
    private static readonly string[] Columns = ["holders", "number", "tokens", "parUntilEmpty", "curveAndDampening", "difference"];

    /// <summary>A row per group.</summary>
    public static ReportTable Of(RunComparison comparison)
    {
        ReportTable table = new("payoutPerToken", Columns);
        foreach (HolderGroup group in comparison.Groups)
        {
            table.Add(Cells(group));
        }

        return table;
    }

    /// <summary>The same as CSV.</summary>
    public static void WriteCsv(RunComparison comparison, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', Columns));
        foreach (HolderGroup group in comparison.Groups)
        {
            writer.WriteLine(string.Join(',', Cells(group).Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))));
        }
    }

    private static object[] Cells(HolderGroup group) => [group.Name, group.Holders, group.Tokens, group.AtPar, group.OnCurve, group.OnCurve - group.AtPar];
}
