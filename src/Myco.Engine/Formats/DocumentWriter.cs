using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

/// <summary>Writes records as they are declared; numbers in the fewest digits that read back to the same bits, infinite ones as words.</summary>
internal sealed partial class DocumentWriter : IFields, IDisposable
{
    private readonly Utf8JsonWriter _writer;
    private readonly bool _isListALine;

    /// <summary>Opens the root object.</summary>
    public DocumentWriter(Stream stream, DocumentLayout layout)
    {
        // Relaxed escaping keeps names such as "sUSD€" readable; no file is ever embedded in HTML.
        _isListALine = layout == DocumentLayout.ListALine;
        _writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = layout != DocumentLayout.OneLine,
            NewLine = "\n",
            Encoder = _isListALine ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null,
        });
        _writer.WriteStartObject();
    }

    /// <inheritdoc/>
    public double Present { get; set; }

    /// <summary>Writes a document that is one record; the stream is left open.</summary>
    /// <param name="value">The record.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="layout">How it is laid out.</param>
    /// <param name="declaration">The record's fields.</param>
    /// <param name="format">The name and version of its format; null where it has none.</param>
    public static void Write<T>(T value, Stream stream, DocumentLayout layout, Declaration<T> declaration, string? format = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using DocumentWriter writer = new(stream, layout);
        if (format is not null)
        {
            writer.Text("format", format, TextRule.Any);
        }

        _ = declaration(writer, value);
        writer.Finish();
    }

    /// <summary>Writes a document that is one record, which declares itself; the stream is left open.</summary>
    public static void Write<T>(T value, Stream stream, DocumentLayout layout, string? format = null)
        where T : IDeclared<T> => Write(value, stream, layout, T.Accept, format);

    /// <summary>Closes the root object.</summary>
    public void Finish()
    {
        _writer.WriteEndObject();
        _writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>A record that is written has what it needs.</summary>
    public void Need(params ReadOnlySpan<string> keys)
    {
    }

    /// <summary>Whether a record keeps its rules is asked when it is made, not when it is written.</summary>
    public void Refuse(string what, params ReadOnlySpan<string> place)
    {
    }

    /// <inheritdoc/>
    public bool Flag(string key, bool value)
    {
        _writer.WriteBoolean(key, value);
        return value;
    }

    /// <inheritdoc/>
    public double Number(string key, double value, Interval range)
    {
        _writer.WritePropertyName(key);
        Number(value);
        return value;
    }

    /// <inheritdoc/>
    public double? NumberOrNull(string key, double? value, Interval range)
    {
        if (value is null)
        {
            _writer.WriteNull(key);
        }

        return NumberOrNothing(key, value, range);
    }

    /// <inheritdoc/>
    public double? NumberOrNothing(string key, double? value, Interval range) => value is double number ? Number(key, number, range) : null;

    /// <inheritdoc/>
    public long Whole(string key, long value, long least, long most)
    {
        _writer.WriteNumber(key, value);
        return value;
    }

    /// <inheritdoc/>
    public ulong Unsigned(string key, ulong value)
    {
        _writer.WriteNumber(key, value);
        return value;
    }

    /// <inheritdoc/>
    public string Text(string key, string value, TextRule rule)
    {
        _writer.WriteString(key, value);
        return value;
    }

    /// <inheritdoc/>
    public TChoice Choice<TChoice>(string key, TChoice value)
        where TChoice : struct, Enum
    {
        _writer.WriteString(key, value.ToString());
        return value;
    }

    private void Number(double value)
    {
        if (double.IsFinite(value))
        {
            _writer.WriteNumberValue(value);
        }
        else
        {
            _writer.WriteStringValue(Digits(value));
        }
    }

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
