using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Myco.Cli.Console;
using Myco.Engine;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Tests.Verbs;

public sealed class DepthVerbTests
{
    [Fact]
    public void The_ladder_rises_to_the_largest_amount_and_its_prices_with_it()
    {
        using Folder folder = new();
        CliRun run = CliRun.Of("depth", folder.PoolPath, "--in", "USDC", "--out", "DAI", "--points", "12", "--format", "csv");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal("amountIn,amountOut,averagePrice,priceAfter,impact", run.OutputLines[0]);
        double[][] rows = [.. run.OutputLines[1..].Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(12, rows.Length);
        for (int column = 0; column < 5; column++)
        {
            Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First[column] <= pair.Second[column]));
        }

        EllipsoidState state = PoolFile.Parse(File.ReadAllBytes(folder.PoolPath)).ToState();
        Assert.Equal(state.LargestAmount(SwapKind.ExactIn, 0, 2) / (1 - 0.003), rows[^1][0], 1e-9);
        Assert.Equal(state.SwapExactIn(0, 2, rows[3][0], 0.003).Amount, rows[3][1]);
    }

    [Fact]
    public void Table_and_JSON_and_CSV_hold_the_same_rungs()
    {
        using Folder folder = new();
        string[] arguments = ["depth", folder.PoolPath, "--in", "0", "--out", "2", "--points", "5"];
        JsonElement ladder = JsonDocument.Parse(CliRun.Of([.. arguments, "--format", "json"]).OutputBytes).RootElement.GetProperty("ladder");
        string[] csv = CliRun.Of([.. arguments, "--format", "csv"]).OutputLines;
        Assert.Equal(5, ladder.GetArrayLength());
        Assert.Equal(ladder[2].GetProperty("amountOut").GetDouble().ToString(CultureInfo.InvariantCulture), csv[3].Split(',')[1]);
        Assert.Contains("average price", CliRun.Of(arguments).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_XML_with_both_curves_inside_its_frame()
    {
        using Folder folder = new();
        string path = folder.Write("odd.json", Folder.Pool.Replace("DAI", "<D&I>", StringComparison.Ordinal));
        XElement picture = XElement.Parse(CliRun.Of("depth", path, "--in", "0", "--out", "<D&I>", "--format", "svg").Output);
        XElement[] curves = [.. picture.Elements().Where(element => element.Name.LocalName == "polyline")];
        Assert.Equal(2, curves.Length);
        double[] numbers = [.. curves.SelectMany(curve => curve.Attribute("points")!.Value.Split(' ', ',')).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.All(numbers, number => Assert.InRange(number, 0, 800));
        Assert.True(picture.Elements().Count(element => element.Name.LocalName == "text") > 10);
    }

    [Fact]
    public void A_name_that_reads_like_an_index_wins()
    {
        using Folder folder = new();
        Assert.StartsWith("in: 1\n", CliRun.Of("depth", folder.PoolPath, "--in", "1", "--out", "2").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XYZ", "0", "names no asset")]
    [InlineData("0", "3", "names no asset")]
    [InlineData("0", "USDC", "name two assets")]
    public void Assets_that_are_none_or_the_same_are_refused(string assetIn, string assetOut, string what)
    {
        using Folder folder = new();
        CliRun.Of("depth", folder.PoolPath, "--in", assetIn, "--out", assetOut).IsRefused(what);
    }
}
