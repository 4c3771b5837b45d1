using System.Text.Encodings.Web;
using System.Text.Json;
using Myco.Engine.Surfaces;

namespace Myco.Engine.Formats;

/// <summary>Writes the documents: a key per line, a list on its line, numbers in the fewest digits that read back to the same bits.</summary>
internal sealed class DocumentWriter : IDisposable
{
    private readonly Utf8JsonWriter _writer;

    /// <summary>Opens the root object and writes the head.</summary>
    public DocumentWriter(Stream stream, string format)
    {
        // Relaxed escaping keeps names such as "sUSD€" readable; the file is never embedded in HTML.
        _writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _writer.WriteStartObject();
        _writer.WriteString("format", format);
        _writer.WriteString("kind", DocumentHead.Ellipsoid);
    }

    /// <summary>Writes a number.</summary>
    public void Number(string key, double value) => _writer.WriteNumber(key, value);

    /// <summary>Writes a list of numbers on one line.</summary>
    public void Numbers(string key, ReadOnlySpan<double> values)
    {
        _writer.WritePropertyName(key);
        _writer.WriteRawValue(Flat(values));
    }

    /// <summary>Writes a list of strings.</summary>
    public void Strings(string key, IEnumerable<string> values)
    {
        _writer.WriteStartArray(key);
        foreach (string value in values)
        {
            _writer.WriteStringValue(value);
        }

        _writer.WriteEndArray();
    }

    /// <summary>Writes the keys that define a surface.</summary>
    public void Surface(SurfaceDefinition definition)
    {
        if (definition.Eclp is EclpDefinition eclp)
        {
            _writer.WriteStartObject("eclp");
            _writer.WriteNumber("alpha", eclp.Alpha);
            _writer.WriteNumber("beta", eclp.Beta);
            _writer.WriteNumber("c", eclp.C);
            _writer.WriteNumber("s", eclp.S);
            _writer.WriteNumber("lambda", eclp.Lambda);
            _writer.WriteEndObject();
            return;
        }

        Numbers("stretch", definition.Stretch);
        if (definition.Form == SurfaceForm.Angles)
        {
            Numbers("angles", definition.Angles);
        }
        else
        {
            Rows("rotation", definition.Rotation, definition.Stretch.Length);
        }

        Numbers("priceLower", definition.PriceLower);
        Numbers("priceUpper", definition.PriceUpper);
    }

    /// <summary>Closes the root object and ends the last line.</summary>
    public void Finish(Stream stream)
    {
        _writer.WriteEndObject();
        _writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void Rows(string key, ReadOnlySpan<double> values, int dimension)
    {
        _writer.WriteStartArray(key);
        for (int row = 0; row < dimension; row++)
        {
            _writer.WriteRawValue(Flat(values.Slice(row * dimension, dimension)));
        }

        _writer.WriteEndArray();
    }

    private static string Flat(ReadOnlySpan<double> values) => JsonSerializer.Serialize(values.ToArray()).Replace(",", ", ", StringComparison.Ordinal);
}
