using System.CommandLine;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Orders;
using Myco.Cli.Reports;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Verbs;

/// <summary><c>myco depth</c>: how the price moves with the size of a trade on one pair.</summary>
internal static class DepthVerb
{
    private const int MostPoints = 10_000;

    private static readonly string[] Notes =
    [
        "Sizes grow geometrically from a millionth of the largest feasible amount in to that amount (evenly for a picture); the fee is paid.",
        "averagePrice: amount in per amount out, fee included; priceAfter: the spot price that the trade leaves, without the fee.",
    ];

    /// <summary>The verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> pool = new("POOL.json") { Description = "The pool." };
        Option<string> assetIn = new("--in") { Description = "The asset paid, by name or index.", Required = true, HelpName = "A" };
        Option<string> assetOut = new("--out") { Description = "The asset taken, by name or index.", Required = true, HelpName = "B" };
        Option<int> points = new("--points") { Description = $"How many sizes, 2 to {MostPoints}.", DefaultValueFactory = _ => 25, HelpName = "N" };
        Option<string> format = FormatOption.Create("table", "json", "csv", "svg");
        Verb verb = new("depth", "Shows the ladder of prices and sizes on one pair.", "myco depth pool.json --in WETH --out USDC --format svg > depth.svg", Notes)
        {
            pool, assetIn, assetOut, points, format,
        };
        verb.SetAction(parsed => Run(
            terminal,
            parsed.GetRequiredValue(pool),
            parsed.GetRequiredValue(assetIn),
            parsed.GetRequiredValue(assetOut),
            parsed.GetValue(points),
            parsed.GetValue(format)!));
        return verb;
    }

    private static int Run(Terminal terminal, string path, string wordIn, string wordOut, int points, string format)
    {
        if (points is < 2 or > MostPoints)
        {
            throw new UsageException($"myco: --points is {points}; it must be 2 to {MostPoints}; 25 fill a screen");
        }

        PoolFile pool = InputFile.ReadPool(path);
        EllipsoidState state = InputFile.Guard(path, pool.ToState);
        AssetNames names = new(pool.Assets);
        int assetIn = names.Require(wordIn, "--in");
        int assetOut = names.Require(wordOut, "--out");
        if (assetIn == assetOut)
        {
            throw new UsageException($"myco: --in and --out are both {pool.Assets[assetIn]}; name two assets");
        }

        DepthLadder ladder = DepthLadder.Compute(pool, state, assetIn, assetOut, points, even: format == "svg");
        if (ladder.Rungs.Count == 0)
        {
            throw new UsageException($"{path}: no amount of {ladder.NameIn} buys {ladder.NameOut} from these balances; try the other way round");
        }

        switch (format)
        {
            case "svg": DepthPicture.Write(ladder, terminal.Writer); break;
            case "csv": WriteCsv(ladder, terminal.Writer); break;
            default: Describe(ladder).Write(terminal, format == "json"); break;
        }

        return ExitCode.Done;
    }

    private static Report Describe(DepthLadder ladder)
    {
        Report report = new();
        report.Facts.Add(("in", ladder.NameIn));
        report.Facts.Add(("out", ladder.NameOut));
        report.Facts.Add(("spotPrice", ladder.SpotPrice));
        report.Facts.Add(("fee", ladder.Fee));
        ReportTable table = new("ladder", DepthRung.Columns);
        foreach (DepthRung rung in ladder.Rungs)
        {
            table.Add([.. rung.Values.Select(value => (object?)value)]);
        }

        report.Tables.Add(table);
        return report;
    }

    private static void WriteCsv(DepthLadder ladder, StreamWriter writer)
    {
        writer.WriteLine(string.Join(',', DepthRung.Columns));
        foreach (DepthRung rung in ladder.Rungs)
        {
            writer.WriteLine(string.Join(',', rung.Values.Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }
    }
}
