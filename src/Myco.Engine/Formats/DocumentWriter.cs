using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

/// <summary>Writes records as they are declared; numbers in the fewest digits that read back to the same bits, infinite ones as words.</summary>
internal sealed class DocumentWriter : IFields, IDisposable
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

    /// <inheritdoc/>
    public IReadOnlyList<string> Texts(string key, IReadOnlyList<string> values, TextRule rule, int least, int most)
    {
        _writer.WriteStartArray(key);
        foreach (string value in values)
        {
            _writer.WriteStringValue(value);
        }

        _writer.WriteEndArray();
        return values;
    }

    /// <inheritdoc/>
    public IReadOnlyList<double> Numbers(string key, IReadOnlyList<double> values, Interval range, int least, int most)
    {
        Numbers(key, [.. values]);
        return values;
    }

    /// <inheritdoc/>
    public IReadOnlyList<double>? NumbersOrNull(string key, IReadOnlyList<double>? values, Interval range, int least, int most)
    {
        if (values is null)
        {
            _writer.WriteNull(key);
        }

        return values is null ? null : Numbers(key, values, range, least, most);
    }

    /// <inheritdoc/>
    public double[]? NumbersOrNothing(string key, double[]? values, Interval range, int least, int most)
    {
        if (values is not null)
        {
            Numbers(key, values);
        }

        return values;
    }

    /// <inheritdoc/>
    public double[]? MatrixOrNothing(string key, double[]? values, Interval range, int most)
    {
        if (values is null)
        {
            return null;
        }

        int dimension = (int)Math.Sqrt(values.Length);
        _writer.WriteStartArray(key);
        foreach (double[] row in values.Chunk(dimension))
        {
            Numbers(row);
        }

        _writer.WriteEndArray();
        return values;
    }

    /// <inheritdoc/>
    public void Fill(string key, Span<double> values, Interval range) => Numbers(key, values);

    /// <inheritdoc/>
    public void Fill<T>(string key, Span<T> values)
        where T : struct, IDeclared<T>
    {
        _writer.WriteStartArray(key);
        foreach (T value in values)
        {
            Object(value, T.Accept);
        }

        _writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public T Part<T>(string key, T value, Declaration<T> declaration)
    {
        _writer.WritePropertyName(key);
        Object(value, declaration);
        return value;
    }

    /// <inheritdoc/>
    public T? PartOrNothing<T>(string key, T? value, Declaration<T> declaration)
        where T : class => value is null ? null : Part(key, value, declaration);

    /// <inheritdoc/>
    public IReadOnlyList<T> Parts<T>(string key, IReadOnlyList<T> values, int least, int most)
        where T : IDeclared<T>
    {
        _writer.WriteStartArray(key);
        foreach (T value in values)
        {
            Object(value, T.Accept);
        }

        _writer.WriteEndArray();
        return values;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> NumberTable(string key, IReadOnlyDictionary<string, double> values, TextRule names, Interval range)
    {
        _writer.WriteStartObject(key);
        foreach ((string name, double value) in values)
        {
            Number(name, value, range);
        }

        _writer.WriteEndObject();
        return values;
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, T> Table<T>(string key, IReadOnlyDictionary<string, T> values, TextRule names, int most)
        where T : struct, IDeclared<T>
    {
        _writer.WriteStartObject(key);
        foreach ((string name, T value) in values)
        {
            Part(name, value, T.Accept);
        }

        _writer.WriteEndObject();
        return values;
    }

    private void Object<T>(T value, Declaration<T> declaration)
    {
        _writer.WriteStartObject();
        _ = declaration(this, value);
        _writer.WriteEndObject();
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

    private void Numbers(string key, ReadOnlySpan<double> values)
    {
        _writer.WritePropertyName(key);
        Numbers(values);
    }

    private void Numbers(ReadOnlySpan<double> values)
    {
        if (_isListALine)
        {
            _writer.WriteRawValue($"[{string.Join(", ", values.ToArray().Select(Digits))}]");
            return;
        }

        _writer.WriteStartArray();
        foreach (double value in values)
        {
            Number(value);
        }

        _writer.WriteEndArray();
    }

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
