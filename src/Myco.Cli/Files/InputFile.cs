using Myco.Cli.Console;
using Myco.Engine.Formats;

namespace Myco.Cli.Files;

/// <summary>Opens and reads what the user names; whatever is wrong becomes one line with the file's name.</summary>
internal static class InputFile
{
    /// <summary>The word that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a pool.</summary>
    /// <exception cref="UsageException">The file cannot be read or is no pool.</exception>
    public static PoolFile ReadPool(string path)
    {
        using Stream stream = Open(path);
        return Guard(path, () => PoolFile.Read(stream));
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="UsageException">The file cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"{path}: is a folder, and a file is needed; name a file in it");
        }

        try
        {
            return Guard(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' is no name of a file; correct it", exception);
        }
    }

    /// <summary>Does what may fail because of the file's content or because of the system, and names the file if it does.</summary>
    public static TResult Guard<TResult>(string path, Func<TResult> action)
    {
        try
        {
            return action();
        }
        catch (DocumentException exception)
        {
            string line = exception.Line > 0 ? $":{exception.Line}" : string.Empty;
            string column = exception.Column > 0 ? $":{exception.Column}" : string.Empty;
            throw new UsageException($"{path}{line}{column}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{path}: no such file; check the name", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: cannot be used: {exception.Message.TrimEnd('.')}; check the name and your permissions", exception);
        }
    }
}
