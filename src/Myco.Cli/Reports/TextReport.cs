using System.Globalization;
using System.Text;
using Myco.Cli.Console;
using Spectre.Console;

namespace Myco.Cli.Reports;

/// <summary>A report as tables for people, numbers to ten digits.</summary>
internal static class TextReport
{
    private const int WidthWhenRedirected = 4096;

    /// <summary>Writes facts, tables and closing lines.</summary>
    public static void Write(Report report, Terminal terminal)
    {
        foreach ((string key, object? value) in report.Facts)
        {
            terminal.Writer.WriteLine($"{Words(key)}: {Text(value)}");
        }

        IAnsiConsole console = Consoles.Create(terminal.Writer, terminal.OutputIsTerminal, WidthWhenRedirected);
        foreach (ReportTable table in report.Tables)
        {
            terminal.Writer.WriteLine();
            terminal.Writer.WriteLine(Words(table.Name));
            console.Write(Draw(table));
        }

        foreach (string line in report.Closing)
        {
            terminal.Writer.WriteLine(line);
        }
    }

    /// <summary>The words of a key in camel case: <c>averagePrice</c> becomes <c>average price</c>.</summary>
    public static string Words(string key)
    {
        StringBuilder words = new();
        foreach (char letter in key)
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 && key.Any(char.IsLower) ? " " + char.ToLowerInvariant(letter) : letter.ToString());
        }

        return words.ToString();
    }

    /// <summary>A table with borders; columns of numbers to the right.</summary>
    public static Table Draw(ReportTable source)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        for (int column = 0; column < source.Columns.Count; column++)
        {
            bool numbers = source.Rows.Any(row => row[column] is double or int or long);
            string key = source.Columns[column];
            string title = column < source.OwnColumns ? Words(key) : key;
            table.AddColumn(new TableColumn(new Text(title)) { NoWrap = true, Alignment = numbers ? Justify.Right : Justify.Left });
        }

        foreach (object?[] row in source.Rows)
        {
            table.AddRow(row.Select(cell => new Text(Text(cell))));
        }

        return table;
    }

    private static string Text(object? value) => value switch
    {
        null => "–",
        double number when double.IsNaN(number) => "–",
        double number => number.ToString("G10", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
