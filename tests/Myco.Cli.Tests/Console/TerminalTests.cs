using Myco.Cli.Console;

namespace Myco.Cli.Tests.Console;

/// <summary>Terminal: one line for every complaint, whatever it holds, and text as UTF-8 without a mark.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("plain", "plain\n")]
    [InlineData("a\nb\r\tc\u001b[31m", "a b  c [31m\n")]
    [InlineData("", "\n")]
    public void A_complaint_is_one_line_without_control_characters(string message, string line) => Assert.Equal(line, Complaint(message));

    [Fact]
    public void An_endless_complaint_is_cut_and_shows_it()
    {
        Assert.Equal(new string('x', 600) + "\n", Complaint(new string('x', 600)));
        Assert.Equal(new string('x', 600) + "…\n", Complaint(new string('x', 601)));
    }

    [Fact]
    public void Text_and_bytes_go_to_one_stream_in_order_and_nobody_looks_at_a_buffer()
    {
        using MemoryStream output = new();
        Terminal terminal = new(Stream.Null, output, TextWriter.Null);
        terminal.Writer.WriteLine("κ");
        terminal.Writer.Flush();
        terminal.Output.WriteByte((byte)'!');
        Assert.Equal([0xCE, 0xBA, (byte)'\n', (byte)'!'], output.ToArray());
        Assert.False(terminal.OutputIsTerminal || terminal.ErrorIsTerminal);
    }

    private static string Complaint(string message)
    {
        using StringWriter error = new() { NewLine = "\n" };
        new Terminal(Stream.Null, Stream.Null, error).Complain(message);
        return error.ToString();
    }
}
