using System.Globalization;
using Myco.Engine.Reserve.Scenarios;

namespace Myco.Cli.Reports;

/// <summary>The lower part of a bank run's picture: two bars for every group of holders, at par and by the curve.</summary>
internal static class PayoutBars
{
    private const double BarWidth = 44;
    private const double Head = 44;
    private const double Foot = 24;

    /// <summary>Draws the bars into a rectangle.</summary>
    public static void Write(SvgWriter svg, RunComparison comparison, double left, double top, double width, double height)
    {
        double floor = top + height - Foot;
        double high = Math.Max(1, comparison.Groups.Max(group => Math.Max(Number(group.AtPar), Number(group.OnCurve))));
        double scale = (height - Head - Foot) / high;
        svg.Text(left, top + 4, "start", "value per token: paid to redeemers in the order in which they began; left behind the tokens of those who stay");
        svg.Text(left, top + 22, "start", "par until nothing is left", $" fill=\"{CoursePicture.AtParColor}\"");
        svg.Text(left + 170, top + 22, "start", "curve and dampening", $" fill=\"{CoursePicture.BackingColor}\"");
        double each = width / comparison.Groups.Count;
        for (int i = 0; i < comparison.Groups.Count; i++)
        {
            HolderGroup group = comparison.Groups[i];
            double middle = left + ((i + 0.5) * each);
            WriteBar(svg, middle - BarWidth - 2, floor, scale, group.AtPar, CoursePicture.AtParColor);
            WriteBar(svg, middle + 2, floor, scale, group.OnCurve, CoursePicture.BackingColor);
            svg.Text(middle, floor + 18, "middle", group.Name);
        }

        svg.Line(left, floor, left + width, floor, "black");
    }

    private static void WriteBar(SvgWriter svg, double x, double floor, double scale, double value, string color)
    {
        double height = Number(value) * scale;
        svg.Bar(x, floor - height, BarWidth, height, color);
        svg.Text(x + (BarWidth / 2), floor - height - 4, "middle", double.IsFinite(value) ? value.ToString("F3", CultureInfo.InvariantCulture) : "–");
    }

    private static double Number(double value) => double.IsFinite(value) ? value : 0;
}
