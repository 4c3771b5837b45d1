using System.Text.Encodings.Web;
using System.Text.Json;

namespace Myco.Cli.Reports;

/// <summary>A report as one JSON object: a key per fact, a list of objects per table. NaN becomes null.</summary>
internal static class JsonReport
{
    /// <summary>Writes the report and a line feed.</summary>
    public static void Write(Report report, Stream stream)
    {
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach ((string key, object? value) in report.Facts)
            {
                writer.WritePropertyName(key);
                WriteValue(writer, value);
            }

            foreach (ReportTable table in report.Tables)
            {
                WriteTable(writer, table);
            }

            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteTable(Utf8JsonWriter writer, ReportTable table)
    {
        writer.WriteStartArray(table.Name);
        foreach (object?[] row in table.Rows)
        {
            writer.WriteStartObject();
            for (int column = 0; column < row.Length; column++)
            {
                writer.WritePropertyName(table.Columns[column]);
                WriteValue(writer, row[column]);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case string text: writer.WriteStringValue(text); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
