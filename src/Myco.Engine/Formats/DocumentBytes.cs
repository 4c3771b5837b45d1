using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Myco.Engine.Formats;

/// <summary>The bytes of a document: bounded, checked to be UTF-8, without the byte-order mark.</summary>
internal static class DocumentBytes
{
    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">The limit of its bytes.</param>
    /// <exception cref="DocumentException">There are more.</exception>
    public static byte[] Read(Stream stream, int most = DocumentLimits.FileBytes)
    {
        using MemoryStream collected = new();
        byte[] chunk = new byte[64 << 10];
        for (int count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
        {
            ThrowIfTooLong(collected.Length + count, most);
            collected.Write(chunk, 0, count);
        }

        return collected.ToArray();
    }

    /// <summary>The text behind the byte-order mark, if there is one.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="most">The limit of their number.</param>
    /// <exception cref="DocumentException">Too long, or not UTF-8.</exception>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, int most = DocumentLimits.FileBytes)
    {
        ThrowIfTooLong(bytes.Length, most);
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        ReadOnlySpan<byte> text = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        if (!Utf8.IsValid(text))
        {
            ThrowNotUtf8(text);
        }

        return text;
    }

    private static void ThrowIfTooLong(long length, int most)
    {
        if (length > most)
        {
            throw new DocumentException(0, $"the file has more than {most} bytes, which is the limit; shorten it");
        }
    }

    private static void ThrowNotUtf8(ReadOnlySpan<byte> text)
    {
        int line = 1, column = 1;
        for (int at = 0; Rune.DecodeFromUtf8(text[at..], out Rune rune, out int size) == OperationStatus.Done; at += size)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
        }

        throw new DocumentException(line, column, "a byte is not UTF-8, which every file must be; save the file as UTF-8");
    }
}
