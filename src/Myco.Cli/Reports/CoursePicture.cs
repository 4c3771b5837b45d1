using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Reports;

/// <summary>A course as an SVG picture: backing ratio, supply and redemption rate over time; of a bank run, also how everybody fared.</summary>
internal static class CoursePicture
{
    /// <summary>The colour of what is at par until the reserve is empty.</summary>
    public const string AtParColor = "#999999";

    /// <summary>The colour of the backing ratio, and of what the curve pays.</summary>
    public const string BackingColor = "#1f5fbf";

    private const string SupplyColor = "#3a8f3a";
    private const string RateColor = "#c2571a";
    private const double Width = 800;
    private const double Height = 480;
    private const double BarsHeight = 260;
    private const double Left = 60;
    private const double Right = 24;
    private const double Top = 96;
    private const double Bottom = 56;

    /// <summary>Writes the picture.</summary>
    /// <param name="run">A run that is over.</param>
    /// <param name="comparison">The run at par, if it is a bank run.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ScenarioRun run, RunComparison? comparison, StreamWriter writer)
    {
        IReadOnlyList<ScenarioStep> steps = run.Steps;
        (double unit, string unitName) = TimeUnit(steps[^1].Time);
        double end = Math.Max(steps[^1].Time / unit, double.Epsilon);
        double largestSupply = steps.Max(step => step.Supply);
        double high = Math.Max(1.1, 1.05 * steps.Max(step => step.BackingRatio));
        double X(ScenarioStep step) => Left + (step.Time / unit / end * (Width - Left - Right));
        double Y(double value) => Height - Bottom - (value / high * (Height - Top - Bottom));

        SvgWriter svg = new(writer);
        svg.Begin(Width, Height + (comparison is null ? 0 : BarsHeight));
        svg.Text(Width / 2, 24, "middle", $"Scenario {run.Scenario.Name}, seed {run.Scenario.Seed}", " font-size=\"17\" font-weight=\"bold\"");
        WriteAxes(svg, end, high, Y);
        svg.Text((Left + Width - Right) / 2, Height - 14, "middle", unitName);
        if (comparison is not null)
        {
            svg.Curve(AtParColor, steps.Select(step => (X(step), Y(comparison.BackingAtPar[step.Step]))), " stroke-dasharray=\"6 4\"");
        }

        svg.Curve(SupplyColor, steps.Select(step => (X(step), Y(step.Supply / largestSupply))));
        svg.Curve(RateColor, steps.Select(step => (X(step), Y(step.RedemptionRate))));
        svg.Curve(BackingColor, steps.Select(step => (X(step), Y(step.BackingRatio))));
        WriteLegend(svg, comparison is not null);
        if (comparison is not null)
        {
            PayoutBars.Write(svg, comparison, Left, Height + 12, Width - Left - Right, BarsHeight - 24);
        }

        svg.End();
    }

    private static void WriteAxes(SvgWriter svg, double end, double high, Func<double, double> y)
    {
        double floor = Height - Bottom;
        foreach (double tick in AxisTicks.Between(0, end, 8))
        {
            double x = Left + (tick / end * (Width - Left - Right));
            svg.Line(x, Top, x, floor + 5, "#dddddd");
            svg.Text(x, floor + 20, "middle", SvgWriter.Label(tick, end));
        }

        foreach (double tick in AxisTicks.Between(0, high, 6))
        {
            svg.Line(Left - 5, y(tick), Width - Right, y(tick), "#dddddd");
            svg.Text(Left - 9, y(tick) + 4, "end", SvgWriter.Label(tick, high));
        }

        svg.Line(Left, Top, Left, floor, "black");
        svg.Line(Left, floor, Width - Right, floor, "black");
    }

    private static void WriteLegend(SvgWriter svg, bool compared)
    {
        svg.Text(Left, 52, "start", "backing ratio: reserve value per token", $" fill=\"{BackingColor}\"");
        svg.Text(Left, 72, "start", "redemption rate: value paid per token given up", $" fill=\"{RateColor}\"");
        svg.Text(Width / 2, 52, "start", "supply: part of its largest", $" fill=\"{SupplyColor}\"");
        if (compared)
        {
            svg.Text(Width / 2, 72, "start", "dashed: backing ratio if par were paid until nothing is left", " fill=\"#777777\"");
        }
    }

    private static (double Seconds, string Name) TimeUnit(double end) =>
        end >= 2 * 86_400 ? (86_400, "days") : end >= 2 * 3_600 ? (3_600, "hours") : (1, "seconds");
}
