
namespace Myco.Cli.Reports;

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

        SvgWriter svg = new(writer);
        svg.Begin(Width, Height);
        svg.Text(Width / 2, 24, "middle", $"Depth: {ladder.NameIn} in, {ladder.NameOut} out", " font-size=\"17\" font-weight=\"bold\"");
        WriteAxes(svg, most, low, high, X, Y);
        svg.Text((Left + Width - Right) / 2, Height - 16, "middle", $"amount of {ladder.NameIn} in");
        svg.Text(12, Top - 14, "start", $"{ladder.NameIn} per {ladder.NameOut}");
        svg.Curve("#1f5fbf", ladder.Rungs.Select(rung => (X(rung.AmountIn), Y(rung.AveragePrice))));
        svg.Curve("#c2571a", ladder.Rungs.Select(rung => (X(rung.AmountIn), Y(rung.PriceAfter))));
        svg.Text(Left + 16, Top + 18, "start", "average price", " fill=\"#1f5fbf\"");
        svg.Text(Left + 16, Top + 36, "start", "price after the trade", " fill=\"#c2571a\"");
        svg.End();
    }

    private static void WriteAxes(SvgWriter svg, double most, double low, double high, Func<double, double> x, Func<double, double> y)
    {
        double floor = Height - Bottom;
        foreach (double tick in AxisTicks.Between(0, most, 6))
        {
            svg.Line(x(tick), Top, x(tick), floor + 5, "#dddddd");
            svg.Text(x(tick), floor + 20, "middle", SvgWriter.Label(tick, most));
        }

        foreach (double tick in AxisTicks.Between(low, high, 6))
        {
            svg.Line(Left - 5, y(tick), Width - Right, y(tick), "#dddddd");
            svg.Text(Left - 9, y(tick) + 4, "end", SvgWriter.Label(tick, high - low));
        }

        svg.Line(Left, Top, Left, floor, "black");
        svg.Line(Left, floor, Width - Right, floor, "black");
    }
}
