using System.Globalization;
using System.Text.Json;
using Myco.Engine.Formats;
using Myco.Kernels.Exact.Integers;

namespace Myco.Verification.Vectors;

/// <summary>A value of a vector file with its place in it, so that whatever is missing can be named.</summary>
/// <param name="Node">The value.</param>
/// <param name="Where">Its place, such as <c>surfaces[3].states[0]</c>.</param>
internal readonly record struct VectorNode(DocumentNode Node, string Where)
{
    // Far above any pool and below any stack: what follows may copy a list into its frame.
    private const int MostIntegers = 1024;

    /// <summary>What it is.</summary>
    public JsonTokenType Kind => Node.Kind;

    /// <summary>Whether it is a string.</summary>
    public bool IsString => Kind == JsonTokenType.String;

    /// <summary>The value of a key.</summary>
    /// <exception cref="DocumentException">There is none.</exception>
    public VectorNode this[string key]
    {
        get
        {
            string place = Where.Length == 0 ? key : $"{Where}.{key}";
            return Node.TryGet(key, out DocumentNode value) ? new(value, place) : throw Node.Problem($"{place} is missing; complete the file");
        }
    }

    /// <summary>Whether it is an object that has that key.</summary>
    public bool Has(string key) => Node.TryGet(key, out _);

    /// <summary>The keys of an object; none of any other value.</summary>
    public List<string> Keys()
    {
        List<string> keys = [];
        foreach (DocumentNode value in Node.Members)
        {
            keys.Add(value.Name.Text());
        }

        return keys;
    }

    /// <summary>The values of a list.</summary>
    public List<VectorNode> List()
    {
        if (Kind != JsonTokenType.StartArray)
        {
            throw Problem("must be a list; correct the file");
        }

        List<VectorNode> values = new(Node.Count);
        foreach (DocumentNode value in Node.Items)
        {
            values.Add(new(value, $"{Where}[{values.Count}]"));
        }

        return values;
    }

    /// <summary>A string, or a number as it is written.</summary>
    public string Text() => Kind is JsonTokenType.String or JsonTokenType.Number ? Node.Text() : throw Problem("must be a string or a number; correct the file");

    /// <summary>The value as it is written.</summary>
    public string Written() => Node.Written();

    /// <summary>A whole number.</summary>
    public int Integer() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw Unlike("a whole number");

    /// <summary>A binary64 input.</summary>
    public double Number() => double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        ? value
        : throw Unlike("a number");

    /// <summary>An unsigned integer of 256 bits.</summary>
    public UInt256 UInt() => UInt256.TryParse(Text(), out UInt256 value)
        ? value
        : throw Unlike("an integer from 0 to 2^256 - 1 in decimal digits");

    /// <summary>A time in seconds.</summary>
    public ulong Seconds() => UInt() is { BitLength: <= 64 } seconds
        ? seconds.Limb0
        : throw Unlike("a time in seconds below 2^64");

    /// <summary>A signed integer of 256 bits.</summary>
    public Int256 Int() => Int256.TryParse(Text(), out Int256 value)
        ? value
        : throw Unlike("an integer from -2^255 to 2^255 - 1 in decimal digits");

    /// <summary>True or false.</summary>
    public bool Flag() => Kind is JsonTokenType.True or JsonTokenType.False ? Kind == JsonTokenType.True : throw Problem("must be true or false; correct the file");

    /// <summary>A list of unsigned integers.</summary>
    public UInt256[] UInts() => [.. Bounded().Select(node => node.UInt())];

    /// <summary>A list of signed integers.</summary>
    public Int256[] Ints() => [.. Bounded().Select(node => node.Int())];

    /// <summary>A list of whole numbers.</summary>
    public int[] Integers() => [.. Bounded().Select(node => node.Integer())];

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
            throw Unlike("a decimal number", exception);
        }
    }

    /// <summary>The worst error of a list of values against this list of references.</summary>
    public double ErrorOf(ReadOnlySpan<double> values)
    {
        List<VectorNode> references = List();
        if (references.Count != values.Length)
        {
            throw Problem($"has {references.Count} values; there are {values.Length} assets; correct the file");
        }

        double worst = 0;
        for (int i = 0; i < values.Length; i++)
        {
            worst = Math.Max(worst, references[i].ErrorOf(values[i]));
        }

        return worst;
    }

    /// <summary>What is wrong with it: its place, in the file and in words, and what follows.</summary>
    public DocumentException Problem(string what, Exception? inner = null) => Node.Problem($"{(Where.Length == 0 ? "the file" : Where)} {what}", inner);

    private DocumentException Unlike(string what, Exception? inner = null) => Problem($"is '{Text()}'; it must be {what}; correct the file", inner);

    private List<VectorNode> Bounded() => List() is { Count: <= MostIntegers } list
        ? list
        : throw Problem($"has {Node.Count} integers; the limit is {MostIntegers}; correct the file");
}
