using System.Text;
using Myco.Cli.Orders;
using Myco.Engine;
using Myco.Engine.Formats;

namespace Myco.Cli.Tests.Orders;

/// <summary>OrderParser behind its OrderHeader: an Order of each OrderKind, or a LineFault with the number of its OrderLine.</summary>
public sealed class OrderParserTests
{
    private static readonly AssetNames Assets = new(["USDC", "1", "DAI"]);

    [Theory]
    [InlineData("exact_in,USDC,DAI,1.5,1", (int)OrderKind.ExactIn, 0, 2, 1.5, 1)]
    [InlineData("sell,0,2,1e3,", (int)OrderKind.ExactIn, 0, 2, 1000, double.NaN)]
    [InlineData("exact_out,\"USDC\", DAI ,+.5", (int)OrderKind.ExactOut, 0, 2, 0.5, double.NaN)]
    [InlineData("buy,DAI,NONE,-1,0", (int)OrderKind.ExactOut, 2, -1, -1, 0)]
    [InlineData("mint,USDC,,Infinity,Infinity", (int)OrderKind.Mint, 0, -1, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("burn,,DAI,1", (int)OrderKind.Burn, -1, 2, 1, double.NaN)]
    public void A_line_is_an_order(string line, int kind, int assetIn, int assetOut, double amount, double limit)
    {
        OrderBlock block = Parse("kind,in,out,amount,limit\n" + line);
        Assert.Empty(block.Faults);
        Order order = block.Orders[0];
        Assert.Equal(((OrderKind)kind, assetIn, assetOut, amount, limit), (order.Kind, order.AssetIn, order.AssetOut, order.Amount, order.Limit));
        Assert.Equal(QuoteStatus.Ok, order.Status);
    }

    [Theory]
    [InlineData("steal,USDC,DAI,1", "the kind is 'steal'")]
    [InlineData("sell,USDC,DAI", "the line has 3 fields, the header 4")]
    [InlineData("sell,USDC,DAI,1,2", "the line has 5 fields, the header 4")]
    [InlineData("sell,USDC,DAI,1,2,3", "more than 5 fields")]
    [InlineData("sell,USDC,,1", "a swap has both 'in' and 'out'")]
    [InlineData("mint,USDC,DAI,1", "a mint has 'in' and an empty 'out'")]
    [InlineData("burn,USDC,DAI,1", "a burn has 'out' and an empty 'in'")]
    [InlineData("sell,USDC,DAI,1 000", "the amount is '1 000'")]
    [InlineData("sell,USDC,DAI,", "the amount is ''")]
    [InlineData("sell,\"USDC,DAI,1", "a quotation mark is misplaced")]
    public void A_line_that_is_none_is_a_fault_with_its_number_and_the_rest_goes_on(string line, string fault)
    {
        OrderBlock block = Parse($"kind,in,out,amount\n\n{line}\nsell,USDC,DAI,1\n");
        Assert.Equal(1, block.OrderCount);
        Assert.Contains(fault, Assert.Single(block.Faults).What, StringComparison.Ordinal);
        Assert.Equal(1, block.Faults[0].Line);
        Assert.Equal(2, block.Orders[0].Line);
    }

    [Theory]
    [InlineData("kind,in,out", "the header is 'kind,in,out'")]
    [InlineData("kind,in,out,limit,amount", "the header is 'kind,in,out,limit,amount'")]
    [InlineData("", "there is no header")]
    public void A_header_that_is_none_is_refused(string header, string what) =>
        Assert.Contains(what, Assert.Throws<DocumentException>(() => Parse(header)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mark_blank_lines_and_carriage_returns_go_before_and_behind_the_header()
    {
        OrderBlock block = Parse("\uFEFF\r\n  \r\nkind,in,out,amount\r\nsell,USDC,DAI,1\r\n");
        Assert.Equal(1, block.OrderCount);
        Assert.Equal(4, block.FirstLine);
    }

    private static OrderBlock Parse(string text)
    {
        OrderBlock block = new();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bytes.CopyTo(block.Bytes, 0);
        (block.Length, block.FirstLine) = (bytes.Length, 1);
        new OrderParser(Assets, OrderHeader.Take(block)).Parse(block);
        return block;
    }
}
