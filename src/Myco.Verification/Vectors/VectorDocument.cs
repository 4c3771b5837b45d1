using System.Text.Json;
using Myco.Engine.Formats;

namespace Myco.Verification.Vectors;

/// <summary>Opens the text of a file of vectors and hands its root to whoever reads it.</summary>
internal static class VectorDocument
{
    private const long MostBytes = 256L << 20;

    // The deepest format nests seven; more is room for remarks.
    private const int MostDepth = 32;

    /// <summary>What a reader makes of the root; nodes live no longer than the call.</summary>
    /// <exception cref="DocumentException">The text is too long, is not JSON, or is not of the layout that the reader expects.</exception>
    public static TResult Read<TResult>(Stream stream, Func<VectorNode, TResult> read)
    {
        using JsonDocument document = Parse(stream);
        try
        {
            return read(new(document.RootElement, string.Empty));
        }
        catch (VectorException exception)
        {
            throw new DocumentException(0, exception.Message, exception);
        }
    }

    private static JsonDocument Parse(Stream stream)
    {
        if (stream.CanSeek && stream.Length > MostBytes)
        {
            throw new DocumentException(0, $"has {stream.Length} bytes; the limit is {MostBytes}; split it");
        }

        try
        {
            return JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = MostDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            string what = exception.Message.Split(" LineNumber")[0].TrimEnd('.');
            throw new DocumentException((int)(exception.LineNumber + 1 ?? 0), $"not JSON: {what}; mend the text there", exception);
        }
        catch (InvalidOperationException exception)
        {
            // Names are compared when the text is read, and half of a character in one has no value to compare.
            throw new DocumentException(0, "holds a name with half of a character; correct the file", exception);
        }
    }
}
