using System.Globalization;
using System.Security;
using System.Text;

namespace Myco.Cli.Depths;

/// <summary>A ladder as an SVG picture: amount in across, average price and price after the trade upwards.</summary>
internal static class DepthPicture
{
    private const double Width = 800;
    private const double Height = 480;
    private const double Left = 110;
    private const double Right = 24;
    private const double Top = 56;
    private const double Bottom = 64;

    /// <summary>Writes the picture.</summary>
    public static void Write(DepthLadder ladder, StreamWriter writer)
    {
        double most = ladder.Rungs[^1].AmountIn;
        double low = Math.Min(ladder.SpotPrice, ladder.Rungs.Min(rung => rung.AveragePrice));
        double high = ladder.Rungs.Max(rung => Math.Max(rung.AveragePrice, rung.PriceAfter));
        high = high > low ? high : low + Math.Max(Math.Abs(low) * 1e-9, double.Epsilon);
        double X(double amount) => Left + (amount / most * (Width - Left - Right));
        double Y(double price) => Height - Bottom - ((price - low) / (high - low) * (Height - Top - Bottom));

        writer.WriteLine(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"13\">"));
        writer.WriteLine(Invariant($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>"));
        string nameIn = SecurityElement.Escape(ladder.NameIn);
        string nameOut = SecurityElement.Escape(ladder.NameOut);
        WriteText(writer, Width / 2, 24, "middle", $"Depth: {nameIn} in, {nameOut} out", " font-size=\"17\" font-weight=\"bold\"");
        WriteAxes(writer, most, low, high, X, Y);
        WriteText(writer, (Left + Width - Right) / 2, Height - 16, "middle", $"amount of {nameIn} in");
        WriteText(writer, 12, Top - 14, "start", $"{nameIn} per {nameOut}");
        WriteCurve(writer, "#1f5fbf", ladder.Rungs.Select(rung => (X(rung.AmountIn), Y(rung.AveragePrice))));
        WriteCurve(writer, "#c2571a", ladder.Rungs.Select(rung => (X(rung.AmountIn), Y(rung.PriceAfter))));
        WriteText(writer, Left + 16, Top + 18, "start", "average price", " fill=\"#1f5fbf\"");
        WriteText(writer, Left + 16, Top + 36, "start", "price after the trade", " fill=\"#c2571a\"");
        writer.WriteLine("</svg>");
    }

    private static void WriteAxes(StreamWriter writer, double most, double low, double high, Func<double, double> x, Func<double, double> y)
    {
        double floor = Height - Bottom;
        foreach (double tick in AxisTicks.Between(0, most, 6))
        {
            WriteLine(writer, x(tick), Top, x(tick), floor + 5, "#dddddd");
            WriteText(writer, x(tick), floor + 20, "middle", Label(tick, most));
        }

        foreach (double tick in AxisTicks.Between(low, high, 6))
        {
            WriteLine(writer, Left - 5, y(tick), Width - Right, y(tick), "#dddddd");
            WriteText(writer, Left - 9, y(tick) + 4, "end", Label(tick, high - low));
        }

        WriteLine(writer, Left, Top, Left, floor, "black");
        WriteLine(writer, Left, floor, Width - Right, floor, "black");
    }

    /// <summary>A tick with as many digits as tell neighbouring ticks apart.</summary>
    private static string Label(double tick, double span)
    {
        double magnitude = Math.Max(Math.Abs(tick), span);
        int digits = Math.Clamp((int)Math.Ceiling(Math.Log10(magnitude / span)) + 3, 3, 12);
        return tick.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static void WriteCurve(StreamWriter writer, string color, IEnumerable<(double X, double Y)> points)
    {
        StringBuilder path = new();
        foreach ((double x, double y) in points)
        {
            path.Append(path.Length == 0 ? string.Empty : " ").Append(Invariant($"{x:F2},{y:F2}"));
        }

        writer.WriteLine($"<polyline points=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>");
    }

    private static void WriteLine(StreamWriter writer, double x1, double y1, double x2, double y2, string color) =>
        writer.WriteLine(Invariant($"<line x1=\"{x1:F2}\" y1=\"{y1:F2}\" x2=\"{x2:F2}\" y2=\"{y2:F2}\" stroke=\"{color}\"/>"));

    private static void WriteText(StreamWriter writer, double x, double y, string anchor, string text, string style = "") =>
        writer.WriteLine(Invariant($"<text x=\"{x:F2}\" y=\"{y:F2}\" text-anchor=\"{anchor}\"{style}>{text}</text>"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
