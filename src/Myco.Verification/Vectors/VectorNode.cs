using System.Globalization;
using System.Text.Json;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Vectors;

/// <summary>A value of a vector file with its place in it, so that whatever is missing can be named.</summary>
/// <param name="Element">The value.</param>
/// <param name="Where">Its place, such as <c>surfaces[3].states[0]</c>.</param>
internal readonly record struct VectorNode(JsonElement Element, string Where)
{
    // Far above any pool and below any stack: what follows may copy a list into its frame.
    private const int MostIntegers = 1024;

    /// <summary>The value of a key.</summary>
    public VectorNode this[string key]
    {
        get
        {
            string place = Where.Length == 0 ? key : $"{Where}.{key}";
            return Find(key) is JsonElement found ? new(found, place) : throw new VectorException($"{place} is missing; complete the file");
        }
    }

    /// <summary>The values of a list.</summary>
    public List<VectorNode> List()
    {
        if (Element.ValueKind != JsonValueKind.Array)
        {
            throw new VectorException($"{Where} must be a list; correct the file");
        }

        string where = Where;
        return [.. Element.EnumerateArray().Select((value, index) => new VectorNode(value, $"{where}[{index}]"))];
    }

    /// <summary>A string, or a number as it is written.</summary>
    public string Text() => Element.ValueKind switch
    {
        JsonValueKind.String => Guard(element => element.GetString()!),
        JsonValueKind.Number => Element.GetRawText(),
        _ => throw new VectorException($"{Where} must be a string or a number; correct the file"),
    };

    /// <summary>The keys of an object; none of any other value.</summary>
    public List<string> Keys() => Element.ValueKind == JsonValueKind.Object
        ? Guard(element => element.EnumerateObject().Select(property => property.Name).ToList())
        : [];

    /// <summary>Whether it is an object that has that key.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A whole number.</summary>
    public int Integer() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw new VectorException($"{Where} is '{Text()}'; it must be a whole number; correct the file");

    /// <summary>A binary64 input.</summary>
    public double Number() => double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        ? value
        : throw new VectorException($"{Where} is '{Text()}'; it must be a number; correct the file");

    /// <summary>An unsigned integer of 256 bits.</summary>
    public UInt256 UInt() => UInt256.TryParse(Text(), out UInt256 value)
        ? value
        : throw new VectorException($"{Where} is '{Text()}'; it must be an integer from 0 to 2^256 - 1 in decimal digits; correct the file");

    /// <summary>A time in seconds.</summary>
    public ulong Seconds() => UInt() is { BitLength: <= 64 } seconds
        ? seconds.Limb0
        : throw new VectorException($"{Where} is '{Text()}'; it must be a time in seconds below 2^64; correct the file");

    /// <summary>A signed integer of 256 bits.</summary>
    public Int256 Int() => Int256.TryParse(Text(), out Int256 value)
        ? value
        : throw new VectorException($"{Where} is '{Text()}'; it must be an integer from -2^255 to 2^255 - 1 in decimal digits; correct the file");

    /// <summary>A list of unsigned integers.</summary>
    public UInt256[] UInts() => [.. Bounded().Select(node => node.UInt())];

    /// <summary>A list of signed integers.</summary>
    public Int256[] Ints() => [.. Bounded().Select(node => node.Int())];

    /// <summary>A list of whole numbers.</summary>
    public int[] Integers() => [.. Bounded().Select(node => node.Integer())];

    /// <summary>True or false.</summary>
    public bool Flag() => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new VectorException($"{Where} must be true or false; correct the file"),
    };

    /// <summary>A list of binary64 inputs.</summary>
    public double[] Numbers() => [.. List().Select(node => node.Number())];

    /// <summary>The error of a value against this reference, in ulp.</summary>
    public double ErrorOf(double value)
    {
        try
        {
            return UlpError.Of(value, Text());
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new VectorException($"{Where} is '{Text()}'; it must be a decimal number; correct the file", exception);
        }
    }

    /// <summary>The worst error of a list of values against this list of references.</summary>
    public double ErrorOf(ReadOnlySpan<double> values)
    {
        List<VectorNode> references = List();
        if (references.Count != values.Length)
        {
            throw new VectorException($"{Where} has {references.Count} values; there are {values.Length} assets; correct the file");
        }

        double worst = 0;
        for (int i = 0; i < values.Length; i++)
        {
            worst = Math.Max(worst, references[i].ErrorOf(values[i]));
        }

        return worst;
    }

    /// <summary>The format that the file names: at its root, or in the header as <c>schema</c>.</summary>
    public string FormatName() => Has("header") && !Has("format") ? this["header"]["schema"].Text() : this["format"].Text();

    private List<VectorNode> Bounded() => List() is { Count: <= MostIntegers } list
        ? list
        : throw new VectorException($"{Where} has {List().Count} integers; the limit is {MostIntegers}; correct the file");

    private JsonElement? Find(string key) =>
        Guard(element => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out JsonElement value) ? value : (JsonElement?)null);

    // The reader lets escapes stand that are half of a character, and bytes that are not UTF-8: only reading the string finds them.
    private TResult Guard<TResult>(Func<JsonElement, TResult> read)
    {
        try
        {
            return read(Element);
        }
        catch (InvalidOperationException exception)
        {
            throw new VectorException($"{(Where.Length == 0 ? "the file" : Where)} holds a string with half of a character, or that is not UTF-8; correct the file", exception);
        }
    }
}
