using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

internal sealed partial class DocumentWriter
{
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
}
