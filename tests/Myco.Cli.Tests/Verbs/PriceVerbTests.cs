using System.Globalization;
using System.Text;
using Myco.Cli.Console;
using Myco.Engine.Formats;
using Myco.Engine.Surfaces;

namespace Myco.Cli.Tests.Verbs;

public sealed class PriceVerbTests
{
    private const string Header = "kind,in,out,amount,limit\n";
    private const string Results = "kind,in,out,amount,limit,result,status,averagePrice,spotPrice,impact";

    [Fact]
    public void Every_kind_of_order_is_the_engines_quote()
    {
        using Folder folder = new();
        EllipsoidState state = PoolFile.Parse(File.ReadAllBytes(folder.PoolPath)).ToState();
        CliRun run = Price(folder, Header + "exact_in,USDC,DAI,10,\nsell,0,2,10,1\nexact_out,USDC,DAI,10,\nbuy,0,2,10,11\nmint,USDC,,10,\nburn,,DAI,10,\n");
        Assert.True(run.Code == ExitCode.Done, run.Error);
        Assert.Equal(Results, run.OutputLines[0]);
        double supply = state.Invariant;
        double[] expected =
        [
            state.SwapExactIn(0, 2, 10, 0.003).Amount, state.SwapExactIn(0, 2, 10, 0.003).Amount,
            state.SwapExactOut(0, 2, 10, 0.003).Amount, state.SwapExactOut(0, 2, 10, 0.003).Amount,
            state.MintSingle(0, 10).Amount * supply, state.Burn(2, 10 / supply).Amount,
        ];
        for (int i = 0; i < expected.Length; i++)
        {
            string[] cells = run.OutputLines[i + 1].Split(',');
            Assert.Equal(expected[i], Number(cells[5]));
            Assert.Equal("Ok", cells[6]);
            bool gives = i is 0 or 1 or 4 or 5;
            Assert.Equal(gives ? 10 / expected[i] : expected[i] / 10, Number(cells[7]));
            Assert.Equal((Number(cells[7]) / Number(cells[8])) - 1, Number(cells[9]), 1e-15);
            Assert.True(Number(cells[9]) >= 0);
        }

        Assert.Equal(state.SpotPrice(0, 2), Number(run.OutputLines[1].Split(',')[8]));
        Assert.Equal(state.MintPrice(0) / supply, Number(run.OutputLines[5].Split(',')[8]), 1e-12);
        Assert.Equal(supply / state.MintPrice(2), Number(run.OutputLines[6].Split(',')[8]), 1e-12);
    }

    [Fact]
    public void The_lines_are_kept_as_they_were_given()
    {
        using Folder folder = new();
        string orders = "\uFEFFkind,in,out,amount\r\n\r\n  \r\n\"exact_in\", USDC ,\"DAI\",1e1\r\nsell,0,2,+10.0";
        CliRun run = Price(folder, orders);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal("kind,in,out,amount,result,status,averagePrice,spotPrice,impact", run.OutputLines[0]);
        Assert.StartsWith("\"exact_in\", USDC ,\"DAI\",1e1,", run.OutputLines[1], StringComparison.Ordinal);
        Assert.StartsWith("sell,0,2,+10.0,", run.OutputLines[2], StringComparison.Ordinal);
        Assert.Equal(run.OutputLines[1][28..], run.OutputLines[2][15..]);
        Assert.DoesNotContain('\r', run.Output);
    }

    [Theory]
    [InlineData("exact_in,USDC,EUR,10,", "BadAsset", false)]
    [InlineData("exact_in,USDC,USDC,10,", "SameAsset", false)]
    [InlineData("exact_in,USDC,DAI,NaN,", "NotFinite", true)]
    [InlineData("exact_in,USDC,DAI,1e999,", "NotFinite", true)]
    [InlineData("exact_in,USDC,DAI,-1,", "Negative", true)]
    [InlineData("exact_in,USDC,DAI,0,", "Zero", true)]
    [InlineData("exact_out,USDC,DAI,1e9,", "Infeasible", true)]
    [InlineData("burn,,DAI,1e9,", "Infeasible", true)]
    [InlineData("mint,DAI,,500,", "OutsidePriceBounds", true)]
    [InlineData("exact_in,USDC,DAI,10,11", "LimitExceeded", true)]
    [InlineData("exact_out,USDC,DAI,10,9", "LimitExceeded", true)]
    [InlineData("mint,USDC,,10,1e9", "LimitExceeded", true)]
    [InlineData("burn,,DAI,10,1e9", "LimitExceeded", true)]
    public void A_refused_order_has_a_status_no_number_and_is_named(string order, string status, bool hasSpot)
    {
        using Folder folder = new();
        CliRun run = Price(folder, Header + "sell,0,2,10,\n" + order + "\nsell,0,2,10,\n");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Contains($"orders.csv:3: refused, {status}: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        string[] cells = run.OutputLines[2].Split(',');
        Assert.Equal(["NaN", status, "NaN"], cells[5..8]);
        Assert.Equal(hasSpot, double.IsFinite(Number(cells[8])));
        Assert.Equal("NaN", cells[9]);
        Assert.Equal(run.OutputLines[1], run.OutputLines[3]);
    }

    [Theory]
    [InlineData("fly,0,2,10,", "the kind is 'fly'")]
    [InlineData("sell,0,2", "the line has 3 fields")]
    [InlineData("sell,0,2,10,1,1", "more than 5 fields")]
    [InlineData("sell,0,2,ten,", "the amount is 'ten'")]
    [InlineData("sell,0,2,,", "the amount is ''")]
    [InlineData("sell,0,2,10,x", "the limit is 'x'")]
    [InlineData("sell,0,2,10,NaN", "the limit is 'NaN'")]
    [InlineData("sell,,2,10,", "a swap has both")]
    [InlineData("mint,0,2,10,", "a mint has 'in'")]
    [InlineData("burn,0,2,10,", "a burn has 'out'")]
    [InlineData("sell,\"0,2,10,", "quotation mark")]
    public void A_malformed_line_is_named_and_the_rest_still_priced(string line, string what)
    {
        using Folder folder = new();
        CliRun run = Price(folder, Header + "sell,0,2,10,\n\n" + line + "\nsell,0,2,10,\n");
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        string error = Assert.Single(run.ErrorLines);
        Assert.Contains("orders.csv:4: ", error, StringComparison.Ordinal);
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Equal(3, run.OutputLines.Length);
    }

    [Fact]
    public void Lines_that_are_not_UTF_8_or_too_long_are_malformed()
    {
        using Folder folder = new();
        byte[] bytes = Encoding.UTF8.GetBytes(Header + "sell,0,#,10,\n" + new string('y', 70_000) + "\nsell,0,2,10,");
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xC0;
        CliRun run = CliRun.Of("price", "--pool", folder.PoolPath, "--orders", folder.Write("orders.csv", bytes));
        Assert.Equal(ExitCode.SomeFailed, run.Code);
        Assert.Contains(":2: a byte is not UTF-8", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains(":3: the line has more than 65536 bytes", run.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(2, run.OutputLines.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("kind,in,out\n")]
    [InlineData("kind,in,out,amount,limit,more\n")]
    [InlineData("sell,0,2,10\n")]
    [InlineData("Kind,In,Out,Amount\n")]
    public void Without_a_header_nothing_is_done(string orders)
    {
        using Folder folder = new();
        string pool = folder.PoolPath;
        CliRun.Of("price", "--pool", pool, "--orders", folder.Write("orders.csv", orders), "--out", folder["results.csv"]).IsRefused("header");
        Assert.Equal(["orders.csv", "pool.json"], folder.Files());
    }

    [Fact]
    public void A_line_may_leave_out_the_limit_and_its_column_stays()
    {
        using Folder folder = new();
        CliRun run = Price(folder, Header + "sell,0,2,10\n");
        Assert.StartsWith("sell,0,2,10,,", run.OutputLines[1], StringComparison.Ordinal);
        Assert.Equal(10, run.OutputLines[1].Split(',').Length);
    }

    private static CliRun Price(Folder folder, string orders) =>
        CliRun.Of("price", "--pool", folder.PoolPath, "--orders", folder.Write("orders.csv", orders));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
