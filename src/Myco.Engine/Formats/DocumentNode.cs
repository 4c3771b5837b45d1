using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Myco.Engine.Fields;

namespace Myco.Engine.Formats;

/// <summary>A value of a document: what it is, what is in it, and a refusal that names its place.</summary>
/// <param name="tree">The document.</param>
/// <param name="index">The value's token.</param>
internal readonly struct DocumentNode(DocumentTree tree, int index)
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The longest piece of a document that a message repeats.</summary>
    private const int QuotedCharacters = 40;

    /// <summary>What it is.</summary>
    public JsonTokenType Kind => tree[index].Kind;

    /// <summary>How many values an object or an array holds.</summary>
    public int Count => Kind is JsonTokenType.StartObject or JsonTokenType.StartArray ? tree[index].Size : 0;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => Kind == JsonTokenType.Null;

    /// <summary>The number of its token.</summary>
    public int Index => index;

    /// <summary>Whether the text of a name or a string has escapes in it.</summary>
    public bool IsEscaped => Raw.Contains((byte)'\\');

    /// <summary>The values of an array, in their order; none of anything else.</summary>
    public DocumentChildren Items => new(tree, Kind == JsonTokenType.StartArray ? index : -1);

    /// <summary>The values of an object with their names, in their order; none of anything else.</summary>
    public DocumentChildren Members => new(tree, Kind == JsonTokenType.StartObject ? index : -1);

    /// <summary>The bytes of a name, a string without its quotes, a number, as they stand.</summary>
    private ReadOnlySpan<byte> Raw => tree.Text.Slice(tree[index].Start + (IsText ? 1 : 0), tree[index].Size);

    private bool IsText => Kind is JsonTokenType.String or JsonTokenType.PropertyName;

    /// <summary>The value of a name.</summary>
    public bool TryGet(string key, out DocumentNode value)
    {
        foreach (DocumentNode child in Members)
        {
            if (child.Name.Is(key))
            {
                value = child;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>The first value whose name is written as a name of the object is.</summary>
    public DocumentNode First(DocumentNode name)
    {
        DocumentChildren children = Members;
        while (children.MoveNext() && !children.Current.Name.Raw.SequenceEqual(name.Raw))
        {
        }

        return children.Current;
    }

    /// <summary>The name of a value of an object.</summary>
    public DocumentNode Name => new(tree, index - 1);

    /// <summary>Whether a name or a string reads so.</summary>
    public bool Is(string text) => IsEscaped ? Text() == text
        : Ascii.IsValid(text) ? Ascii.Equals(Raw, text) : Encoding.UTF8.GetString(Raw) == text;

    /// <summary>The value as it is written, whole.</summary>
    public string Written()
    {
        Utf8JsonReader reader = new(tree.Text[tree[index].Start..], DocumentTree.Options);
        reader.Read();
        reader.Skip();
        return Encoding.UTF8.GetString(tree.Text.Slice(tree[index].Start, (int)reader.BytesConsumed));
    }

    /// <summary>A name or a string.</summary>
    /// <exception cref="DocumentException">An escape in it is half of a character.</exception>
    public string Text()
    {
        if (!IsEscaped)
        {
            return Encoding.UTF8.GetString(Raw);
        }

        try
        {
            Utf8JsonReader reader = new(tree.Text.Slice(tree[index].Start, tree[index].Size + 2));
            reader.Read();
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // The reader lets an escape stand that is half of a character; only reading the string finds it.
            tree.Throw(tree[index].Start, "a string holds \\uD800 to \\uDFFF without its other half, which is no character; write the character itself", exception);
            return string.Empty;
        }
    }

    /// <summary>A number, or a string that holds one; "Infinity", "-Infinity" and "NaN" among them.</summary>
    public bool TryNumber(out double value)
    {
        value = 0;
        ReadOnlySpan<byte> digits = Digits();
        if (Kind != JsonTokenType.String)
        {
            return double.TryParse(digits, Decimal, CultureInfo.InvariantCulture, out value);
        }

        value = digits.SequenceEqual("Infinity"u8) ? double.PositiveInfinity : digits.SequenceEqual("-Infinity"u8) ? double.NegativeInfinity : double.NaN;
        return !double.IsNaN(value) || digits.SequenceEqual("NaN"u8)
            || (double.TryParse(digits, Decimal, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));
    }

    /// <summary>A whole number, or a string that holds one.</summary>
    public bool TryWhole<T>(out T value)
        where T : struct, INumberBase<T> => T.TryParse(Digits(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Refuses the document here.</summary>
    [DoesNotReturn]
    public void Throw(string what) => throw Problem(what);

    /// <summary>What is wrong here.</summary>
    public DocumentException Problem(string what, Exception? inner = null) => tree.Problem(tree[index].Start, what, inner);

    /// <summary>Refuses the document here, the place in words before what is wrong.</summary>
    [DoesNotReturn]
    public void Refuse(string what) => Throw(Flaw.Line(Path(), what));

    /// <summary>The place of a value in words, such as <c>vaults[2].rate</c>; empty for the outermost value.</summary>
    public string Path()
    {
        string path = string.Empty;
        DocumentNode outer = tree.Root;
        while (outer.Index < index)
        {
            // The last child that begins no later holds the value.
            int number = 0;
            DocumentNode inner = outer;
            foreach (DocumentNode child in new DocumentChildren(tree, outer.Index))
            {
                if (child.Index > index)
                {
                    break;
                }

                (inner, number) = (child, number + 1);
            }

            path = Flaw.Words(path, [outer.Kind == JsonTokenType.StartArray ? $"{number - 1}" : inner.Name.Quote()]);
            outer = inner;
        }

        return path;
    }

    /// <summary>The place in words behind a preposition; empty for the outermost value.</summary>
    public string PathAfter(string preposition) => Path() is { Length: > 0 } path ? $" {preposition} {path}" : string.Empty;

    /// <summary>What it is, in words that end a refusal.</summary>
    public string Describe() => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String or JsonTokenType.PropertyName => $"'{Quote()}'",
        _ => Quote(),
    };

    /// <summary>Its text, or the beginning of it.</summary>
    public string Quote()
    {
        string text = IsText ? Text() : Encoding.UTF8.GetString(Raw);
        return text.Length <= QuotedCharacters ? text : string.Concat(text.AsSpan(0, QuotedCharacters), "…");
    }

    private ReadOnlySpan<byte> Digits()
    {
        if (Kind is not (JsonTokenType.Number or JsonTokenType.String))
        {
            return [];
        }

        if (Raw.Length > DocumentLimits.NumberBytes)
        {
            Refuse($"is {Describe()}; a number has at most {DocumentLimits.NumberBytes} characters; round it");
        }

        return IsEscaped ? Encoding.UTF8.GetBytes(Text()) : Raw;
    }
}
