using System.Text;
using Myco.Cli.Orders;
using Myco.Engine.Formats;

namespace Myco.Cli.Tests.Orders;

/// <summary>OrderReader fills an OrderBlock with whole lines, however the bytes arrive.</summary>
public sealed class OrderReaderTests
{
    [Fact]
    public void Blocks_hold_whole_lines_in_order_however_the_bytes_arrive()
    {
        Random random = new(20_240_701);
        StringBuilder text = new();
        for (int line = 0; line < 20_000; line++)
        {
            text.Append("line ").Append(line).Append('x', random.Next(120)).Append(random.Next(2) == 0 ? "\n" : "\r\n");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        List<string> whole = Blocks(new MemoryStream(bytes));
        Assert.True(whole.Count > 2);
        Assert.Equal(text.ToString(), string.Concat(whole));
        Assert.Equal(whole, Blocks(new TricklingStream(bytes, random)));
        Assert.All(whole, block => Assert.EndsWith("\n", block, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_beyond_the_limit_is_cut_and_the_next_line_keeps_its_number()
    {
        foreach (int length in new[] { DocumentLimits.LineBytes + 1, OrderBlock.Capacity - 1, OrderBlock.Capacity, 3 * OrderBlock.Capacity })
        {
            string text = "first\n" + new string('x', length) + "\nlast";
            OrderReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes(text)));
            OrderBlock block = new();
            List<(long Line, int Length, string Start)> lines = [];
            while (reader.TryFill(block))
            {
                long number = block.FirstLine;
                for (int start = 0; start < block.Length; number++)
                {
                    ReadOnlySpan<byte> line = OrderLine.At(block.Bytes.AsSpan(0, block.Length), start, out start);
                    lines.Add((number, line.Length, Encoding.UTF8.GetString(line[..Math.Min(5, line.Length)])));
                }
            }

            Assert.Equal([1L, 2L, 3L], lines.Select(line => line.Line));
            Assert.True(lines[1].Length > DocumentLimits.LineBytes);
            Assert.Equal("last", lines[2].Start);
        }
    }

    [Fact]
    public void An_empty_stream_has_no_block()
    {
        Assert.False(new OrderReader(new MemoryStream()).TryFill(new OrderBlock()));
    }

    private static List<string> Blocks(Stream stream)
    {
        OrderReader reader = new(stream);
        OrderBlock block = new();
        List<string> blocks = [];
        while (reader.TryFill(block))
        {
            blocks.Add(Encoding.UTF8.GetString(block.Bytes, 0, block.Length));
        }

        return blocks;
    }

    /// <summary>Hands out its bytes in pieces of random length, as a pipe does.</summary>
    private sealed class TricklingStream(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 5000)));
    }
}
