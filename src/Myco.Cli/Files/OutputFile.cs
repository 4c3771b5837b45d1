using System.Runtime.InteropServices;
using Myco.Cli.Console;

namespace Myco.Cli.Files;

/// <summary>A file written beside its place and renamed when it is whole: nobody ever sees half of it.</summary>
/// <remarks>A link is followed, so that it stays a link. A device is written directly: renaming would replace it.</remarks>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string? _partial;
    private readonly PosixSignalRegistration[] _signals;
    private bool _kept;

    /// <summary>Opens the file beside its place.</summary>
    /// <exception cref="UsageException">The place cannot be written.</exception>
    public OutputFile(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"'{path}' is no name of a file; correct it");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"{path}: is a folder, and results need a file; name a file in it");
        }

        bool direct = IsDevice(path);
        _path = direct ? path : Target(path);
        _partial = direct ? null : $"{_path}.{Environment.ProcessId}.partial";
        Stream = InputFile.Guard(path, () =>
            new FileStream(_partial ?? _path, direct ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Delete, bufferSize: 0));
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Discard()), PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Discard())];
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>The file that a name stands for: where a link leads, else the name.</summary>
    /// <exception cref="UsageException">The link cannot be followed.</exception>
    public static string Target(string path) => !File.Exists(path)
        ? path

        // The whole path: the system's library takes the target of a link named without a folder to lie in the root.
        : InputFile.Guard(path, () => File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true)?.FullName ?? path);

    /// <summary>Makes the bytes a file's content, all at once.</summary>
    /// <exception cref="UsageException">The place cannot be written.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        using OutputFile file = new(path);
        new NamedOutput(file.Stream, path).Write(bytes);
        file.Keep();
    }

    /// <summary>Puts the file in its place.</summary>
    public void Keep()
    {
        Stream.Dispose();
        InputFile.Guard(_path, () =>
        {
            if (_partial is not null)
            {
                File.Move(_partial, _path, overwrite: true);
            }

            return _kept = true;
        });
    }

    /// <summary>Closes the file; unless it was kept, nothing of it remains.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        Discard();
        Array.ForEach(_signals, signal => signal.Dispose());
    }

    /// <summary>Removes what is unfinished: at the end, or when a signal ends the program, which then runs its course.</summary>
    private void Discard()
    {
        if (!_kept && _partial is not null)
        {
            File.Delete(_partial);
        }
    }

    /// <summary>Whether the place is one of the system's own, such as <c>/dev/null</c> or <c>/dev/stdout</c>.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path)
        && Path.GetFullPath(path) is string full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));
}
