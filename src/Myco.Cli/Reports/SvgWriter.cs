using System.Globalization;
using System.Security;
using System.Text;

namespace Myco.Cli.Reports;

/// <summary>Writes the few shapes of an SVG picture, one a line, coordinates to two decimals.</summary>
internal sealed class SvgWriter(StreamWriter writer)
{
    /// <summary>Begins a white picture.</summary>
    public void Begin(double width, double height)
    {
        writer.WriteLine(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\">"));
        writer.WriteLine(Invariant($"<rect width=\"{width}\" height=\"{height}\" fill=\"white\"/>"));
    }

    /// <summary>Ends the picture.</summary>
    public void End() => writer.WriteLine("</svg>");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string color) =>
        writer.WriteLine(Invariant($"<line x1=\"{x1:F2}\" y1=\"{y1:F2}\" x2=\"{x2:F2}\" y2=\"{y2:F2}\" stroke=\"{color}\"/>"));

    /// <summary>A line of text, of any letters.</summary>
    public void Text(double x, double y, string anchor, string text, string style = "") =>
        writer.WriteLine(Invariant($"<text x=\"{x:F2}\" y=\"{y:F2}\" text-anchor=\"{anchor}\"{style}>{SecurityElement.Escape(text)}</text>"));

    /// <summary>A filled rectangle.</summary>
    public void Bar(double x, double y, double width, double height, string color) =>
        writer.WriteLine(Invariant($"<rect x=\"{x:F2}\" y=\"{y:F2}\" width=\"{width:F2}\" height=\"{height:F2}\" fill=\"{color}\"/>"));

    /// <summary>A curve through points; where a point is not finite it is broken, and a point alone becomes a dot.</summary>
    public void Curve(string color, IEnumerable<(double X, double Y)> points, string style = "")
    {
        StringBuilder path = new();
        int count = 0;
        (double X, double Y) last = default;
        foreach ((double X, double Y) point in points.Append((double.NaN, double.NaN)))
        {
            if (double.IsFinite(point.X) && double.IsFinite(point.Y))
            {
                path.Append(count++ == 0 ? string.Empty : " ").Append(Invariant($"{point.X:F2},{point.Y:F2}"));
                last = point;
                continue;
            }

            if (count == 1)
            {
                writer.WriteLine(Invariant($"<circle cx=\"{last.X:F2}\" cy=\"{last.Y:F2}\" r=\"2\" fill=\"{color}\"/>"));
            }
            else if (count > 1)
            {
                writer.WriteLine($"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"{style}/>");
            }

            path.Clear();
            count = 0;
        }
    }

    /// <summary>A tick with as many digits as tell neighbouring ticks apart.</summary>
    public static string Label(double tick, double span)
    {
        double magnitude = Math.Max(Math.Abs(tick), span);
        int digits = Math.Clamp((int)Math.Ceiling(Math.Log10(magnitude / span)) + 3, 3, 12);
        return tick.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
