namespace Myco.Cli.Orders;

/// <summary>Cuts lines out of a block.</summary>
internal static class OrderLine
{
    /// <summary>The line that begins at a byte, without its end (LF or CR LF).</summary>
    /// <param name="bytes">The block.</param>
    /// <param name="start">Where the line begins.</param>
    /// <param name="next">Where the next one begins.</param>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> bytes, int start, out int next)
    {
        ReadOnlySpan<byte> rest = bytes[start..];
        int length = rest.IndexOf((byte)'\n');
        next = length < 0 ? bytes.Length : start + length + 1;
        ReadOnlySpan<byte> line = length < 0 ? rest : rest[..length];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    /// <summary>Whether the line holds nothing but blanks.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;
}
