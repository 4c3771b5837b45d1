using System.Text.Json;
using Myco.Cli.Console;
using Myco.Cli.Files;
using Myco.Cli.Verification.Balancer;
using Myco.Cli.Verification.Golden;

namespace Myco.Cli.Verification;

/// <summary>Finds files of vectors, reads them, and hands each to the replay of its format.</summary>
internal static class VectorFiles
{
    private const long MostBytes = 256L << 20;

    /// <summary>The files that the paths name, a folder standing for every <c>*.json</c> in it, in the order of names.</summary>
    /// <exception cref="UsageException">A folder holds none.</exception>
    public static List<string> Find(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            string[] inside = InputFile.Guard(path, () => Directory.GetFiles(path, "*.json"));
            if (inside.Length == 0)
            {
                throw new UsageException($"{path}: holds no *.json file; name a folder of vectors");
            }

            files.AddRange(inside.Order(StringComparer.Ordinal));
        }

        return files;
    }

    /// <summary>Replays one file into a tally.</summary>
    /// <exception cref="UsageException">The file cannot be read, or its text is malformed.</exception>
    public static void Replay(string path, VectorTally tally)
    {
        using JsonDocument document = Read(path);
        try
        {
            Replay(document.RootElement, Path.GetFileNameWithoutExtension(path), tally);
        }
        catch (VectorException exception)
        {
            throw new UsageException($"{path}: {exception.Message}", exception);
        }
    }

    private static JsonDocument Read(string path)
    {
        using FileStream stream = InputFile.Open(path);
        if (stream.CanSeek && stream.Length > MostBytes)
        {
            throw new UsageException($"{path}: has {stream.Length} bytes; the limit is {MostBytes}; split it");
        }

        try
        {
            return InputFile.Guard(path, () => JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false }));
        }
        catch (JsonException exception)
        {
            string what = exception.Message.Split(" LineNumber")[0].TrimEnd('.');
            string place = exception.LineNumber is long line ? $"{path}:{line + 1}" : path;
            throw new UsageException($"{place}: not JSON: {what}; mend the text there", exception);
        }
        catch (InvalidOperationException exception)
        {
            // Names are compared when the text is read, and half of a character in one has no value to compare.
            throw new UsageException($"{path}: holds a name with half of a character; correct the file", exception);
        }
    }

    private static void Replay(JsonElement root, string name, VectorTally tally)
    {
        VectorNode node = new(root, string.Empty);
        if (BalancerReplay.Fits(node))
        {
            BalancerReplay.Run(node, tally);
            return;
        }

        string format = node.FormatName();
        if (format == SurfaceReplay.Format)
        {
            SurfaceReplay.Run(node, tally);
        }
        else if (format == GoldenReplay.Format)
        {
            GoldenReplay.Run(node, name, tally);
        }
        else
        {
            tally.Fail("format", "format", $"the format is '{format}'; known are {SurfaceReplay.Format} and {GoldenReplay.Format}; nothing of the file was replayed");
        }
    }
}
