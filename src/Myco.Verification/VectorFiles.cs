using Myco.Engine.Formats;
using Myco.Verification.Balancer;
using Myco.Verification.Golden;
using Myco.Verification.Surfaces;
using Myco.Verification.Vectors;

namespace Myco.Verification;

/// <summary>Finds files of vectors and hands each to the replay of its format.</summary>
public static class VectorFiles
{
    /// <summary>The error in ulp that a quote of a surface may have.</summary>
    public const double UlpLimit = 6;

    /// <summary>The formats that name themselves; pool files of Balancer's ports are told by their shape.</summary>
    public static IReadOnlyList<string> Formats => [SurfaceReplay.Format, GoldenReplay.Format];

    /// <summary>The contract libraries whose vectors can be replayed, by the names that a header gives them.</summary>
    public static IReadOnlyList<string> Libraries => GoldenLibraries.Names;

    /// <summary>The files that a path names: every <c>*.json</c> of a folder, in the order of names; anything else is a file itself.</summary>
    /// <exception cref="DocumentException">The folder holds none.</exception>
    public static IReadOnlyList<string> In(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] inside = [.. Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal)];
        return inside.Length > 0 ? inside : throw new DocumentException(0, "holds no *.json file; name a folder of vectors");
    }

    /// <summary>Replays one file: every case is counted, none is skipped.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name without the extension, which may tell the library.</param>
    /// <param name="mostUlp">The largest error that passes where results are rounded.</param>
    /// <exception cref="DocumentException">The text is malformed, or its header or a parameter set is; nothing of it counts.</exception>
    public static VectorTally Replay(Stream stream, string name, double mostUlp = UlpLimit)
    {
        VectorTally tally = new(mostUlp);
        Replay(VectorDocument.Read(stream), name, tally);
        return tally;
    }

    private static void Replay(VectorNode root, string name, VectorTally tally)
    {
        if (BalancerReplay.Fits(root))
        {
            BalancerReplay.Run(root, tally);
            return;
        }

        string format = root.Has("header") && !root.Has("format") ? root["header"]["schema"].Text() : root["format"].Text();
        switch (format)
        {
            case SurfaceReplay.Format: SurfaceReplay.Run(root, tally); break;
            case GoldenReplay.Format: GoldenReplay.Run(root, name, tally); break;
            default:
                tally.Fail("format", "format", $"the format is '{format}'; known are {string.Join(" and ", Formats)}; nothing of the file was replayed");
                break;
        }
    }
}
