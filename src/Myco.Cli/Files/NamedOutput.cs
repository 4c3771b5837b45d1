using Myco.Cli.Console;

namespace Myco.Cli.Files;

/// <summary>A place to write that is named when writing fails, and not mistaken for what is read meanwhile.</summary>
/// <param name="stream">Where to.</param>
/// <param name="name">Its name in messages.</param>
internal sealed class NamedOutput(Stream stream, string name)
{
    /// <summary>Writes all the bytes.</summary>
    /// <exception cref="UsageException">They cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: cannot be written: {exception.Message.TrimEnd('.')}; make room or name another file", exception);
        }
    }
}
