using Myco.Engine.Deployment;
using Myco.Engine.Pools;
using Myco.Engine.Pools.Clp2;
using Myco.Engine.Pools.Ellipsoid;
using Myco.Engine.Surfaces;
using Myco.Kernels.Exact.Integers;
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
        AssertShown("Quote " + "Example(", "FromEclp(alpha", "market.Apply" + "SwapExactIn(");
    }

    [Fact]
    public void The_exact_example_of_the_README_compiles_runs_and_is_this_one()
    {
        using StringWriter output = new();
        ExactEllipsoidParameters stored = ExactExample(output, EllipsoidSurface.FromEclp(alpha: 0.97, beta: 1.03, c: 0.6, s: 0.8, lambda: 400));
        Assert.Equal("None None 5129267164407681501", output.ToString().TrimEnd());
        Assert.Equal(2, stored.Count);
        AssertShown("ExactEllipsoidParameters " + "ExactExample(", "Clp2Parameters parameters", "EllipsoidDerivation." + "FromSurface(");
        Assert.Contains("// None None 5129267164407681501,", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_speeds_of_the_README_are_those_of_the_last_measurement_kept()
    {
        string[] measured = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "bench", "results"), "ratios.txt", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines)];
        string[] rows = [.. File.ReadAllLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => !line.StartsWith("| work |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))];
        Assert.Equal(14, rows.Length);
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

    private static ExactEllipsoidParameters ExactExample(TextWriter output, EllipsoidSurface surface)
    {
        Clp2Parameters parameters = Clp2Parameters.Create(sqrtAlpha: 997_496_867_163_000_167UL, sqrtBeta: 1_002_496_882_788_171_068UL, Clp2Version.BalancerV3);
        UInt256[] balances = [UInt256.Parse("225637115623450332418"), UInt256.Parse("216152844573330052005")];    // 18 decimals
        Revert refused = Clp2State.TryPrepare(parameters, balances, out PreparedPool<Clp2State> pool);
        ExactQuote quote = pool.SwapExactIn(tokenIn: 0, tokenOut: 1, amountIn: 5_130_178_506_520_417_644UL);
        output.WriteLine($"{refused} {quote.Revert} {quote.Amount}");    // None None 5129267164407681501, as the contract answered

        ExactEllipsoidParameters stored = EllipsoidDerivation.FromSurface(surface, out ExactPriceBox box);    // what a contract of ours stores
        Assert.Equal(stored.Count, box.Count);
        return stored;
    }

    /// <summary>Every line of the example's source, from one line to another, stands in the README.</summary>
    private static void AssertShown(string method, string firstLine, string lastLine)
    {
        string[] source = [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Myco.Engine.Tests", "ReadmeTests.cs"))
            .SkipWhile(line => !line.Contains("private static " + method, StringComparison.Ordinal))];
        int first = Array.FindIndex(source, line => line.Contains(firstLine, StringComparison.Ordinal));
        int last = Array.FindIndex(source, line => line.Contains(lastLine, StringComparison.Ordinal));
        Assert.InRange(last - first, 4, 8);
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (string line in source[first..(last + 1)])
        {
            string shown = line.Trim().Replace("output.Write", "Console.Write", StringComparison.Ordinal).Replace("return ", "", StringComparison.Ordinal);
            Assert.Contains(shown, readme, StringComparison.Ordinal);
        }
    }
}
