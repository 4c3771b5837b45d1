using Myco.Cli.Console;

namespace Myco.Cli.Files;

/// <summary>Hands out a file to start from.</summary>
internal static class TemplateFile
{
    /// <summary>Copies the text to a file, written beside and renamed, or to standard output.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="text">The text.</param>
    /// <param name="path">Where to; null for standard output.</param>
    /// <param name="force">Whether to overwrite.</param>
    public static int Write(Terminal terminal, Stream text, string? path, bool force)
    {
        using MemoryStream bytes = new();
        text.CopyTo(bytes);
        if (path is null)
        {
            terminal.Output.Write(bytes.ToArray());
            return ExitCode.Done;
        }

        if (!force && File.Exists(path))
        {
            throw new UsageException($"{path}: is there already and is not overwritten; name another file or add --force");
        }

        OutputFile.Replace(path, bytes.ToArray());
        return ExitCode.Done;
    }
}
