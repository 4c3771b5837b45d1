namespace Myco.Cli.Files;

/// <summary>A file written beside its place and renamed when it is whole: nobody ever sees half of it.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private bool _kept;

    /// <summary>Opens the file beside its place.</summary>
    /// <exception cref="UsageException">The place cannot be written.</exception>
    public OutputFile(string path)
    {
        _path = path;
        _partial = $"{path}.{Environment.ProcessId}.partial";
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"'{path}' is no name of a file; correct it");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"{path}: is a folder, and results need a file; name a file in it");
        }

        Stream = InputFile.Guard(path, () => new FileStream(_partial, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Puts the file in its place.</summary>
    public void Keep()
    {
        Stream.Dispose();
        InputFile.Guard(_path, () =>
        {
            File.Move(_partial, _path, overwrite: true);
            return true;
        });
        _kept = true;
    }

    /// <summary>Closes the file; unless it was kept, nothing of it remains.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_kept)
        {
            File.Delete(_partial);
        }
    }
}
