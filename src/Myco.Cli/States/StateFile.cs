using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Engine.Formats;
using Myco.Engine.Reserve.System;

namespace Myco.Cli.States;

/// <summary>A system's state as a file.</summary>
internal static class StateFile
{
    /// <summary>Reads a state.</summary>
    /// <exception cref="UsageException">The file cannot be read or is no state.</exception>
    public static SystemState Read(string path)
    {
        using Stream stream = InputFile.Open(path);
        return InputFile.Guard(path, () => SystemFile.Read(stream));
    }

    /// <summary>Keeps other programs from changing a state between its reading and its writing, until this is disposed.</summary>
    /// <remarks>The lock is the system's, on a file beside the state: it ends with the program however that ends, and a file left over locks nothing.</remarks>
    /// <exception cref="UsageException">Another program has its turn, or the folder cannot be written.</exception>
    public static FileStream TakeTurn(string path)
    {
        // A name that cannot be read is told as such, and leaves no lock beside it.
        InputFile.Open(path).Dispose();
        string turn = $"{OutputFile.Target(path)}.lock";
        return InputFile.Guard(turn, () =>
            new FileStream(turn, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
    }

    /// <summary>Writes a state beside its place and renames it.</summary>
    /// <exception cref="UsageException">The place cannot be written.</exception>
    public static void Write(SystemState state, string path)
    {
        using OutputFile file = new(path);
        Write(state, path, file);
    }

    /// <summary>Writes a state to a file that is open already.</summary>
    /// <exception cref="UsageException">The place cannot be written.</exception>
    public static void Write(SystemState state, string path, OutputFile file)
    {
        using MemoryStream stream = new();
        SystemFile.Write(state, stream);
        new NamedOutput(file.Stream, path).Write(stream.ToArray());
        file.Keep();
    }
}
