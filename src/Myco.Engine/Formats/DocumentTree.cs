using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Myco.Engine.Formats;

/// <summary>All values of a JSON text, and where each stands: whatever is wrong with one, however late it is found, is told with its line and column.</summary>
/// <remarks><para>Comments and trailing commas are accepted, a name twice in one object is not. Size and depth are bounded by <see cref="DocumentLimits"/>; a token
/// takes 16 bytes, so the tree takes at most eight times the text. Immutable; lines and columns are counted only when something is wrong.</para>
/// <para>No reflection: fit for trimming and native compilation. Source: spec 05-formats.</para></remarks>
internal sealed class DocumentTree
{
    /// <summary>An object of at most so many names is searched for a name, one of more gets a set of them.</summary>
    private const int FewNames = 32;

    /// <summary>How a text is read.</summary>
    public static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,

        // One more, so that the limit is told in our words, before the reader's.
        MaxDepth = DocumentLimits.Depth + 1,
    };

    private readonly ReadOnlyMemory<byte> _text;
    private readonly List<DocumentToken> _tokens = [];
    private readonly int _firstLine;

    private DocumentTree(ReadOnlyMemory<byte> text, int firstLine) => (_text, _firstLine) = (text, firstLine);

    /// <summary>The outermost value, an object.</summary>
    public DocumentNode Root => new(this, 0);

    /// <summary>The text, without its byte-order mark.</summary>
    public ReadOnlySpan<byte> Text => _text.Span;

    /// <summary>A token by its number.</summary>
    public DocumentToken this[int index] => _tokens[index];

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">The limit of its bytes.</param>
    /// <exception cref="DocumentException">It holds no JSON object, or one beyond the limits.</exception>
    public static DocumentTree Read(Stream stream, int most = DocumentLimits.FileBytes)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Parse(DocumentBytes.Read(stream, most), most: most);
    }

    /// <summary>Reads bytes, which must stay as they are.</summary>
    /// <param name="bytes">UTF-8, a byte-order mark allowed.</param>
    /// <param name="firstLine">The line that the text begins on, where it is one line of a file.</param>
    /// <param name="most">The limit of the bytes.</param>
    /// <exception cref="DocumentException">They are no JSON object, or one beyond the limits.</exception>
    public static DocumentTree Parse(ReadOnlyMemory<byte> bytes, int firstLine = 1, int most = DocumentLimits.FileBytes)
    {
        ReadOnlySpan<byte> text = DocumentBytes.Text(bytes.Span, most);
        DocumentTree tree = new(bytes[^text.Length..], firstLine);
        tree.Build();
        tree.CheckNames();
        return tree;
    }

    /// <summary>Refuses the document at a place of its text.</summary>
    [DoesNotReturn]
    public void Throw(int start, string what, Exception? inner = null) => throw Problem(start, what, inner);

    /// <summary>What is wrong at a place of the text.</summary>
    public DocumentException Problem(int start, string what, Exception? inner = null)
    {
        ReadOnlySpan<byte> before = Text[..Math.Min(start, Text.Length)];
        int line = _firstLine + before.Count((byte)'\n');
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(line, column, what, inner);
    }

    private void Build()
    {
        Utf8JsonReader reader = new(Text, Options);
        Span<int> open = stackalloc int[DocumentLimits.Depth];
        int depth = 0;
        while (Next(ref reader))
        {
            int start = (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Open(reader.TokenType, start, open, ref depth);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    depth--;
                    _tokens[open[depth]] = _tokens[open[depth]] with { Next = _tokens.Count };
                    break;
                default:
                    Add(reader.TokenType, start, reader.ValueSpan.Length, open[..depth]);
                    break;
            }
        }
    }

    private void Open(JsonTokenType kind, int start, Span<int> open, ref int depth)
    {
        if (depth == DocumentLimits.Depth)
        {
            Throw(start, $"the text is nested deeper than {DocumentLimits.Depth} levels, which is the limit; write it flatter");
        }

        Add(kind, start, 0, open[..depth]);
        open[depth++] = _tokens.Count - 1;
    }

    private void CheckNames()
    {
        for (int index = 0; index < _tokens.Count; index++)
        {
            if (_tokens[index] is { Kind: JsonTokenType.StartObject, Size: > 1 })
            {
                CheckNames(new DocumentNode(this, index));
            }
        }
    }

    /// <summary>Refuses a name that stands twice in an object.</summary>
    private static void CheckNames(DocumentNode outer)
    {
        // A set for each of many small objects would cost more than to look at every pair. Escapes must be read to be compared.
        bool isSearched = outer.Count <= FewNames;
        foreach (DocumentNode child in outer.Members)
        {
            isSearched &= !child.Name.IsEscaped;
        }

        HashSet<string> seen = isSearched ? [] : new(outer.Count);
        foreach (DocumentNode child in outer.Members)
        {
            if (isSearched ? outer.First(child.Name).Index < child.Index : !seen.Add(child.Name.Text()))
            {
                child.Name.Throw($"'{child.Name.Quote()}' stands twice{outer.PathAfter("in")}; remove one");
            }
        }
    }

    private void Add(JsonTokenType kind, int start, int size, ReadOnlySpan<int> open)
    {
        if (open.IsEmpty && kind != JsonTokenType.StartObject)
        {
            Throw(start, "the document must be one object, and its '{' is missing; begin with it");
        }

        if (!open.IsEmpty && kind != JsonTokenType.PropertyName)
        {
            _tokens[open[^1]] = _tokens[open[^1]] with { Size = _tokens[open[^1]].Size + 1 };
        }

        _tokens.Add(new(kind, start, size, _tokens.Count + 1));
    }

    private bool Next(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException exception)
        {
            int start = StartOf((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
            string what = start >= Text.Length ? "the text ends before it is complete" : $"'{CharacterAt(start)}' cannot stand here";
            Throw(start, $"not JSON: {what}; mend the text there", exception);
            return false;
        }
    }

    private int StartOf(int line, int bytes)
    {
        int start = 0;
        for (; line > 0; line--)
        {
            start += Text[start..].IndexOf((byte)'\n') + 1;
        }

        return Math.Min(start + bytes, Text.Length);
    }

    private string CharacterAt(int start)
    {
        Rune.DecodeFromUtf8(Text[start..], out Rune rune, out _);
        return rune.ToString();
    }
}
