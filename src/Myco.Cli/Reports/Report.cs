using Myco.Cli.Console;

namespace Myco.Cli.Reports;

/// <summary>What a verb has to say: facts, then tables, then closing lines.</summary>
internal sealed class Report
{
    /// <summary>Single values, by key.</summary>
    public List<(string Key, object? Value)> Facts { get; } = [];

    /// <summary>The tables.</summary>
    public List<ReportTable> Tables { get; } = [];

    /// <summary>Lines for people, after the tables; with JSON they go to standard error, so that the output stays one object.</summary>
    public List<string> Closing { get; } = [];

    /// <summary>Writes the report.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="json">As one JSON object instead of tables.</param>
    public void Write(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.Writer.Flush();
            JsonReport.Write(this, terminal.Output);
            Closing.ForEach(terminal.Complain);
        }
        else
        {
            TextReport.Write(this, terminal);
        }
    }
}
