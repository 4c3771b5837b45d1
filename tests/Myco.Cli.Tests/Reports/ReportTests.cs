using System.Text;
using System.Text.Json;
using Myco.Cli.Console;
using Myco.Cli.Reports;

namespace Myco.Cli.Tests.Reports;

/// <summary>Report with its ReportTable as a TextReport on Consoles and as a JsonReport: words for people, bits for programs.</summary>
public sealed class ReportTests
{
    [Fact]
    public void JSON_numbers_read_back_to_the_same_bits_and_what_is_no_number_is_null()
    {
        JsonElement root = JsonDocument.Parse(Write(Sample(), json: true)).RootElement;
        Assert.Equal(0.1 + 0.2, root.GetProperty("aFact").GetDouble());
        JsonElement row = root.GetProperty("someRows")[0];
        Assert.Equal(JsonValueKind.Null, row.GetProperty("gone").ValueKind);
        Assert.Equal("[red]x[/]", row.GetProperty("name").GetString());
        Assert.True(row.GetProperty("isTrue").GetBoolean());
    }

    [Fact]
    public void A_table_shows_words_for_keys_and_takes_nothing_for_markup()
    {
        string text = Write(Sample(), json: false);
        Assert.All(new[] { "a fact: 0.3\n", "some rows", "is true", "[red]x[/]", "–", "the end\n" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', text);
    }

    [Theory]
    [InlineData("averagePrice", "average price")]
    [InlineData("USDC", "USDC")]
    [InlineData("in", "in")]
    public void Keys_in_camel_case_become_words(string key, string words) => Assert.Equal(words, TextReport.Words(key));

    [Fact]
    public void A_row_has_as_many_cells_as_columns() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportTable("t", "a", "b").Add(1));

    private static Report Sample()
    {
        ReportTable table = new("someRows", "name", "gone", "isTrue");
        table.Add("[red]x[/]", double.NaN, true);
        Report report = new();
        report.Facts.Add(("aFact", 0.1 + 0.2));
        report.Tables.Add(table);
        report.Closing.Add("the end");
        return report;
    }

    private static string Write(Report report, bool json)
    {
        using MemoryStream output = new();
        using StringWriter error = new();
        Terminal terminal = new(Stream.Null, output, error);
        report.Write(terminal, json);
        terminal.Writer.Flush();
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
