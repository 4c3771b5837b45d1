using Myco.Engine.Surfaces;
using Myco.TestSupport;

namespace Myco.Engine.Tests;

public class ReadmeTests
{
    [Fact]
    public void The_example_of_the_README_compiles_runs_and_is_this_one()
    {
        using StringWriter output = new();
        Quote applied = Example(output);
        Assert.StartsWith("Ok 1", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(QuoteStatus.Ok, applied.Status);
        Assert.Equal($"Ok {applied.Amount:R}", output.ToString().TrimEnd());
        string[] source = [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Myco.Engine.Tests", "ReadmeTests.cs")).SkipWhile(line => !line.Contains("Quote " + "Example(", StringComparison.Ordinal))];
        int first = Array.FindIndex(source, line => line.Contains("FromEclp(alpha", StringComparison.Ordinal));
        int last = Array.FindLastIndex(source, line => line.Contains("market.Apply" + "SwapExactIn(", StringComparison.Ordinal));
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (string line in source[first..(last + 1)])
        {
            string shown = line.Trim().Replace("output.Write", "Console.Write", StringComparison.Ordinal).Replace("return ", "", StringComparison.Ordinal);
            Assert.Contains(shown, readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_speeds_of_the_README_are_those_of_the_last_measurement_kept()
    {
        string[] measured = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "bench", "results"), "ratios.txt", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines)];
        string[] rows = [.. File.ReadAllLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => !line.StartsWith("| work |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))];
        Assert.Equal(8, rows.Length);
        Assert.All(rows, row =>
        {
            string[] cells = [.. row.Split('|').Select(cell => cell.Trim())];
            Assert.Contains(measured, line => line.Split(' ').Contains(cells[2]) && line.Split(' ').Contains(cells[4]));
        });
    }

    private static Quote Example(TextWriter output)
    {
        EllipsoidSurface surface = EllipsoidSurface.FromEclp(alpha: 0.97, beta: 1.03, c: 0.6, s: 0.8, lambda: 400);
        EllipsoidState state = surface.At([1_000_000, 900_000]);       // balances → a prepared, immutable state
        Quote quote = state.SwapExactIn(assetIn: 0, assetOut: 1, amountIn: 1_000, fee: 0.0005);
        output.WriteLine($"{quote.Status} {quote.Amount:R}");         // an amount, or a status that says why there is none

        SteppedState market = state.ToStepped();                       // trades applied one after another, O(N) each
        return market.ApplySwapExactIn(assetIn: 0, assetOut: 1, amountIn: 1_000, fee: 0.0005);
    }
}
