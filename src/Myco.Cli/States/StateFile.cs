using Myco.Cli.Files;
using Myco.Engine.Reserve.Composition;

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
