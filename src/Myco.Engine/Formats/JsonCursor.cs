using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Myco.Engine.Formats;

/// <summary>Walks a JSON text token by token, reads bounded values, and names the line of the token that offends.</summary>
/// <remarks>Comments and trailing commas are accepted, since <c>myco new</c> writes a commented file.</remarks>
/// <param name="text">The text, already checked to be UTF-8.</param>
internal ref struct JsonCursor(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;

    private Utf8JsonReader _reader = new(text, new JsonReaderOptions
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = DocumentLimits.Depth,
    });

    /// <summary>The kind of the present token.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>The line of the present token, counted from 1.</summary>
    public readonly int Line => _text[..(int)Math.Min(_reader.TokenStartIndex, _text.Length)].Count((byte)'\n') + 1;

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException exception)
        {
            string what = exception.Message.Split(" LineNumber")[0].TrimEnd('.');
            throw new DocumentException((int)(exception.LineNumber ?? 0) + 1, $"not JSON: {what}; mend the text there", exception);
        }
    }

    /// <summary>Goes to the next token, which must be of the kind given.</summary>
    public void Expect(JsonTokenType token, string what)
    {
        if (!Read() || Token != token)
        {
            Throw($"{what} is missing; the value here is {Describe()}");
        }
    }

    /// <summary>The present property name or string.</summary>
    public readonly string Text()
    {
        try
        {
            return _reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException exception)
        {
            // The reader lets an escape stand that is half of a character; only reading the string finds it.
            throw new DocumentException(Line, "a string holds \\uD800 to \\uDFFF without its other half, which is no character; write the character itself", exception);
        }
    }

    /// <summary>The next value, a string.</summary>
    public string ReadString(string key)
    {
        if (!Read() || Token != JsonTokenType.String)
        {
            Throw($"'{key}' must be a string, not {Describe()}; put it in quotes");
        }

        return Text();
    }

    /// <summary>The next value, a finite number or a string that holds one.</summary>
    public double ReadNumber(string key)
    {
        Read();
        return Number(key);
    }

    /// <summary>The next value, an array of at most <paramref name="most"/> finite numbers.</summary>
    public double[] ReadNumbers(string key, int most)
    {
        Read();
        return Numbers(key, most);
    }

    /// <summary>The next value, an array of at most <paramref name="most"/> arrays of as many numbers each, row after row.</summary>
    public double[] ReadMatrix(string key, int most)
    {
        Expect(JsonTokenType.StartArray, $"'{key}' must be an array of rows: its '['");
        List<double> values = [];
        int rows = 0;
        while (Read() && Token != JsonTokenType.EndArray)
        {
            double[] row = Numbers(key, most);
            if (++rows > most || (rows > 1 && row.Length * (rows - 1) != values.Count))
            {
                Throw($"'{key}' has rows of unequal length or more than {most} of them; give N rows of N numbers");
            }

            values.AddRange(row);
        }

        if (values.Count != rows * rows)
        {
            Throw($"'{key}' has {rows} rows of {(rows == 0 ? 0 : values.Count / rows)} numbers; give N rows of N numbers");
        }

        return [.. values];
    }

    /// <summary>The next value, an array of at most <paramref name="most"/> strings.</summary>
    public List<string> ReadStrings(string key, int most)
    {
        Expect(JsonTokenType.StartArray, $"'{key}' must be an array of strings: its '['");
        List<string> values = [];
        while (Read() && Token != JsonTokenType.EndArray)
        {
            ThrowIfFull(key, values.Count, most);
            if (Token != JsonTokenType.String)
            {
                Throw($"'{key}' holds {Describe()} where a string must stand; put it in quotes");
            }

            values.Add(Text());
        }

        return values;
    }

    /// <summary>Refuses the document at the present token.</summary>
    [DoesNotReturn]
    public readonly void Throw(string what) => throw new DocumentException(Line, what);

    private double[] Numbers(string key, int most)
    {
        if (Token != JsonTokenType.StartArray)
        {
            Throw($"'{key}' must be an array of numbers, not {Describe()}; write it in brackets");
        }

        List<double> values = [];
        while (Read() && Token != JsonTokenType.EndArray)
        {
            ThrowIfFull(key, values.Count, most);
            values.Add(Number(key));
        }

        return [.. values];
    }

    private readonly double Number(string key)
    {
        if (Token is not (JsonTokenType.Number or JsonTokenType.String))
        {
            Throw($"'{key}' must hold numbers, not {Describe()}; write a number or a decimal string");
        }

        ReadOnlySpan<byte> digits = _reader.ValueSpan;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (digits.Length > DocumentLimits.NumberBytes
            || !double.TryParse(digits, Style, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            Throw($"'{key}' holds {Describe()}, which is no finite number of at most {DocumentLimits.NumberBytes} characters; write a decimal number such as 0.25");
            return double.NaN;
        }

        return value;
    }

    private readonly void ThrowIfFull(string key, int count, int most)
    {
        if (count >= most)
        {
            Throw($"'{key}' has more than {most} values, which is the limit; leave out the rest");
        }
    }

    private readonly string Describe() => Token switch
    {
        JsonTokenType.None => "the end of the text",
        JsonTokenType.StartObject or JsonTokenType.EndObject => "an object",
        JsonTokenType.StartArray or JsonTokenType.EndArray => "an array",
        JsonTokenType.String or JsonTokenType.PropertyName => $"'{Shorten(Text())}'",
        _ => System.Text.Encoding.UTF8.GetString(_reader.ValueSpan[..Math.Min(_reader.ValueSpan.Length, 40)]),
    };

    private static string Shorten(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, 40), "…");
}
